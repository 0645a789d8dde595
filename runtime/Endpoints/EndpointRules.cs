using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// The functions that a service's endpoint rules, compiled to C#, call. What is made of a value that is missing is missing too; a condition on
/// one does not hold.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointRules
{
    private const int MinBucketLength = 3;
    private const int MaxBucketLength = 63;

    /// <summary>Whether a text can stand in a host name: 1 to 63 letters, digits and hyphens, no hyphen at either end.</summary>
    /// <param name="value">The text.</param>
    /// <param name="allowDots">Whether several labels, separated by dots, are allowed.</param>
    /// <returns>Whether every label is valid.</returns>
    public static bool IsValidHostLabel(string? value, bool allowDots) => HostName.IsValidLabel(value, allowDots);

    /// <summary>Whether an S3 bucket can be named in the host: 3 to 63 small letters, digits and hyphens, no hyphen at either end, no IP address.</summary>
    /// <param name="value">The bucket's name.</param>
    /// <param name="allowDots">Whether dots, which certificates do not cover, are allowed.</param>
    /// <returns>Whether it can.</returns>
    public static bool IsVirtualHostableBucket(string? value, bool allowDots) =>
        value is { Length: >= MinBucketLength and <= MaxBucketLength }
        && HostName.IsValidLabel(value, allowDots)
        && !value.AsSpan().ContainsAnyInRange('A', 'Z')
        && !HostName.IsIPv4Address(value);

    /// <summary>A part of a text.</summary>
    /// <param name="value">The text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="stop">Where it ends, exclusive.</param>
    /// <param name="reverse">Whether positions are counted from the end.</param>
    /// <returns>The part; <see langword="null"/> when the text is too short, is not ASCII, or the part is empty.</returns>
    public static string? Substring(string? value, int start, int stop, bool reverse) =>
        value is null || start < 0 || start >= stop || stop > value.Length || !Ascii.IsValid(value) ? null
        : reverse ? value[^stop..^start]
        : value[start..stop];

    /// <summary>The text between a delimiter's occurrences.</summary>
    /// <param name="value">The text.</param>
    /// <param name="delimiter">What separates the parts.</param>
    /// <param name="limit">The most parts, the last of which takes the rest; 0 for all.</param>
    /// <returns>The parts; <see langword="null"/> when the delimiter is empty.</returns>
    public static IReadOnlyList<string>? Split(string? value, string? delimiter, int limit) =>
        value is null || string.IsNullOrEmpty(delimiter) || limit < 0 ? null : value.Split(delimiter, limit == 0 ? int.MaxValue : limit);

    /// <summary>One of several texts.</summary>
    /// <param name="values">The texts.</param>
    /// <param name="index">The position; a negative one counts from the end.</param>
    /// <returns>The text; <see langword="null"/> when there are not so many.</returns>
    public static string? Item(IReadOnlyList<string>? values, int index)
    {
        var position = index < 0 ? index + (values?.Count ?? 0) : index;
        return values is not null && position >= 0 && position < values.Count ? values[position] : null;
    }

    /// <summary>A text as a part of a path: everything but letters, digits and <c>-._~</c> is percent-encoded.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The text, encoded.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? UriEncode(string? value) => value is null ? null : Uri.EscapeDataString(value);

    /// <summary>Takes a URL apart.</summary>
    /// <param name="url">The URL.</param>
    /// <returns>The parts; <see langword="null"/> when it is not an http or https URL, or has a user, a query or a fragment.</returns>
    public static EndpointUrl? ParseUrl(string? url) => EndpointUrl.Parse(url);

    /// <summary>Takes an Amazon Resource Name apart.</summary>
    /// <param name="arn">The name.</param>
    /// <returns>The parts; <see langword="null"/> when it is none.</returns>
    public static EndpointArn? ParseArn(string? arn) => EndpointArn.Parse(arn);

    /// <summary>The exception for settings to which the rules know no endpoint.</summary>
    /// <param name="message">What the rules say about it.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static EndpointException Error(string message) => new(message);

    /// <summary>The exception for settings that none of the rules is for.</summary>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static EndpointException NoneApplies() => new("No endpoint rule applies to these settings.");
}
