using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// The functions of the endpoint rules language, for rules that are compiled to C#. A function of a missing value returns a missing value; a condition
/// on a missing value is false.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointRules
{
    private const int MinBucketLength = 3;
    private const int MaxBucketLength = 63;

    /// <summary>Determines whether a text is a valid host label: 1 to 63 letters, digits and hyphens, with no hyphen at the start or end.</summary>
    /// <param name="value">The text.</param>
    /// <param name="allowDots">Whether several labels that are separated by dots are allowed.</param>
    /// <returns><see langword="true"/> if every label is valid; otherwise, <see langword="false"/>.</returns>
    public static bool IsValidHostLabel(string? value, bool allowDots) => HostName.IsValidLabel(value, allowDots);

    /// <summary>
    /// Determines whether the name of an S3 bucket can be part of the host name: 3 to 63 lowercase letters, digits and hyphens, with no hyphen at the
    /// start or end, and no IP address.
    /// </summary>
    /// <param name="value">The name of the bucket.</param>
    /// <param name="allowDots">Whether dots, which wildcard certificates do not cover, are allowed.</param>
    /// <returns><see langword="true"/> if it can; otherwise, <see langword="false"/>.</returns>
    public static bool IsVirtualHostableBucket(string? value, bool allowDots) =>
        value is { Length: >= MinBucketLength and <= MaxBucketLength }
        && HostName.IsValidLabel(value, allowDots)
        && !value.AsSpan().ContainsAnyInRange('A', 'Z')
        && !HostName.IsIPv4Address(value);

    /// <summary>Returns a part of a text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="start">The start of the part.</param>
    /// <param name="stop">The end of the part, exclusive.</param>
    /// <param name="reverse">Whether positions are counted from the end.</param>
    /// <returns>The part; <see langword="null"/> if the text is too short or not ASCII, or if the part is empty.</returns>
    public static string? Substring(string? value, int start, int stop, bool reverse) =>
        value is null || start < 0 || start >= stop || stop > value.Length || !Ascii.IsValid(value) ? null
        : reverse ? value[^stop..^start]
        : value[start..stop];

    /// <summary>Splits a text at a delimiter.</summary>
    /// <param name="value">The text.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="limit">The maximum number of parts, of which the last one has the rest of the text; 0 for no limit.</param>
    /// <returns>The parts; <see langword="null"/> if the delimiter is empty.</returns>
    public static IReadOnlyList<string>? Split(string? value, string? delimiter, int limit) =>
        value is null || string.IsNullOrEmpty(delimiter) || limit < 0 ? null : value.Split(delimiter, limit == 0 ? int.MaxValue : limit);

    /// <summary>Returns an item of a list.</summary>
    /// <param name="values">The list.</param>
    /// <param name="index">The index; a negative index counts from the end.</param>
    /// <returns>The item; <see langword="null"/> if the index is out of range.</returns>
    public static string? GetItem(IReadOnlyList<string>? values, int index)
    {
        var position = index < 0 ? index + (values?.Count ?? 0) : index;
        return values is not null && position >= 0 && position < values.Count ? values[position] : null;
    }

    /// <summary>Percent-encodes a text, except for letters, digits and <c>-._~</c>.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The encoded text.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? UriEncode(string? value) => value is null ? null : Uri.EscapeDataString(value);

    /// <summary>Parses a URL.</summary>
    /// <param name="url">The URL.</param>
    /// <returns>The parts; <see langword="null"/> if it is not an http or https URL, or has user information, a query or a fragment.</returns>
    public static EndpointUrl? ParseUrl(string? url) => EndpointUrl.Parse(url);

    /// <summary>Parses an Amazon Resource Name (ARN).</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The parts; <see langword="null"/> if the text is not an ARN.</returns>
    public static EndpointArn? ParseArn(string? arn) => EndpointArn.Parse(arn);

    /// <summary>Creates the exception for an error of the rules.</summary>
    /// <param name="message">The message of the rules.</param>
    /// <returns>The exception, for the caller to throw.</returns>
    public static EndpointException CreateException(string message) => new(message);

    /// <summary>Creates the exception for parameters that no rule matches.</summary>
    /// <returns>The exception, for the caller to throw.</returns>
    public static EndpointException CreateNoMatchException() => new("No endpoint rule matches these settings.");
}
