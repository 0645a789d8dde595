using LocalEndpoint;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using WebStatus;
using WebStatus.DataZone;

var builder = WebApplication.CreateBuilder(args);

// Without a domain of yours, a local DataZone in this process stands in for AWS's.
await using var local = builder.Configuration["DATAZONE_DOMAIN"] is null ? await LocalDataZone.StartAsync() : null;
var place = Place.Of(builder.Configuration, local, builder.Services);

// Options from the section DataZone, the rest from the environment or the container.
builder.Services.AddDataZoneClient(builder.Configuration.GetSection("DataZone"));

// Spans and figures of the client, and the spans of ASP.NET Core and HttpClient around and below them.
builder.Services.AddOpenTelemetry()
    .WithTracing(static tracing => tracing.AddSource("DataZoneGen.*", "Microsoft.AspNetCore", "System.Net.Http").AddConsoleExporter())
    .WithMetrics(static metrics => metrics.AddMeter("DataZoneGen.*").AddConsoleExporter());

await using var app = builder.Build();

app.MapGet("/", async (IDataZoneClient client, HttpContext http) =>
    Results.Content(StatusPage.Write(await StatusReader.ReadAsync(client, place, http.RequestAborted)), "text/html; charset=utf-8"));

app.MapGet("/status", async (IDataZoneClient client, HttpContext http) =>
    Results.Json(await StatusReader.ReadAsync(client, place, http.RequestAborted)));

await app.RunAsync();
