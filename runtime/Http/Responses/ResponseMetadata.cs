using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using DataZoneGen.Core;

namespace DataZoneGen;

/// <summary>The metadata of a response: request id, status code, headers and number of attempts.</summary>
public sealed class ResponseMetadata
{
    private readonly HttpResponseHeaders? _responseHeaders;
    private readonly HttpContentHeaders? _contentHeaders;
    private IReadOnlyDictionary<string, string>? _headers;

    /// <summary>Initializes a new instance of the <see cref="ResponseMetadata"/> class, for tests.</summary>
    public ResponseMetadata()
    {
    }

    internal ResponseMetadata(HttpResponseMessage response, string? requestId, int attempts)
    {
        RequestId = requestId;
        ExtendedRequestId = ResponseHeaders.GetExtendedRequestId(response);
        StatusCode = response.StatusCode;
        Attempts = attempts;
        _responseHeaders = response.Headers;
        _contentHeaders = response.Content.Headers;
    }

    /// <summary>The metadata of a response that did not come from a service, as in tests.</summary>
    public static ResponseMetadata Empty { get; } = new();

    /// <summary>The request id that the service assigned, for AWS Support; <see langword="null"/> if the response had none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The extended request id, which some services such as S3 send; <see langword="null"/> if the response had none.</summary>
    public string? ExtendedRequestId { get; init; }

    /// <summary>The HTTP status code.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; init; }

    /// <summary>All headers, by case-insensitive name. Several values of one name are joined by a comma and a space.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => _headers ??= CollectHeaders();
        init => _headers = value;
    }

    /// <summary>Returns the request id, the status code and the number of attempts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(ResponseMetadata)} {{ RequestId = {RequestId}, StatusCode = {(int)StatusCode}, Attempts = {Attempts} }}");

    private Dictionary<string, string> CollectHeaders()
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
