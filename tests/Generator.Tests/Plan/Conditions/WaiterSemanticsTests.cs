using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>Generated waiters decide as an interpreter of JMESPath does.</summary>
public sealed class WaiterSemanticsTests
{
    [Fact]
    public Task Acceptors_of_every_construct_have_the_result_of_the_specification()
    {
        var acceptors = AcceptorTable.Read("conditions.txt").Select(static row => row.Acceptor).ToList();
        return CompareAsync(acceptors, seed: 1, responses: 200, mustCompile: acceptors.Count);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public Task Random_acceptors_have_the_result_of_the_specification(int seed)
    {
        var paths = new RandomPaths(new Random(seed));
        return CompareAsync([.. Enumerable.Range(0, 300).Select(_ => paths.Next())], seed, responses: 50, mustCompile: 220);
    }

    private static async Task CompareAsync(List<Acceptor> acceptors, int seed, int responses, int mustCompile)
    {
        var things = GeneratedThings.WithWaiters(acceptors);
        var compiled = acceptors.Select(static (acceptor, index) => (Acceptor: acceptor, Index: index))
            .Where(a => things.Condition(a.Index) is not null)
            .Select(a => (a.Acceptor, a.Index, Generated: things.Waiter(a.Index), Interpreted: Oracle.Matcher(a.Acceptor)))
            .ToList();
        Assert.True(compiled.Count >= mustCompile, $"{compiled.Count} of {acceptors.Count} compiled: {string.Join('\n', things.Complaints.Take(20))}");

        var random = new RandomThings(new Random(seed));
        for (var i = 0; i < responses; i++)
        {
            var body = random.Next().ToJsonString();
            var document = Oracle.Convert(JsonSerializer.Deserialize<JsonElement>(body));
            var response = await things.ReadAsync(body);
            foreach (var (acceptor, index, generated, interpreted) in compiled)
            {
                var (wanted, found) = (interpreted(document), generated(response));
                Assert.True(wanted == found, $"{acceptor}: {found} instead of {wanted} by\n{things.Condition(index)}\nfor {body}");
            }
        }
    }
}
