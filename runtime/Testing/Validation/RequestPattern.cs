using System;
using System.ComponentModel;
using System.Text.RegularExpressions;

namespace DataZoneGen.Testing.Wire;

/// <summary>A pattern of a model. It is parsed when it is used for the first time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestPattern
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Lazy<Regex?> _regex;

    /// <summary>Initializes a new instance of the <see cref="RequestPattern"/> class.</summary>
    /// <param name="pattern">The pattern as the model has it. It must match the whole value.</param>
    public RequestPattern(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Text = pattern;
        _regex = new Lazy<Regex?>(() => Parse(pattern));
    }

    /// <summary>The pattern as the model has it.</summary>
    internal string Text { get; }

    /// <summary>
    /// Whether a value may match. .NET counts a character of two UTF-16 code units twice, so a value with one may match, and so may a value for which the time is over.
    /// </summary>
    internal bool IsMatch(string value)
    {
        try
        {
            return value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || (_regex.Value?.IsMatch(value) ?? true);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static Regex? Parse(string pattern)
    {
        try
        {
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, Timeout);
        }
        catch (ArgumentException)
        {
            // The patterns of models have the syntax of Java.
            return null;
        }
    }
}
