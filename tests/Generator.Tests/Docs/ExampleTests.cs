using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>The examples on pages for users compile against the client that they speak of.</summary>
public sealed partial class ExampleTests
{
    [Theory]
    [InlineData("credentials")]
    [InlineData("dependency-injection")]
    [InlineData("endpoints")]
    [InlineData("errors")]
    [InlineData("presigning")]
    [InlineData("retries")]
    [InlineData("telemetry")]
    [InlineData("testing")]
    public void Examples_compile(string page)
    {
        var run = Generate(Examples(page));

        Assert.Empty(Compiler.Problems(run.Compilation, DiagnosticSeverity.Error));
    }

    [Fact]
    public async Task Examples_of_tests_hold()
    {
        var examples = Examples("testing");
        var run = Generate([.. examples, $$"""
            public static class Examples
            {
                public static System.Threading.Tasks.Task Run() => System.Threading.Tasks.Task.WhenAll({{string.Join(", ", examples.Select(static (text, index) => (text, index))
                    .Where(static example => example.text.Contains("Main()", StringComparison.Ordinal)).Select(static example => $"Example{example.index}.Main()"))}});
            }
            """]);

        await ((Task)run.Invoke("Examples", "Run")!).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void The_example_for_OpenTelemetry_is_what_the_sample_does()
    {
        var example = Regex.Match(Repository.Read("docs/telemetry.md"), "^```cs\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

        Assert.NotEmpty(example);
        Assert.Contains(example.ReplaceLineEndings("\n"), Repository.Read("samples/WebStatus/Program.cs").ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static GeneratorRun Generate(IEnumerable<string> examples)
    {
        var test = DataZone.ToTest();
        test.TestState.HasHttpFactory = true;
        test.TestState.Sources.AddRange(examples);
        return test.RunOnly();
    }

    private static List<string> Examples(string page)
    {
        var blocks = Block().Matches(Repository.Read($"docs/{page}.md")).Select(static block => block.Groups[1].Value).ToList();
        Assert.NotEmpty(blocks);
        return [.. blocks.Select(static (block, index) => Usings + (IsType().IsMatch(block) ? block : Method(block, index)))];
    }

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.DataZone;
        using DataZoneGen;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Time.Testing;

        """;

    /// <summary>What an example does not say itself stands around it.</summary>
    private static string Method(string block, int index) => $$"""
        static class Example{{index}}
        {
            static readonly IDataZoneClient client = new DataZoneClient(new());
            static readonly string domainId = "", dataSourceId = "", runId = "";
            static readonly CancellationToken cancellationToken;

            internal static async Task Main()
            {
        {{block}}
                await Task.Yield();
            }

            static void Check(bool isTrue)
            {
                if (!isTrue)
                {
                    throw new InvalidOperationException("Example {{index}} does not hold.");
                }
            }
        }
        """;

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^(public|internal) ")]
    private static partial Regex IsType();
}
