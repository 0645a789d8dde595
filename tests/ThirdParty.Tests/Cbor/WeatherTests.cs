using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.Weather;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Cbor;

[Collection(nameof(WeatherServer))]
public sealed class WeatherTests(WeatherServer server) : IDisposable
{
    private readonly WeatherClient _client = server.CreateClient();

    public void Dispose() => _client.Dispose();

    [ServerFact]
    public async Task AStructureIsRead()
    {
        var station = (await _client.GetStationAsync(new() { StationId = "alps" })).Station;

        Assert.Equal(("alps", "Station alps", 2500f, true), (station.StationId, station.Name, station.Altitude, station.Active));
        Assert.Equal(new DateTimeOffset(2020, 2, 29, 12, 30, 45, 250, TimeSpan.Zero), station.BuiltAt);
        Assert.Equal(new Dictionary<string, string> { ["owner"] = "Ünal", ["empty"] = "" }, station.Labels);
        Assert.Equal(["sea", null], station.Neighbors);
    }

    [ServerFact]
    public async Task MembersThatAreNotSentAreNull()
    {
        var station = (await _client.GetStationAsync(new() { StationId = "woods" })).Station;

        Assert.Equal("Station woods", station.Name);
        Assert.Null(station.Altitude);
        Assert.Null(station.BuiltAt);
        Assert.Null(station.Labels);
    }

    [ServerFact]
    public async Task AnObservationComesBackAsItWasSent()
    {
        Measurement[] measurements =
        [
            new Measurement.Temperature(-40.25),
            new Measurement.Temperature(21),
            new Measurement.Temperature(double.PositiveInfinity),
            new Measurement.Rain(0),
            new Measurement.Rain(-1),
            new Measurement.Rain(long.MaxValue),
            new Measurement.Rain(long.MinValue),
            new Measurement.Sky(Sky.Overcast),
#pragma warning disable DZG105 // The value is unknown on purpose.
            new Measurement.Sky(new("GREEN")),
#pragma warning restore DZG105
            new Measurement.Report(new string('ü', 70_000) + "🌧"),
        ];

        foreach (var measurement in measurements)
        {
            var sent = new Observation
            {
                ObservedAt = new DateTimeOffset(1969, 7, 20, 20, 17, 40, 125, TimeSpan.Zero),
                Measurement = measurement,
                Photo = new byte[] { 0, 1, 255 },
                Details = new Dictionary<string, double?> { ["north"] = 1.5, ["south"] = null, [""] = -0.1 },
            };

            var put = await _client.PutObservationsAsync(new() { StationId = "alps", Observations = [sent with { Measurement = new Measurement.Rain(1) }, sent] });

            Assert.Equal(2, put.Accepted);
            Assert.Equal(sent.ObservedAt, put.Latest?.ObservedAt);
            Assert.Equal(measurement, put.Latest?.Measurement);
            Assert.Equal(sent.Photo?.ToArray(), put.Latest?.Photo?.ToArray());
            Assert.Equal(sent.Details, put.Latest?.Details);
        }
    }

    [ServerFact]
    public async Task StationsComeInPages()
    {
        var pages = await ServerClient.ToListAsync(_client.ListStationsPagesAsync(new() { MaxResults = 2 }));
        var stations = await ServerClient.ToListAsync(_client.ListStationsItemsAsync(new() { MaxResults = 1 }));

        Assert.Equal(2, pages[0].Stations?.Count);
        Assert.Contains("alps", stations.Select(static station => station.StationId));
        Assert.Equal(stations.Select(static station => station.StationId), pages.SelectMany(static page => page.Stations!).Select(static station => station.StationId));
    }

    [ServerFact]
    public async Task AMissingStationIsAModeledErrorWithItsMembers()
    {
        var error = await Assert.ThrowsAsync<NoSuchStationException>(() => _client.GetStationAsync(new() { StationId = "moon" }));

        Assert.Equal("NoSuchStation", error.ErrorCode);
        Assert.Equal("There is no station moon.", error.ServiceMessage);
        Assert.Equal("moon", error.StationId);
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Equal(("Weather", "GetStation"), (error.Service, error.Operation));
        Assert.False(string.IsNullOrEmpty(error.RequestId));
    }

    [ServerFact]
    public async Task AThrottledCallIsRetried()
    {
        var got = await _client.GetStationAsync(new() { StationId = "busy" });

        Assert.Equal("Busy", got.Station.Name);
        Assert.Equal(2, got.Metadata.Attempts);
    }

    [ServerFact]
    public async Task AWaiterReadsABoolean()
    {
        var active = await _client.WaitUntilStationActiveAsync(new() { StationId = "new" }, ServerClient.Poll<GetStationResponse>());

        Assert.Equal(true, active.Station.Active);
    }

    [ServerFact]
    public async Task OperationsWithoutOutputOrInputHaveEmptyBodies()
    {
        var ping = await _client.PingAsync(new());
        var deleted = await _client.DeleteStationAsync(new() { StationId = "sea" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (ping.Metadata.StatusCode, deleted.Metadata.StatusCode));
        await Assert.ThrowsAsync<NoSuchStationException>(() => _client.DeleteStationAsync(new() { StationId = "sea" }));
    }
}
