using System;
using System.Text.RegularExpressions;

namespace DataZoneGen.Generator.Analysis.Facts;

/// <summary>
/// The pattern of strings in a model: a regular expression that the whole string must match. It is evaluated only where it means the same to .NET.
/// </summary>
/// <param name="text">The regular expression.</param>
internal sealed class ModelPattern(string text)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    // Several threads may create it; they create the same.
    private Evaluation? _evaluation;

    public string Text { get; } = text;

    /// <summary>Returns whether a string breaks the pattern for certain. Without certainty, and after 50 milliseconds, it does not.</summary>
    public bool IsBrokenBy(string value)
    {
        var evaluation = _evaluation ??= new Evaluation(Text);
        return evaluation.Regex is { } regex && evaluation.Meaning.IsSameFor(value) && !CanMatch(regex, value);
    }

    private static bool CanMatch(Regex regex, string value)
    {
        try
        {
            return regex.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private sealed class Evaluation
    {
        public Evaluation(string text)
        {
            Meaning = PatternMeaning.Of(text);
            Regex = Meaning.IsSame ? Create(text, Meaning) : null;
        }

        public PatternMeaning Meaning { get; }

        /// <summary>The regular expression; null if it may mean something else to .NET.</summary>
        public Regex? Regex { get; }

        /// <summary>
        /// Anchors the pattern, except between alternatives: a tool that removes the anchors of <c>^a|b$</c> leaves another pattern, so that only strings without any
        /// match are certain to break it.
        /// </summary>
        private static Regex? Create(string text, PatternMeaning meaning)
        {
            try
            {
                return new Regex(meaning.HasAlternatives ? text : "\\A(?:" + text + ")\\z", RegexOptions.CultureInvariant, Timeout);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }
}
