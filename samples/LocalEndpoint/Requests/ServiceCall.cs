using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalEndpoint.Answers;

namespace LocalEndpoint.Requests;

/// <summary>A request that has found its operation. Reads the operation's input and checks it the way the model says.</summary>
internal sealed partial class ServiceCall(IReadOnlyDictionary<string, string> labels, SignedRequest request)
{
    private const int MaxPageSize = 50;

    /// <summary>The label <c>domainIdentifier</c>.</summary>
    public string Domain()
    {
        string value = labels["domainIdentifier"];
        return DomainPattern.IsMatch(value) ? value : throw Mismatch("domainIdentifier", "dzd[-_][a-zA-Z0-9_-]{1,36}");
    }

    /// <summary>A label that names something inside the domain.</summary>
    public string Identifier(string label)
    {
        string value = labels[label];
        return IdentifierPattern.IsMatch(value) ? value : throw Mismatch(label, "[a-zA-Z0-9_-]{1,36}");
    }

    /// <summary>A member of the query; null when absent.</summary>
    public string? Query(string name)
    {
        string[] values = [.. request.Target.Query.Where(pair => pair.Key == name).Select(pair => pair.Value)];
        return values.Length switch
        {
            0 => null,
            1 => values[0],
            _ => throw ServiceError.Invalid($"{name} is given more than once."),
        };
    }

    /// <summary>A member of the query that has to be one of an enumeration's values; null when absent.</summary>
    public string? Query(string name, string[] allowed)
    {
        string? value = Query(name);
        return value is null || allowed.Contains(value)
            ? value
            : throw ServiceError.Invalid($"{name} has to be one of {string.Join(", ", allowed)}.");
    }

    /// <summary>A member of the query with a longest length; null when absent, never empty.</summary>
    public string? Query(string name, int longest)
    {
        string? value = Query(name);
        return value is null || (value.Length > 0 && value.Length <= longest)
            ? value
            : throw ServiceError.Invalid($"{name} has to have 1 to {longest} characters.");
    }

    /// <summary>The token of the page wanted; null for the first one.</summary>
    public string? NextToken() => Query("nextToken", 8192);

    /// <summary>How many items a page may hold.</summary>
    public int MaxResults()
    {
        string? text = Query("maxResults");
        if (text is null) return MaxPageSize;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= MaxPageSize
            ? value
            : throw ServiceError.Invalid($"maxResults has to be a whole number from 1 to {MaxPageSize}.");
    }

    /// <summary>A text member of the JSON body; null when it, or the whole body, is absent.</summary>
    public string? BodyText(string member)
    {
        if (request.Body.IsEmpty) return null;
        try
        {
            using JsonDocument body = JsonDocument.Parse(request.Body);
            if (body.RootElement.ValueKind != JsonValueKind.Object) throw ServiceError.Invalid("The body has to be a JSON object.");
            if (!body.RootElement.TryGetProperty(member, out JsonElement value)) return null;
            return value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => throw ServiceError.Invalid($"{member} has to be a string."),
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

    private static ServiceError Mismatch(string member, string pattern) => ServiceError.Invalid($"{member} has to match {pattern}.");
}
