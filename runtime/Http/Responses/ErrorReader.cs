using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Reads an error response, for generated code that creates the exception.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ErrorReader
{
    private readonly HttpResponseMessage _message;

    private BodyReaders _readers;

    /// <summary>Initializes a new instance of the <see cref="ErrorReader"/> struct.</summary>
    /// <param name="message">The response.</param>
    /// <param name="name">The name of the error.</param>
    /// <param name="code">The error code, if it is not the name.</param>
    /// <param name="text">The message of the service, if any.</param>
    /// <param name="body">The body with the members of the error; empty if there is none.</param>
    internal ErrorReader(HttpResponseMessage message, string name, string? code, string? text, ReadOnlySpan<byte> body)
    {
        _message = message;
        _readers = new BodyReaders(body);
        Code = name;
        ReportedCode = code ?? name;
        Message = text;
        Headers = new HeaderReader(message);
    }

    /// <summary>
    /// The error code that determines the exception, without namespace and URI, or the HTTP status code if the service sent none. If the service still
    /// sends the codes of the AWS query protocol, this is the name of the error in the model.
    /// </summary>
    public string Code { get; }

    /// <summary>The error code for the caller. Callers of services that used the AWS query protocol know the codes of that protocol.</summary>
    internal string ReportedCode { get; }

    /// <summary>The message of the service; <see langword="null"/> if it sent none.</summary>
    public string? Message { get; }

    /// <summary>The request id in the body; <see langword="null"/> if it has none.</summary>
    internal string? RequestId { get; init; }

    /// <summary>The HTTP status code.</summary>
    public readonly int StatusCode => (int)_message.StatusCode;

#pragma warning disable CA1051 // The reader is a mutable struct, so that callers need a reference to it.
    /// <summary>The reader of the headers.</summary>
    public HeaderReader Headers;
#pragma warning restore CA1051

    /// <summary>The reader of a JSON body, at its first byte. A body that is missing or not a JSON object is read as <c>{}</c>.</summary>
    [UnscopedRef]
    public ref JsonBodyReader Json => ref _readers.Json;

    /// <summary>The reader of a CBOR body, at its first byte. A body that is missing or not a CBOR map is read as an empty map.</summary>
    [UnscopedRef]
    public ref CborBodyReader Cbor => ref _readers.Cbor;

    /// <summary>
    /// The reader of an XML body, in the element with the members of the error. A body that is missing or has no such element is read as an empty element.
    /// </summary>
    [UnscopedRef]
    public ref XmlBodyReader Xml => ref _readers.Xml;

    /// <summary>The readers of the body, for the protocol.</summary>
    [UnscopedRef]
    internal ref BodyReaders Readers => ref _readers;
}
