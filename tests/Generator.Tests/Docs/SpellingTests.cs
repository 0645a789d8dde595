using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>
/// Checks the words of everything that a person reads: pages, comments, messages and descriptions of models. A word that is not in <c>words.txt</c> is
/// misspelled, or new: then it belongs into the list, in its alphabetical place. A word that this project replaces by a plainer one is in
/// <see cref="Replacements"/>.
/// </summary>
public sealed class SpellingTests
{
    private const string WordList = "tests/Generator.Tests/Docs/words.txt";

    private static readonly Dictionary<string, string> Replacements = new(StringComparer.Ordinal)
    {
        ["answer"] = "response",
        ["answers"] = "responses",
        ["answered"] = "responded, or returned",
        ["figures"] = "metrics, or numbers",
        ["mend"] = "recover, or fix",
        ["mended"] = "recovered, or fixed",
        ["mends"] = "recovers, or fixes",
    };

    [Fact]
    public void Each_word_is_in_the_word_list()
    {
        var known = Words();
        var unknown = ProseReader.ReadAll()
            .Where(word => !known.Contains(word.Text))
            .GroupBy(static word => word.Text, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.Key + ": " + string.Join(", ", group.Select(static word => word.Path).Distinct().Take(3)))
            .ToList();

        Assert.True(unknown.Count == 0, "Fix these words, or add them to " + WordList + ":\n" + string.Join("\n", unknown));
    }

    [Fact]
    public void Each_word_of_the_list_is_in_use()
    {
        var used = ProseReader.ReadAll().Select(static word => word.Text).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Words().Where(word => !used.Contains(word)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_list_is_sorted_and_has_no_word_that_is_replaced()
    {
        var words = Lines();

        Assert.Equal(words.Order(StringComparer.Ordinal).Distinct(), words);
        Assert.Empty(words.Where(Replacements.ContainsKey).Select(static word => word + ": use " + Replacements[word]));
    }

    [Theory]
    [InlineData("a.md", "One `twoo` [three](four.md) <five>six</five>.\n```\nseven\n```\nEightNine ten10", "one three six")]
    [InlineData("a.cs", "/// <summary>One <c>twoo</c> <see cref=\"Three\"/>four's.</summary>\nclass C { } // five", "one four five")]
    [InlineData("runtime/a.cs", "class C { string S = \"This is a message of {0}.\", T = \"noprose\"; }", "this is message of")]
    [InlineData("a.json", "{ \"name\": \"onee\", \"documentation\": \"Two three.\", \"enumDocumentation\": { \"X\": \"Four.\" } }", "two three four")]
    public void Words_of_prose_are_read_and_code_is_not(string path, string text, string expected) =>
        Assert.Equal(expected.Split(' '), ProseReader.Read(path, text).Select(static word => word.Text));

    private static string[] Lines() => Repository.Read(WordList).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> Words() => [.. Lines()];
}
