using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Writes the path, query, headers and body of a request. Generated code fills it once per call, for all attempts.
/// </summary>
/// <remarks>
/// The writer validates values before anything is sent. An <see cref="ArgumentException"/> names the member or the header of an invalid value.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class RequestWriter : MessageWriter<RequestWriter>
{
    private const string FormContentType = "application/x-www-form-urlencoded; charset=utf-8";
    private const int MaxScalarLength = 64;

    private readonly Utf8Buffer _path = new();
    private readonly Utf8Buffer _query = new();
    private FormBodyWriter? _form;
    private bool _isPathInEndpoint;
    private Func<string>? _idempotencyTokens;

    internal RequestWriter()
    {
    }

    /// <summary>The writer of the form of a query protocol. Getting it makes the body a form.</summary>
    public FormBodyWriter Form
    {
        get
        {
            BeginBody(FormContentType);
            return _form ??= new FormBodyWriter(BodyBuffer);
        }
    }

    /// <summary>The percent-encoded path.</summary>
    internal ReadOnlySpan<byte> EncodedPath => _path.Written;

    /// <summary>The percent-encoded query without its question mark; empty if there is none.</summary>
    internal ReadOnlyMemory<byte> EncodedQuery => _query.WrittenMemory;

    /// <summary>Returns the idempotency token of the caller, or a new one.</summary>
    /// <param name="token">The token of the caller, if any. An empty string counts as a token.</param>
    /// <returns>The token.</returns>
    public string IdempotencyToken(string? token) => token ?? (_idempotencyTokens is null ? Guid.NewGuid().ToString("D") : _idempotencyTokens());

    /// <summary>Resets the writer for a new request.</summary>
    internal void Reset(Func<string>? idempotencyTokens)
    {
        ResetMessage();
        _path.Clear();
        _query.Clear();
        _form?.Reset();
        _isPathInEndpoint = false;
        _hostPrefix = null;
        Chunks = null;
        ExpectsContinue = false;
        PayloadHash = null;
        _idempotencyTokens = idempotencyTokens;
    }
}
