using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests.Costs;

/// <summary>An optimized program of a consumer that measures its own calls, each time in a new process.</summary>
public sealed class CostProgram : IAsyncLifetime
{
    private const string Program = """
        using System;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Runtime;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.DataZone;
        using DataZoneGen;

        const string Domain = "dzd_4bd2k1x8q9w7aj";
        const int Rounds = 12;
        const int Calls = 100;

        using var invoker = new HttpMessageInvoker(new Canned());
        var compiledBefore = JitInfo.GetCompiledMethodCount();
        using var client = new DataZoneClient(new()
        {
            Region = "us-east-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            HttpInvoker = invoker,
        });
        if (args[0] == "methods")
        {
            await client.GetDataSourceRunAsync(Domain, "known");
            Console.WriteLine("GetDataSourceRun=" + (JitInfo.GetCompiledMethodCount() - compiledBefore));
            return;
        }

        await MeasureAsync("GetDataSourceRun", () => client.GetDataSourceRunAsync(Domain, "known"));
        await MeasureAsync("CreateProject", () => client.CreateProjectAsync(
            new() { DomainIdentifier = Domain, Name = "Sales", Description = "Reports about sales of the last quarter.", GlossaryTerms = ["term-1", "term-2"] }));
        await MeasureAsync("ListDataSourceRuns, two pages", async () =>
        {
            await foreach (var item in client.ListDataSourceRunsItemsAsync(new() { DomainIdentifier = Domain, DataSourceIdentifier = "source" }))
            {
                GC.KeepAlive(item);
            }
        });
        await MeasureAsync("GetDataSourceRun, error", async () =>
        {
            try
            {
                await client.GetDataSourceRunAsync(Domain, "unknown");
            }
            catch (ResourceNotFoundException)
            {
                return;
            }

            throw new InvalidOperationException("The call succeeded.");
        });

        // The least of many rounds is the same each time: in some of them, a collection trims pools.
        static async Task MeasureAsync(string name, Func<Task> call)
        {
            var least = long.MaxValue;
            for (var round = 0; round < Rounds; round++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                for (var number = 0; number < Calls; number++)
                {
                    await call();
                }

                least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Calls);
            }

            Console.WriteLine(name + "=" + least);
        }

        internal sealed class Canned : HttpMessageHandler
        {
            private static readonly byte[] Run = File.ReadAllBytes("run.json");
            private static readonly byte[] Project = File.ReadAllBytes("project.json");
            private static readonly byte[] FirstPage = File.ReadAllBytes("page-1.json");
            private static readonly byte[] LastPage = File.ReadAllBytes("page-2.json");
            private static readonly byte[] Error = File.ReadAllBytes("error.json");
            private static readonly MediaTypeHeaderValue Json = new("application/json");

            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                // A connection to a server rarely has the response at once.
                await Task.Yield();
                var target = request.RequestUri!.OriginalString;
                var body = request.Method == HttpMethod.Post ? Project : target.EndsWith("/known") ? Run : target.EndsWith("/unknown") ? Error : target.Contains("nextToken") ? LastPage : FirstPage;
                var response = new HttpResponseMessage(body == Error ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
                response.Content.Headers.ContentType = Json;
                response.Headers.TryAddWithoutValidation("x-amzn-RequestId", "6f0c2a7e-91d4-4c2e-8a15-0b7d3e9c4f21");
                return response;
            }
        }
        """;

    private const string RunStart = """
        {
          "domainId": "dzd_4bd2k1x8q9w7aj", "dataSourceId": "d1u7k3s9q2m4xx", "id": "known", "projectId": "p0c8v5n2j6h1aa",
          "status": "PARTIALLY_SUCCEEDED", "type": "SCHEDULED",
          "runStatisticsForAssets": { "added": 12, "updated": 27, "unchanged": 845, "skipped": 4, "failed": 3 },
          "lineageSummary": { "importStatus": "SUCCESS" },
          "errorMessage": { "errorType": "ACCESS_DENIED_EXCEPTION", "errorDetail": "Three tables could not be read." },
          "createdAt": "2026-01-02T03:04:05.678Z", "updatedAt": "2026-01-02T03:14:05.678Z",
          "startedAt": "2026-01-02T03:04:06.001Z", "stoppedAt": "2026-01-02T03:14:05.600Z",
          "dataSourceConfigurationSnapshot": "
        """;

    /// <summary>The bodies of the responses, by file. That of a run has 2,955 bytes, most of them in one escaped string.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["run.json"] = RunStart.TrimEnd() + Snapshot(2955 - RunStart.TrimEnd().Length - 2) + "\"}",
        ["project.json"] = """
            {
              "domainId": "dzd_4bd2k1x8q9w7aj", "id": "p0c8v5n2j6h1aa", "name": "Sales", "description": "Reports about sales of the last quarter.",
              "projectStatus": "ACTIVE", "createdBy": "user-1", "createdAt": "2026-01-02T03:04:05.678Z", "glossaryTerms": ["term-1", "term-2"]
            }
            """,
        ["page-1.json"] = Page(0, """, "nextToken": "next" """),
        ["page-2.json"] = Page(10, ""),
        ["error.json"] = """{ "__type": "ResourceNotFoundException", "message": "The run does not exist." }""",
    };

    private readonly PackedPackage _package = new();
    private ConsumerProject _project = null!;

    public async Task InitializeAsync()
    {
        await _package.InitializeAsync();
        _project = new ConsumerProject(
            _package,
            "Costs",
            new ConsumerProjectOptions
            {
                // Debug builds allocate the state machines of asynchronous methods.
                Properties = "    <Optimize>true</Optimize>\n    <InvariantGlobalization>true</InvariantGlobalization>\n    <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>",
                Items = """    <AwsService Include="DataZone" Operations="GetDataSourceRun; ListDataSourceRuns; CreateProject" />""",
            },
            Program,
            [.. Bodies.Select(static body => (body.Key, body.Value))]);
        var built = await _project.BuildAsync();
        Assert.True(built.ExitCode == 0, built.All);
    }

    public Task DisposeAsync() => _package.DisposeAsync();

    /// <summary>Runs the program with environment variables and returns its numbers.</summary>
    internal async Task<Dictionary<string, double>> MeasureAsync(Dictionary<string, string?> environment, params string[] arguments)
    {
        var result = await _project.ExecuteAsync(environment, arguments);
        Assert.True(result.ExitCode == 0, result.All);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split('='))
            .ToDictionary(static number => number[0], static number => double.Parse(number[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Puts the IL of the runtime library in the place of its image, as on a platform without one.</summary>
    internal void RemoveImage() => _project.ReplaceOutput(
        _project.Files("bin", "DataZoneGen.Runtime.dll").Single(static file => file.Contains("/runtimes/", StringComparison.Ordinal)),
        _project.Files("bin", "DataZoneGen.Runtime.dll").Single(static file => !file.Contains("/runtimes/", StringComparison.Ordinal)));

    private static string Snapshot(int length)
    {
        const string part = """{\"databaseName\":\"sales\",\"filter\":\"*\"},""";
        return string.Concat(Enumerable.Repeat(part, length / part.Length)).PadRight(length);
    }

    private static string Page(int first, string token) => "{ \"items\": [" + string.Join(',', Enumerable.Range(first, 10).Select(static number => $$"""
        {
          "id": "run-{{number}}", "dataSourceId": "source", "projectId": "p0c8v5n2j6h1aa", "status": "SUCCESS", "type": "SCHEDULED",
          "createdAt": "2026-01-02T03:04:05.678Z", "updatedAt": "2026-01-02T03:14:05.678Z", "runStatisticsForAssets": { "added": 12 }
        }
        """)) + "]" + token + "}";
}
