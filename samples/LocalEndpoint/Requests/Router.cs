using System;
using System.Collections.Generic;
using System.Text.Json;
using LocalEndpoint.Responses;

namespace LocalEndpoint.Requests;

/// <summary>Writes the response of an operation as one JSON value.</summary>
internal delegate void ResponseWriter(Utf8JsonWriter json);

/// <summary>Finds the operation of a request by its method and path.</summary>
internal sealed class Router
{
    private readonly List<Route> _routes = [];

    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path with labels in braces, as in the service model.</param>
    /// <param name="operation">Runs the operation; throws a <see cref="ServiceError"/> for an error response.</param>
    public Router Add(string method, string template, Func<ServiceCall, ResponseWriter> operation)
    {
        _routes.Add(new(method, template[1..].Split('/'), operation));
        return this;
    }

    public ResponseWriter Handle(SignedRequest request)
    {
        foreach (var route in _routes)
        {
            if (route.Method == request.Method && MatchLabels(route.Template, request.Target.Segments) is { } labels)
            {
                return route.Operation(new(labels, request));
            }
        }

        throw ServiceError.UnknownOperation();
    }

    private static Dictionary<string, string>? MatchLabels(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
        {
            return null;
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i].StartsWith('{') && segments[i].Length > 0)
            {
                labels.Add(template[i].Trim('{', '}'), segments[i]);
            }
            else if (template[i] != segments[i])
            {
                return null;
            }
        }

        return labels;
    }

    private sealed record Route(string Method, string[] Template, Func<ServiceCall, ResponseWriter> Operation);
}
