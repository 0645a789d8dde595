using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>A request that the fake has had.</summary>
internal sealed record FakeAwsRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Everything that gives out credentials, on one port of this machine: STS, SSO, a container's endpoint, an instance's metadata service.</summary>
internal sealed class FakeAws : IAsyncDisposable
{
    public const string RoleAccount = "555555555555";

    public const string InstanceToken = "instance-token";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeAwsRequest> _requests = new();
    private int _number;

    private FakeAws()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>How long credentials live.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether every response is <see cref="FailureStatus"/>.</summary>
    public bool IsDown { get; set; }

    public int FailureStatus { get; set; } = StatusCodes.Status503ServiceUnavailable;

    /// <summary>The roles of the instance, one a line.</summary>
    public string Roles { get; set; } = "role";

    /// <summary>The region of the instance.</summary>
    public string Region { get; set; } = "eu-north-1";

    /// <summary>The session token that the metadata service issues.</summary>
    public string IssuedToken { get; set; } = InstanceToken;

    /// <summary>What requests wait for; <see langword="null"/> for nothing.</summary>
    public Task? Gate { get; set; }

    /// <summary>Whether STS refuses.</summary>
    public bool Denies { get; init; }

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public IReadOnlyList<FakeAwsRequest> Requests => [.. _requests];

    public static async Task<FakeAws> StartAsync(TimeSpan? lifetime = null, bool denies = false, TimeProvider? clock = null)
    {
        var fake = new FakeAws { Lifetime = lifetime ?? TimeSpan.FromHours(1), Denies = denies, Clock = clock ?? TimeProvider.System };
        await fake._app.StartAsync();
        return fake;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new FakeAwsRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        _requests.Enqueue(request);
        await (Gate ?? Task.CompletedTask).WaitAsync(context.RequestAborted);
        var (status, type, body) = IsDown ? (FailureStatus, "text/plain", "") : Answer(context.Request.Path, request);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.SetCookie = "session=1";
        context.Response.Headers.Location = "/container";
        await context.Response.WriteAsync(body);
    }

    private (int Status, string Type, string Body) Answer(PathString path, FakeAwsRequest request) => path.Value switch
    {
        "/" when Denies => (403, "text/xml", """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code>
            <Message>This one may not assume that role</Message></Error><RequestId>r-1</RequestId></ErrorResponse>
            """),
        "/" => (200, "text/xml", RoleXml(request.Body.Split('&').Single(part => part.StartsWith("Action=", StringComparison.Ordinal))["Action=".Length..])),
        "/federation/credentials" when Denies => (401, "application/json", """{ "__type": "UnauthorizedException", "message": "Session token not found or invalid" }"""),
        "/federation/credentials" => (200, "application/json", $$"""
            { "roleCredentials": { "accessKeyId": "{{Key("SSO")}}", "secretAccessKey": "s", "sessionToken": "t", "expiration": {{Expiration.ToUnixTimeMilliseconds()}} } }
            """),
        "/container" => (200, "application/json", $$"""
            { "AccessKeyId": "{{Key("CONTAINER")}}", "SecretAccessKey": "s", "Token": "t", "Expiration": "{{Text(Expiration)}}" }
            """),
        "/redirect" => (302, "text/plain", ""),
        "/refused" => (404, "application/json", """{ "AccessKeyId": "AKIDREFUSED", "SecretAccessKey": "s" }"""),
        "/large" => (200, "application/json", new string(' ', 100_000)),
        "/latest/api/token" when request.Method == "PUT" => (200, "text/plain", IssuedToken),
        _ when request.Headers.GetValueOrDefault("x-aws-ec2-metadata-token") != InstanceToken => (401, "text/plain", ""),
        "/latest/meta-data/iam/security-credentials" or "/latest/meta-data/iam/security-credentials/" => (200, "text/plain", Roles),
        "/latest/meta-data/iam/security-credentials/role" or "/latest/meta-data/iam/security-credentials/a?role" => (200, "application/json", $$"""
            { "Code": "Success", "AccessKeyId": "{{Key("INSTANCE")}}", "SecretAccessKey": "s", "Token": "t", "Expiration": "{{Text(Expiration)}}" }
            """),
        "/latest/meta-data/placement/region" => (200, "text/plain", Region),
        _ => (404, "text/plain", ""),
    };

    /// <summary>What time it is where credentials are given out.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    private DateTimeOffset Expiration => Clock.GetUtcNow() + Lifetime;

    private string Key(string source) => $"AKID{source}{++_number}";

    private string RoleXml(string action) => $"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials>
        <AccessKeyId>{Key(action == "AssumeRole" ? "ROLE" : "WEB")}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
        <Expiration>{Text(Expiration)}</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>ARO:s</AssumedRoleId>
        <Arn>arn:aws:sts::{RoleAccount}:assumed-role/reader/s</Arn></AssumedRoleUser></{action}Result></{action}Response>
        """;

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
