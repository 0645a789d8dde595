using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalEndpoint.Responses;

namespace LocalEndpoint.Requests;

/// <summary>A request with its operation. Reads the input and validates it as the model requires.</summary>
internal sealed partial class ServiceCall(IReadOnlyDictionary<string, string> labels, SignedRequest request)
{
    private const int MaxPageSize = 50;

    /// <summary>Returns the label <c>domainIdentifier</c>.</summary>
    public string GetDomain()
    {
        var value = labels["domainIdentifier"];
        return DomainPattern.IsMatch(value) ? value : throw Mismatch("domainIdentifier", "dzd[-_][a-zA-Z0-9_-]{1,36}");
    }

    /// <summary>Returns a label with the identifier of a resource in the domain.</summary>
    public string GetIdentifier(string label)
    {
        var value = labels[label];
        return IdentifierPattern.IsMatch(value) ? value : throw Mismatch(label, "[a-zA-Z0-9_-]{1,36}");
    }

    /// <summary>Returns a query parameter, or null if it is missing.</summary>
    public string? GetQuery(string name)
    {
        string[] values = [.. request.Target.Query.Where(pair => pair.Key == name).Select(pair => pair.Value)];
        return values.Length switch
        {
            0 => null,
            1 => values[0],
            _ => throw ServiceError.Invalid($"{name} is given more than once."),
        };
    }

    /// <summary>Returns a query parameter that must be a value of an enumeration, or null if it is missing.</summary>
    public string? GetQuery(string name, string[] allowed)
    {
        var value = GetQuery(name);
        return value is null || allowed.Contains(value)
            ? value
            : throw ServiceError.Invalid($"{name} must be one of {string.Join(", ", allowed)}.");
    }

    /// <summary>Returns a query parameter with a maximum length, or null if it is missing. It must not be empty.</summary>
    public string? GetQuery(string name, int maxLength)
    {
        var value = GetQuery(name);
        return value is null || (value.Length > 0 && value.Length <= maxLength)
            ? value
            : throw ServiceError.Invalid($"{name} must have 1 to {maxLength} characters.");
    }

    /// <summary>Returns the token of the page, or null for the first page.</summary>
    public string? GetNextToken() => GetQuery("nextToken", 8192);

    /// <summary>Returns the maximum number of items on a page.</summary>
    public int GetMaxResults()
    {
        var text = GetQuery("maxResults");
        if (text is null)
        {
            return MaxPageSize;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= MaxPageSize
            ? value
            : throw ServiceError.Invalid($"maxResults must be an integer from 1 to {MaxPageSize}.");
    }

    /// <summary>Returns a string member of the JSON body, or null if the member or the body is missing.</summary>
    public string? GetBodyString(string member)
    {
        if (request.Body.IsEmpty)
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(request.Body);
            if (body.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw ServiceError.Invalid("The body must be a JSON object.");
            }

            if (!body.RootElement.TryGetProperty(member, out var value))
            {
                return null;
            }

            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => throw ServiceError.Invalid($"{member} must be a string."),
            };
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw ServiceError.Invalid("The body is not well-formed JSON.");
        }
    }

    [GeneratedRegex(@"\Adzd[-_][a-zA-Z0-9_-]{1,36}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DomainPattern { get; }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,36}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdentifierPattern { get; }

    private static ServiceError Mismatch(string member, string pattern) => ServiceError.Invalid($"{member} must match {pattern}.");
}
