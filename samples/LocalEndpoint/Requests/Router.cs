using System;
using System.Collections.Generic;
using System.Text.Json;
using LocalEndpoint.Answers;

namespace LocalEndpoint.Requests;

/// <summary>Writes the answer of an operation as one JSON value.</summary>
internal delegate void Answer(Utf8JsonWriter json);

/// <summary>Finds the operation a request asks for by its method and its path.</summary>
internal sealed class Router
{
    private readonly List<Route> _routes = [];

    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path, with labels in braces, as the service model writes it.</param>
    /// <param name="operation">What to do; throws <see cref="ServiceError"/> to refuse.</param>
    public Router Add(string method, string template, Func<ServiceCall, Answer> operation)
    {
        _routes.Add(new(method, template[1..].Split('/'), operation));
        return this;
    }

    public Answer Handle(SignedRequest request)
    {
        foreach (Route route in _routes)
        {
            if (route.Method == request.Method && Labels(route.Template, request.Target.Segments) is { } labels)
            {
                return route.Operation(new(labels, request));
            }
        }

        throw ServiceError.UnknownOperation();
    }

    private static Dictionary<string, string>? Labels(string[] template, string[] segments)
    {
        if (template.Length != segments.Length) return null;

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < template.Length; i++)
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

    private sealed record Route(string Method, string[] Template, Func<ServiceCall, Answer> Operation);
}
