using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Wire;

/// <summary>Reads a request, for generated code that creates the input.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct FakeRequestReader
{
    private readonly FakeRequest _request;
    private BodyReaders _readers;
    private FormBodyReader _form;
    private bool _isFormRead;
    private List<string>? _missing;

    internal FakeRequestReader(FakeRequest request, FakeOperation operation)
    {
        _request = request;
        Labels = new LabelReader(request, operation.Template);
        Query = new QueryReader(operation.QueryIsForm ? Encoding.UTF8.GetString(request.Body.Span) : request.Query, operation.QueryLiterals);
        Headers = new HeaderReader(request.Headers, request.ContentHeaders);
        _readers = new BodyReaders(request.Body.Span);
    }

    /// <summary>The reader of the labels of the path.</summary>
    public LabelReader Labels { get; }

    /// <summary>The reader of the query.</summary>
    public QueryReader Query { get; }

#pragma warning disable CA1051 // The reader is a mutable struct, so that callers need a reference to it.
    /// <summary>The reader of the headers.</summary>
    public HeaderReader Headers;
#pragma warning restore CA1051

    /// <summary>The body, for payloads of bytes or text.</summary>
    public readonly ReadOnlySpan<byte> Body => _request.Body.Span;

    /// <summary>The reader of a JSON body, at its first byte. An empty body is read as <c>{}</c>.</summary>
    [UnscopedRef]
    public ref JsonBodyReader Json => ref _readers.Json;

    /// <summary>The reader of a CBOR body, at its first byte. An empty body is read as an empty map.</summary>
    [UnscopedRef]
    public ref CborBodyReader Cbor => ref _readers.Cbor;

    /// <summary>The reader of an XML body, in its root element. An empty body is read as an empty element.</summary>
    [UnscopedRef]
    public ref XmlBodyReader Xml => ref _readers.Xml;

    /// <summary>The reader of the form of a query protocol, which is the body or the query.</summary>
    [UnscopedRef]
    public ref FormBodyReader Form
    {
        get
        {
            if (!_isFormRead)
            {
                _isFormRead = true;
                _form = new FormBodyReader(_request.Form);
            }

            return ref _form;
        }
    }

    /// <summary>The required members of the input that are missing; <see langword="null"/> if there are none.</summary>
    internal readonly IReadOnlyList<string>? MissingMembers => _missing;

    /// <summary>Records that a required member of the input is missing.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    /// <param name="member">The wire name of the member.</param>
    /// <param name="value">The empty value that the input has instead.</param>
    /// <returns>The empty value.</returns>
    public T Missing<T>(string member, T value)
    {
        (_missing ??= []).Add(member);
        return value;
    }

    /// <summary>Gets the body as a stream, for operations with streaming requests.</summary>
    /// <returns>The stream, which is valid until the response has been sent.</returns>
    public readonly Stream BodyStream() => _request.BodyStream ?? throw new InvalidOperationException("The requests of this operation are not streamed.");

    /// <summary>Gets the body as events, for operations with event streams.</summary>
    /// <typeparam name="TEvent">The type of the events.</typeparam>
    /// <param name="read">Deserializes an event.</param>
    /// <param name="readError">Creates the exception for an error in the stream.</param>
    /// <returns>The events, which can be enumerated once, as they are received.</returns>
    public readonly IAsyncEnumerable<TEvent> Events<TEvent>(EventReading<TEvent> read, EventErrorReading readError) =>
        new RequestEvents<TEvent>(BodyStream(), read, readError);

    /// <summary>Ends reading.</summary>
    /// <exception cref="WireFormatException">Other data follows the body, or a member does not have the type in the model.</exception>
    internal void End()
    {
        _readers.Json.End();
        _readers.Cbor.End();
        _readers.Xml.End();
        if (Headers.Unreadable > 0
            || _readers.Json.OmitUnreadable() > 0
            || _readers.Cbor.OmitUnreadable() > 0
            || _readers.Xml.OmitUnreadable() > 0)
        {
            throw new WireFormatException("A member does not have the type in the service's model.");
        }
    }
}
