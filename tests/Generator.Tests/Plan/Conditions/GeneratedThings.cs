using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Generator.Tests.Verifier;
using DataZoneGen.Wire;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>An acceptor. The tests create a waiter from it, which succeeds if the acceptor matches.</summary>
/// <param name="Matcher">How the path's value is compared with the expected value.</param>
/// <param name="Path">The path.</param>
/// <param name="Expected">What is expected, as JSON.</param>
public sealed record Acceptor(string Matcher, string Path, string Expected)
{
    public override string ToString() => Matcher + " " + Path + " = " + Expected;
}

/// <summary>The service of <see cref="ThingModel"/>, generated with a waiter for each of the acceptors given, or with a paginator.</summary>
internal sealed class GeneratedThings
{
    private readonly GeneratorRun _run;
    private readonly Lazy<Assembly> _assembly;

    private GeneratedThings(ModelText addition)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange([new ModelText("things/service-2.json", ThingModel.Service) { Service = "Things" }, addition with { Service = "Things" }]);
        _run = test.RunOnly();
        Assert.Null(_run.Result.Exception);
        _assembly = new Lazy<Assembly>(Load);
    }

    public static GeneratedThings WithWaiters(IEnumerable<Acceptor> acceptors) => new(new ModelText("things/waiters-2.json", JsonSerializer.Serialize(new
    {
        version = 2,
        waiters = acceptors.Select(static (acceptor, index) => (acceptor, index)).ToDictionary(static a => NameOf(a.index), static a => new
        {
            operation = "GetThing",
            delay = 1,
            maxAttempts = 2,
            acceptors = new[]
            {
                new
                {
                    matcher = a.acceptor.Matcher,
                    argument = a.acceptor.Path,
                    expected = JsonSerializer.Deserialize<JsonElement>(a.acceptor.Expected),
                    state = "success",
                },
            },
        }),
    })));

    public static GeneratedThings WithPaginator(string paginator) =>
        new(new ModelText("things/paginators-1.json", $$"""{ "pagination": { "GetThing": {{paginator}} } }"""));

    /// <summary>The diagnostics about waiters and paginators.</summary>
    public IReadOnlyList<string> Complaints =>
        [.. _run.Result.Diagnostics.Where(static d => d.Id is "DZG015" or "DZG016" or "DZG099").Select(static d => d.GetMessage(CultureInfo.InvariantCulture))];

    /// <summary>The generated condition of a waiter, on one line and without namespaces; null if the waiter was left out.</summary>
    public string? Condition(int waiter)
    {
        if (Source(NameOf(waiter) + "Waiter.Wire") is not { } source)
        {
            return null;
        }

        var start = source.IndexOf("if (", StringComparison.Ordinal);
        if (start < 0)
        {
            return "true";
        }

        var end = source.IndexOf(")\n        {\n            return", start, StringComparison.Ordinal);
        return OnOneLine(source[(start + "if (".Length)..end]);
    }

    /// <summary>The lines of a waiter, from the line that contains a text to the end of another text.</summary>
    public string Lines(int waiter, string from, string to)
    {
        var source = Source(NameOf(waiter) + "Waiter.Wire")!;
        var start = source.LastIndexOf('\n', source.IndexOf(from, StringComparison.Ordinal)) + 1;
        return source[start..(source.IndexOf(to, start, StringComparison.Ordinal) + to.Length)];
    }

    /// <summary>An expression of a paginator, found by the text before and after it.</summary>
    public string? Between(string before, string after)
    {
        var source = Source("ThingsClientExtensions.Paginators") ?? "";
        var start = source.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return start < before.Length ? null : OnOneLine(source[start..source.IndexOf(after, start, StringComparison.Ordinal)]);
    }

    /// <summary>Returns whether the waiter succeeds with a response.</summary>
    public Func<object, bool> Waiter(int waiter)
    {
        var type = Type(NameOf(waiter) + "Waiter");
        var instance = type.GetField("Instance")!.GetValue(null);
        var decide = type.GetMethod("OnResponse", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return response => (WaiterState)decide.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [response], null)! == WaiterState.Success;
    }

    /// <summary>Reads a response from a body with the generated client.</summary>
    public async Task<object> ReadAsync(string body)
    {
        using var invoker = new HttpMessageInvoker(new StubHandler(() => StubHandler.Json(body)));
        using var client = Client(invoker);
        var request = Activator.CreateInstance(Type("GetThingRequest"))!;
        var task = (Task)client.GetType().GetMethod("GetThingAsync", [request.GetType(), typeof(CancellationToken)])!.Invoke(client, [request, CancellationToken.None])!;
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    /// <summary>Reads the items of all pages with the generated client, and returns the queries of the requests.</summary>
    public async Task<(IReadOnlyList<string> Items, IReadOnlyList<string> Queries)> WalkAsync(params string[] pages)
    {
        using var handler = new StubHandler([.. pages.Select(static page => (Func<HttpResponseMessage>)(() => StubHandler.Json(page)))]);
        using var invoker = new HttpMessageInvoker(handler);
        using var client = Client(invoker);
        var walk = Type("ThingsClientExtensions").GetMethod("GetThingItemsAsync")!;
        var items = new List<string>();
        await foreach (var item in (IAsyncEnumerable<object>)walk.Invoke(null, [client, Activator.CreateInstance(Type("GetThingRequest")), CancellationToken.None])!)
        {
            items.Add(item.ToString()!);
        }

        return (items, [.. handler.Seen.Select(static request => new Uri(request.Url).Query)]);
    }

    private static string NameOf(int waiter) => "W" + waiter.ToString(CultureInfo.InvariantCulture);

    private static string OnOneLine(string code) => string.Join(' ', code.Split('\n').Select(static line => line.Trim()))
        .Replace("global::System.Linq.", "", StringComparison.Ordinal)
        .Replace("global::System.", "", StringComparison.Ordinal);

    private string? Source(string file) =>
        _run.Result.GeneratedSources.FirstOrDefault(s => s.HintName.EndsWith("/" + file + ".g.cs", StringComparison.Ordinal)).SourceText?.ToString();

    private Type Type(string name) => _assembly.Value.GetType("Acme.Things." + name, throwOnError: true)!;

    private AwsClient Client(HttpMessageInvoker invoker)
    {
        var options = (AwsClientOptions)Activator.CreateInstance(Type("ThingsClientOptions"))!;
        options.Region = "us-east-1";
        options.Endpoint = new Uri("http://127.0.0.1:1");
        options.Credentials = new AwsCredentials("AKID", "secret");
        options.HttpInvoker = invoker;
        return (AwsClient)Activator.CreateInstance(Type("ThingsClient"), options)!;
    }

    /// <summary>Compiles the generated code without a warning and loads it.</summary>
    private Assembly Load()
    {
        Compiler.VerifyClean(_run.Compilation);
        using var image = new MemoryStream();
        Assert.True(_run.Compilation.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext("Things", isCollectible: true).LoadFromStream(image);
    }
}
