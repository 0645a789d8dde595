using LocalEndpoint;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using WebStatus;
using WebStatus.DataZone;

var builder = WebApplication.CreateBuilder(args);

// Without DATAZONE_DOMAIN, use a local DataZone endpoint in this process.
await using var local = builder.Configuration["DATAZONE_DOMAIN"] is null ? await LocalDataZone.StartAsync() : null;
var project = DisplayedProject.From(builder.Configuration, local, builder.Services);

// Options come from the section DataZone, then from the container, the environment and the profile.
builder.Services.AddDataZoneClient(builder.Configuration.GetSection("DataZone"));

// Spans and metrics of the client, with the parent spans of ASP.NET Core and the child spans of HttpClient.
builder.Services.AddOpenTelemetry()
    .WithTracing(static tracing => tracing.AddSource("DataZoneGen.*", "Microsoft.AspNetCore", "System.Net.Http").AddConsoleExporter())
    .WithMetrics(static metrics => metrics.AddMeter("DataZoneGen.*").AddConsoleExporter());

await using var app = builder.Build();

app.MapGet("/", async (IDataZoneClient client, HttpContext http) =>
    Results.Content(StatusPage.Write(await StatusReader.ReadAsync(client, project, http.RequestAborted)), "text/html; charset=utf-8"));

app.MapGet("/status", async (IDataZoneClient client, HttpContext http) =>
    Results.Json(await StatusReader.ReadAsync(client, project, http.RequestAborted)));

await app.RunAsync();
