using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Reads an error response, for generated code that creates the exception.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ErrorReader
{
    private readonly HttpResponseMessage _message;

    /// <summary>Initializes a new instance of the <see cref="ErrorReader"/> struct.</summary>
    /// <param name="message">The response.</param>
    /// <param name="name">The name of the error.</param>
    /// <param name="code">The error code, if it is not the name.</param>
    /// <param name="text">The message of the service, if any.</param>
    /// <param name="body">The body with the members of the error; empty if there is none.</param>
    internal ErrorReader(HttpResponseMessage message, string name, string? code, string? text, ReadOnlySpan<byte> body)
    {
        _message = message;
        Code = name;
        ReportedCode = code ?? name;
        Message = text;
        Headers = new HeaderReader(message);
        Json = new JsonBodyReader(body.IsEmpty ? EmptyBody.Json : body);
        Cbor = new CborBodyReader(body.IsEmpty ? EmptyBody.Cbor : body);
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

    /// <summary>The HTTP status code.</summary>
    public readonly int StatusCode => (int)_message.StatusCode;

#pragma warning disable CA1051 // The readers are mutable structs, so that callers need references to them.
    /// <summary>The reader of the headers.</summary>
    public HeaderReader Headers;

    /// <summary>The reader of a JSON body, at its first byte. A body that is missing or not a JSON object is read as <c>{}</c>.</summary>
    public JsonBodyReader Json;

    /// <summary>The reader of a CBOR body, at its first byte. A body that is missing or not a CBOR map is read as an empty map.</summary>
    public CborBodyReader Cbor;
#pragma warning restore CA1051
}
