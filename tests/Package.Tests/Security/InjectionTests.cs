using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataZoneGen.Package.Tests.Faults;
using Xunit;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>What a caller gives as a value stays that value, whatever characters are in it: it becomes no header, no parameter, no other path.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Values { get; } =
    [
        "a\r\nx-evil: 1", "a\nb", "a\rb", "a\0b", "a\tb", "a b", "é漢😀", "a&evil=1", "a?evil=1", "a#b", "a/../../b", "a%0d%0ab", "a=b;c", "http://evil/",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task ALabelStaysOneSegmentOfThePath(string value)
    {
        await using var planted = new Planted();

        var seen = await SeeAsync(planted, client => client.ListDataSourcesAsync(planted.Request with { DomainIdentifier = value }));

        Assert.Equal(value, Uri.UnescapeDataString(seen.Target.Split('?')[0].Split('/')[3]));
        AssertOnlyOurHeaders(seen.Head);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AParameterStaysOneParameter(string value)
    {
        await using var planted = new Planted();

        var seen = await SeeAsync(planted, client => client.ListDataSourcesAsync(planted.Request with { Name = value }));

        var parameters = seen.Target.Split('?')[1].Split('&').Select(static p => p.Split('=')).ToDictionary(static p => p[0], static p => Uri.UnescapeDataString(p[1]));
        Assert.Equal(["name", "projectIdentifier"], parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(value, parameters["name"]);
        AssertOnlyOurHeaders(seen.Head);
    }

    private static async Task<FaultRequest> SeeAsync<T>(Planted planted, Func<DataZoneClient, Task<T>> call)
    {
        FaultRequest? seen = null;
        planted.Reply = (request, _) =>
        {
            seen = request;
            return null;
        };
        await call(planted.Client);
        return seen!;
    }

    /// <summary>All lines of the head, sorted by their names, are the ones that a client sends.</summary>
    private static void AssertOnlyOurHeaders(string head)
    {
        HashSet<string> ours = new(StringComparer.OrdinalIgnoreCase)
        {
            "host", "user-agent", "authorization", "x-amz-date", "x-amz-security-token", "amz-sdk-invocation-id", "amz-sdk-request", "accept-encoding",

            // When another test listens to spans.
            "x-amzn-trace-id",
        };
        Assert.All(head.Split("\r\n")[1..], line => Assert.Contains(line.Split(':')[0], ours));
        Assert.All(head, static c => Assert.True(c is '\r' or '\n' or (>= ' ' and <= '~')));
    }
}
