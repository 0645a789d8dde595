using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>What came along with a response: the request's id, the status, the headers, the number of attempts.</summary>
public sealed class ResponseMetadata
{
    private readonly HttpResponseHeaders? _responseHeaders;
    private readonly HttpContentHeaders? _contentHeaders;
    private IReadOnlyDictionary<string, string>? _headers;

    /// <summary>Makes metadata without a response from a service, as for tests.</summary>
    public ResponseMetadata()
    {
    }

    internal ResponseMetadata(HttpResponseMessage response, int attempts)
    {
        RequestId = ResponseHeaders.RequestId(response);
        ExtendedRequestId = ResponseHeaders.ExtendedRequestId(response);
        StatusCode = response.StatusCode;
        Attempts = attempts;
        _responseHeaders = response.Headers;
        _contentHeaders = response.Content.Headers;
    }

    /// <summary>Metadata of a response that did not come from a service, as in tests.</summary>
    public static ResponseMetadata Empty { get; } = new();

    /// <summary>The service's id of the request, to quote to AWS Support; <see langword="null"/> when there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>A second id that some services give, S3 among them; <see langword="null"/> when there was none.</summary>
    public string? ExtendedRequestId { get; init; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>All headers; names compare without regard to case, several values of one name are joined by a comma and a blank.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => _headers ??= Collect();
        init => _headers = value;
    }

    /// <summary>The request's id, the status and the number of attempts, on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(ResponseMetadata)} {{ RequestId = {RequestId}, StatusCode = {(int)StatusCode}, Attempts = {Attempts} }}");

    private Dictionary<string, string> Collect()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (_responseHeaders is not null)
        {
            foreach (var (name, values) in _responseHeaders.NonValidated)
            {
                headers[name] = values.ToString();
            }
        }

        if (_contentHeaders is not null)
        {
            foreach (var (name, values) in _contentHeaders.NonValidated)
            {
                headers[name] = values.ToString();
            }
        }

        return headers;
    }
}
