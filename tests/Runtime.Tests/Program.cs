using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen;
using DataZoneGen.Runtime.Tests;
using DataZoneGen.Runtime.Tests.Credentials;

// What a child process of a test runs: calls with nothing but the environment to go by. TEST_ variables say how.
if (Environment.GetEnvironmentVariable("TEST_WITHOUT_SDK") is null)
{
    SdkCredentials.Register();
}

if (Environment.GetEnvironmentVariable("TEST_OWN_HANDLER") is not null)
{
    using var networked = new TestClient(new());
    Console.WriteLine("name=" + (await networked.GetItemAsync("id")).Name);
    return;
}

// The first credentials are refused.
var isRefused = Environment.GetEnvironmentVariable("TEST_REFUSE") is not null;
var handler = new StubHandler(
    () => isRefused
        ? StubHandler.Json("{\"__type\":\"ExpiredTokenException\"}", HttpStatusCode.Forbidden)
        : StubHandler.Json("{\"name\":\"n\"}"),
    () => StubHandler.Json("{\"name\":\"n\"}"));
var options = new AwsClientOptions
{
    HttpInvoker = new HttpMessageInvoker(handler),
    Profile = Environment.GetEnvironmentVariable("TEST_PROFILE"),
    Credentials = CreateProvider(),
};
if (Environment.GetEnvironmentVariable("TEST_USE_SDK") is { } sdkProfile)
{
    UseSdk(options, sdkProfile);
}

using var client = new TestClient(options);

var operation = Environment.GetEnvironmentVariable("TEST_BEARER") is null ? GetItem.Instance : GetItem.WithToken;

// So many calls at once.
var concurrent = int.TryParse(Environment.GetEnvironmentVariable("TEST_CONCURRENT"), out var number) ? number : 1;
var responses = await Task.WhenAll(Enumerable.Range(0, concurrent).Select(_ => Task.Run(() => client.CallAsync(operation, new GetItemRequest("id")))));

// Then a file takes another's place.
if (Environment.GetEnvironmentVariable("TEST_REPLACE")?.Split('|') is [var from, var to])
{
    File.Copy(from, to, overwrite: true);
}

// Then calls until so many access keys have been used.
var keys = int.TryParse(Environment.GetEnvironmentVariable("TEST_KEYS"), out number) ? number : 1;
var patience = Stopwatch.StartNew();
while (handler.Seen.Select(KeyOf).Distinct().Count() < keys && patience.Elapsed < TimeSpan.FromSeconds(30))
{
    await Task.Delay(50);
    await client.GetItemAsync("id");
}

foreach (var request in handler.Seen.DistinctBy(KeyOf))
{
    var token = request.Headers.GetValueOrDefault("x-amz-security-token");
    Console.WriteLine($"name={responses[0].Name} scope={KeyOf(request)} url={request.Url} token={token}");
}

if (Environment.GetEnvironmentVariable("TEST_ACCOUNT") is not null)
{
    var credentials = await (options.Credentials ?? SdkCredentials.ForProfile()).GetCredentialsAsync(default);
    Console.WriteLine("account=" + credentials.AccountId);
}

Console.WriteLine("trace=" + handler.Seen[0].Headers.GetValueOrDefault("X-Amzn-Trace-Id", "none"));
Console.WriteLine("loaded=" + AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "AWSSDK.Core"));

static string KeyOf(SeenRequest request) => request.Headers["Authorization"].Split(',')[0];

// A method of its own: one that names it in its signature loads AWSSDK.Core.
static void UseSdk(AwsClientOptions options, string profile) => options.UseSdk(credentials: null, profile: profile);

// The provider that a program makes by itself, such as ForProfile:work.
static IAwsCredentialsProvider? CreateProvider() => Environment.GetEnvironmentVariable("TEST_PROVIDER")?.Split(':') switch
{
    ["ForProfile", var profile] => SdkCredentials.ForProfile(profile.Length == 0 ? null : profile, Environment.GetEnvironmentVariable("TEST_STS_REGION")),
    ["AssumeRoleWithProfile", var profile] => new AssumeRoleCredentials(AwsHome.RoleArn, profile: profile),
    ["AssumeRole"] => new AssumeRoleCredentials(
        new AwsCredentials("AKIDBASE", AwsHome.Secret),
        AwsHome.RoleArn,
        new AssumeRoleOptions
        {
            SessionName = "nightly",
            ExternalId = "external-7",
            Policy = "{}",
            Duration = TimeSpan.FromMinutes(20),
            Region = Environment.GetEnvironmentVariable("TEST_STS_REGION") is { Length: > 0 } region ? region : null,
        }),
    _ => null,
};
