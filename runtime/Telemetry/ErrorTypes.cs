using System;
using System.Net.Http;

namespace DataZoneGen.Core;

/// <summary>Returns the error type of an exception, a value from a small set, for logs, traces and metrics that must not contain the message.</summary>
internal static class ErrorTypes
{
    /// <summary>Returns the error type of the HTTP metrics of .NET if there is one; otherwise, the type of the exception.</summary>
    public static string Get(Exception exception) => Find(exception) switch
    {
        HttpRequestError.NameResolutionError => "name_resolution_error",
        HttpRequestError.ConnectionError => "connection_error",
        HttpRequestError.SecureConnectionError => "secure_connection_error",
        HttpRequestError.HttpProtocolError => "http_protocol_error",
        HttpRequestError.ExtendedConnectNotSupported => "extended_connect_not_supported",
        HttpRequestError.VersionNegotiationError => "version_negotiation_error",
        HttpRequestError.UserAuthenticationError => "user_authentication_error",
        HttpRequestError.ProxyTunnelError => "proxy_tunnel_error",
        HttpRequestError.InvalidResponse => "invalid_response",
        HttpRequestError.ResponseEnded => "response_ended",
        HttpRequestError.ConfigurationLimitExceeded => "configuration_limit_exceeded",
        _ => exception.GetType().FullName ?? exception.GetType().Name,
    };

    private static HttpRequestError Find(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: var error } => error,
        HttpIOException { HttpRequestError: var error } => error,
        _ => HttpRequestError.Unknown,
    };
}
