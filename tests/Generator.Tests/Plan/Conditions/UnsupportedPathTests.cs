using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>Unsupported paths leave the waiter out: the table in unsupported-paths.txt.</summary>
public sealed class UnsupportedPathTests
{
    private static readonly IReadOnlyList<(Acceptor Acceptor, string Why)> Table = AcceptorTable.Read("unsupported-paths.txt");

    private static readonly Lazy<IReadOnlyList<string>> Complaints =
        new(static () => GeneratedThings.WithWaiters(Table.Select(static row => row.Acceptor)).Complaints);

    public static TheoryData<int, string> Rows => AcceptorTable.Cases(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_acceptor_that_does_not_match_the_types_is_rejected_with_a_reason(int row, string acceptor)
    {
        Assert.NotEmpty(acceptor);
        Assert.Contains(
            FormattableString.Invariant($"Waiter 'W{row}' is left out: '{Table[row].Acceptor.Path}': {Table[row].Why}"), Complaints.Value);
    }

    [Theory]
    [InlineData("||")]
    [InlineData("|")]
    public void A_path_with_too_long_code_is_rejected(string op)
    {
        var path = "(name || 'a')" + string.Concat(Enumerable.Repeat(op == "|" ? " | [@, @][0] | (@ || @)" : " || (name || 'a')", op == "|" ? 40 : 100));

        var things = GeneratedThings.WithWaiters([new Acceptor("path", path, "\"b\"")]);

        Assert.DoesNotContain(things.Complaints, static complaint => complaint.Contains("failed on", StringComparison.Ordinal));
        Assert.True(things.Condition(0) is null or { Length: < 30_000 });
    }
}
