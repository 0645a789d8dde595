using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>A file of acceptors, each on a line of its own (<c>matcher path = expected</c>), and below it what becomes of it.</summary>
internal static class AcceptorTable
{
    public static IReadOnlyList<(Acceptor Acceptor, string Outcome)> Read(string file)
    {
        var lines = Repository.Read("tests/Generator.Tests/Plan/Conditions/" + file).Split('\n').Where(static line => line.Length > 0 && line[0] != '#').ToList();
        return [.. lines.Chunk(2).Select(static pair => (Parse(pair[0]), pair[1].Trim()))];
    }

    /// <summary>The acceptors as arguments of a theory, by which a failed one is found in the file.</summary>
    public static TheoryData<int, string> Cases(IReadOnlyList<(Acceptor Acceptor, string Outcome)> table)
    {
        var cases = new TheoryData<int, string>();
        for (var i = 0; i < table.Count; i++)
        {
            cases.Add(i, table[i].Acceptor.ToString());
        }

        return cases;
    }

    private static Acceptor Parse(string line)
    {
        var (space, equals) = (line.IndexOf(' ', StringComparison.Ordinal), line.LastIndexOf(" = ", StringComparison.Ordinal));
        return new Acceptor(line[..space], line[(space + 1)..equals], line[(equals + 3)..]);
    }
}
