using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Suites;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>A made-up service with one member of each kind, for tests of the comparisons themselves.</summary>
internal static class Bakery
{
    public static readonly SigningFacts Facts = new("20260102T030405Z", "AKIDEXAMPLE", "secret", "token", "us-east-1", "bakery");

    public static GeneratedClient Client { get; } =
        GeneratedClient.Of(new ServiceFiles("bakery", [Path.Combine(AppContext.BaseDirectory, "SelfTests", "bakery.service-2.json")]));

    public static OperationPlan Order { get; } = Client.Plan.Operation("Order")!;

    public static OperationPlan SendPhoto { get; } = Client.Plan.Operation("SendPhoto")!;

    /// <summary>Places an order and gives the request as it was sent.</summary>
    public static async Task<CapturedRequest> SendAsync(string input)
    {
        using var service = new ScriptedService(CannedResponse.Empty);
        using var connection = new Connection(Client, service, Facts);
        await connection.CallAsync(Order, Build(input));
        return service.Requests.Single();
    }

    /// <summary>Lets the client read an response and gives what differs from the values expected.</summary>
    public static async Task<Differences> ReadAsync(string body, string expected)
    {
        using var service = new ScriptedService(new CannedResponse(200, [], Encoding.UTF8.GetBytes(body)));
        using var connection = new Connection(Client, service, Facts);
        var response = await connection.CallAsync(Order, new MinimalInput(Client).Of(Order));
        var differences = new Differences();
        new ValueComparer(Client.Plan, ValueNotation.Oracle, differences).Structure(Order.Response.Properties, Json(expected), response, "order");
        return differences;
    }

    public static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static object Build(string input) =>
        new ValueBuilder(Client.Plan, ValueNotation.Oracle).Structure(Order.Request.Properties, Client.Type(Order.Request.Name), Json(input));
}
