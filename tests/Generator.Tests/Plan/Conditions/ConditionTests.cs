using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>What is generated for acceptors, for a person to read: the table of conditions.txt.</summary>
public sealed class ConditionTests
{
    private static readonly IReadOnlyList<(Acceptor Acceptor, string Condition)> Table = AcceptorTable.Read("conditions.txt");

    private static readonly Lazy<GeneratedThings> Things = new(static () => GeneratedThings.WithWaiters(Table.Select(static row => row.Acceptor)));

    public static TheoryData<int, string> Rows => AcceptorTable.Cases(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_acceptor_becomes_a_condition(int row, string acceptor)
    {
        Assert.NotEmpty(acceptor);
        Assert.Equal(Table[row].Condition, Things.Value.Condition(row));
    }

    [Fact]
    public void A_condition_that_is_too_long_for_a_line_has_one_for_each_part()
    {
        var things = GeneratedThings.WithWaiters([new Acceptor("path", "name == 'a' && title == 'b' && status == 'ACTIVE' && state == 'ACTIVE' && ready && done && count > `12345`", "true")]);

        Assert.Equal(
            """
                    if (response.Name == "a"
                        && response.Title == "b"
                        && response.Status == Status.Active
                        && response.State == Status.Active
                        && response.Ready == true
                        && response.Done
                        && response.Count > 12345)
            """.ReplaceLineEndings("\n"),
            things.Lines(0, "if (", "12345)"));
    }
}
