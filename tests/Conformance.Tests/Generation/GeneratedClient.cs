using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>A client generated, compiled and loaded while the tests run. There is one for each model, shared by all suites.</summary>
internal sealed class GeneratedClient
{
    private const BindingFlags Direct = BindingFlags.DoNotWrapExceptions;

    private static readonly ConcurrentDictionary<string, Lazy<GeneratedClient>> Clients = new(StringComparer.Ordinal);

    private readonly Lazy<(MemoryStream Image, IReadOnlyList<string> Problems)> _compiled;
    private readonly Lazy<Assembly> _assembly;
    private readonly Lazy<FakeSide> _fake;

    private GeneratedClient(ServiceFiles service)
    {
        var generation = ClientGeneration.Run(service);
        Plan = generation.ReadPlan();
        _compiled = new(() => ClientCompiler.Compile(generation, service.Name));
        _assembly = new(() => ClientCompiler.Load(_compiled.Value, service.Name));
        _fake = new(() => FakeSide.Find(_assembly.Value));
    }

    public ClientPlan Plan { get; }

    /// <summary>The server side of the service, if it is generated.</summary>
    public FakeSide Fake => _fake.Value;

    /// <summary>The errors and warnings of the compiler.</summary>
    public IReadOnlyList<string> Problems => _compiled.Value.Problems;

    /// <summary>The client of a service, which is kept.</summary>
    public static GeneratedClient Of(ServiceFiles service) => Clients.GetOrAdd(
        string.Join(Path.PathSeparator, service.Paths.Prepend(service.Protocol).Append(service.HasFake ? "fake" : "")), _ => new Lazy<GeneratedClient>(() => Create(service))).Value;

    /// <summary>A client that nobody else uses, so that it does not stay in memory.</summary>
    public static GeneratedClient Create(ServiceFiles service) => new(service);

    public Type Type(string name) => _assembly.Value.GetType(Plan.Context.Namespace + "." + name, throwOnError: true)!;

    /// <summary>Makes the request of an operation from the members that a vector gives.</summary>
    public object CreateRequest(OperationPlan operation, JsonElement input, ValueNotation notation) =>
        new ValueBuilder(Plan, notation).Structure(operation.Request.Properties, Type(operation.Request.Name), input);

    public AwsClientOptions NewOptions() => (AwsClientOptions)Activator.CreateInstance(Type(Plan.Context.Names.Options))!;

    public AwsClient NewClient(AwsClientOptions options) =>
        (AwsClient)Activator.CreateInstance(Type(Plan.Context.Names.Client), Direct, null, [options], null)!;

    /// <summary>Calls an operation as a consumer would.</summary>
    public static async Task<AwsResponse> CallAsync(AwsClient client, OperationPlan operation, object request)
    {
        var method = client.GetType().GetMethod(operation.Name + "Async", [request.GetType(), typeof(CancellationToken)])!;
        var task = (Task)method.Invoke(client, Direct, null, [request, CancellationToken.None], null)!;
        await task;
        return (AwsResponse)task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task)!;
    }

    public IAsyncEnumerable<AwsResponse> Pages(AwsClient client, OperationPlan operation, object request) =>
        (IAsyncEnumerable<AwsResponse>)Walk(client, operation.Name + "PagesAsync", request);

    public IAsyncEnumerable<object?> Items(AwsClient client, OperationPlan operation, object request)
    {
        var items = Walk(client, operation.Name + "ItemsAsync", request);
        if (items is IAsyncEnumerable<object?> already)
        {
            return already;
        }

        var itemType = items.GetType().GetInterface(typeof(IAsyncEnumerable<>).Name)!.GetGenericArguments()[0];
        var box = typeof(GeneratedClient).GetMethod(nameof(BoxAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(itemType);
        return (IAsyncEnumerable<object?>)box.Invoke(null, [items])!;
    }

    private object Walk(AwsClient client, string name, object request)
    {
        var names = Plan.Context.Names;
        var method = Type(names.Extensions).GetMethod(name, [Type(names.Interface), request.GetType(), typeof(CancellationToken)])!;
        return method.Invoke(null, Direct, null, [client, request, CancellationToken.None], null)!;
    }

    private static async IAsyncEnumerable<object?> BoxAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            yield return item;
        }
    }
}
