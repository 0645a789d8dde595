using System;
using System.Linq;
using System.Net.Http;
using DataZoneGen.Runtime.Tests;

// What a child process of a test runs: one call with nothing but the environment to go by.
if (Environment.GetEnvironmentVariable("TEST_WITHOUT_CHAIN") is not null)
{
    AppContext.SetSwitch("DataZoneGen.UseSdkChain", false);
}

var handler = new StubHandler(() => StubHandler.Json("{\"name\":\"n\"}"));
using var client = new TestClient(new()
{
    HttpInvoker = new HttpMessageInvoker(handler),
    Profile = Environment.GetEnvironmentVariable("TEST_PROFILE"),
});
var response = await client.GetItemAsync("id");
var authorization = handler.Seen.Single().Headers["Authorization"];
Console.WriteLine($"name={response.Name} scope={authorization.Split(',')[0]} url={handler.Seen.Single().Url}");
Console.WriteLine("loaded=" + AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "AWSSDK.Core"));
