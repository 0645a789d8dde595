using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataZoneGen.Package.Tests.Faults;
using Xunit;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>A value with any characters cannot add a header or a parameter or change the path.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Values { get; } =
    [
        "a\r\nx-evil: 1", "a\nb", "a\rb", "a\0b", "a\tb", "a b", "é漢😀", "a&evil=1", "a?evil=1", "a#b", "a/../../b", "a%0d%0ab", "a=b;c", "http://evil/",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task ALabelIsOneSegmentOfThePath(string value)
    {
        await using var planted = new PlantedSecrets();

        var seen = await SendAsync(planted, client => client.ListDataSourcesAsync(planted.Request with { DomainIdentifier = value }));

        Assert.Equal(value, Uri.UnescapeDataString(seen.Target.Split('?')[0].Split('/')[3]));
        AssertOnlyClientHeaders(seen.Head);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task AQueryParameterIsOneParameter(string value)
    {
        await using var planted = new PlantedSecrets();

        var seen = await SendAsync(planted, client => client.ListDataSourcesAsync(planted.Request with { Name = value }));

        var parameters = seen.Target.Split('?')[1].Split('&').Select(static p => p.Split('=')).ToDictionary(static p => p[0], static p => Uri.UnescapeDataString(p[1]));
        Assert.Equal(["name", "projectIdentifier"], parameters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(value, parameters["name"]);
        AssertOnlyClientHeaders(seen.Head);
    }

    private static async Task<FaultRequest> SendAsync<T>(PlantedSecrets planted, Func<DataZoneClient, Task<T>> call)
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

    /// <summary>Checks that the request has only headers of the client.</summary>
    private static void AssertOnlyClientHeaders(string head)
    {
        HashSet<string> ours = new(StringComparer.OrdinalIgnoreCase)
        {
            "host", "user-agent", "authorization", "x-amz-date", "x-amz-security-token", "amz-sdk-invocation-id", "amz-sdk-request", "accept-encoding",

            // Present if another test listens to spans.
            "x-amzn-trace-id",
        };
        Assert.All(head.Split("\r\n")[1..], line => Assert.Contains(line.Split(':')[0], ours));
        Assert.All(head, static c => Assert.True(c is '\r' or '\n' or (>= ' ' and <= '~')));
    }
}
