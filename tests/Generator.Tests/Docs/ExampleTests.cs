using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>The examples in the user documentation compile against a generated client.</summary>
public sealed partial class ExampleTests
{
    [Theory]
    [InlineData("README")]
    [InlineData("docs/analyzers")]
    [InlineData("docs/credentials")]
    [InlineData("docs/dependency-injection")]
    [InlineData("docs/endpoints")]
    [InlineData("docs/errors")]
    [InlineData("docs/permissions")]
    [InlineData("docs/presigning")]
    [InlineData("docs/retries")]
    [InlineData("docs/s3")]
    [InlineData("docs/telemetry")]
    [InlineData("docs/testing")]
    [InlineData("docs/values")]
    public void Examples_compile(string page)
    {
        var run = page == "docs/s3" ? GenerateObjectStore(Examples(page)) : Generate(Examples(page), hasFake: page == TestingPage);

        Assert.Empty(Compiler.Problems(run.Compilation, DiagnosticSeverity.Error));
    }

    [Fact]
    public void The_first_program_of_the_README_compiles_as_it_stands()
    {
        var program = Block().Match(Repository.Read("README.md")).Groups[1].Value;
        var test = DataZone.ToTest();
        test.TestState.Sources.Add(ImplicitUsings + program);

        var run = test.RunOnly();

        Assert.StartsWith("using Acme.DataZone;", program, StringComparison.Ordinal);
        Assert.Empty(Compiler.Problems(run.Compilation.WithOptions(run.Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)), DiagnosticSeverity.Error));
    }

    [Fact]
    public void Every_page_with_examples_is_among_those_that_are_compiled()
    {
        var compiled = typeof(ExampleTests).GetMethod(nameof(Examples_compile))!.GetCustomAttributes<InlineDataAttribute>()
            .Select(static data => (string)data.GetData(null!).Single()[0]);
        var pages = Repository.Files("docs", "*.md").Append("README.md").Where(static page => Block().IsMatch(Repository.Read(page)));

        Assert.Equal(pages.Order(StringComparer.Ordinal), compiled.Select(static page => page + ".md").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Examples_of_tests_hold()
    {
        var examples = Examples(TestingPage);
        var methods = examples.Select(static (text, index) => (text, index)).Where(static example => example.text.Contains("Main()", StringComparison.Ordinal));
        var run = Generate([.. examples, $$"""
            public static class Examples
            {
                public static System.Threading.Tasks.Task<string[]> Run() => System.Threading.Tasks.Task.WhenAll({{string.Join(", ", methods.Select(static example => $"Run({example.index}, Example{example.index}.Main())"))}});

                private static async System.Threading.Tasks.Task<string> Run(int index, System.Threading.Tasks.Task example)
                {
                    try
                    {
                        await example.WaitAsync(System.TimeSpan.FromMinutes(1));
                        return "";
                    }
                    catch (System.Exception exception)
                    {
                        return "Example " + index + ": " + exception;
                    }
                }
            }
            """], hasFake: true);

        Assert.Equal("", string.Concat(await (Task<string[]>)run.Invoke("Examples", "Run", isCollectible: false)!));
    }

    [Fact]
    public void The_example_for_OpenTelemetry_is_what_the_sample_does()
    {
        var example = Regex.Match(Repository.Read("docs/telemetry.md"), "^```cs\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;

        Assert.NotEmpty(example);
        Assert.Contains(example.ReplaceLineEndings("\n"), Repository.Read("samples/WebStatus/Program.cs").ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static GeneratorRun Generate(IEnumerable<string> examples, bool hasFake = false)
    {
        var test = DataZone.ToTest(hasFake ? "true" : null);
        test.TestState.HasTesting = hasFake;
        test.TestState.HasHttpFactory = true;
        test.TestState.Sources.AddRange(examples);
        return test.RunOnly();
    }

    private static GeneratorRun GenerateObjectStore(IEnumerable<string> examples)
    {
        var test = ObjectStore.ToTest();
        test.TestState.HasHttpFactory = true;
        test.TestState.Sources.AddRange(examples.Select(static example => example
            .Replace("Acme.DataZone", "Acme.S3", StringComparison.Ordinal)
            .Replace("IDataZoneClient", "IS3Client", StringComparison.Ordinal)
            .Replace("new DataZoneClient(", "new S3Client(", StringComparison.Ordinal)));
        return test.RunOnly();
    }

    private static List<string> Examples(string page)
    {
        var blocks = Block().Matches(Repository.Read(page + ".md")).Select(static block => UsingDirective().Replace(block.Groups[1].Value, "")).ToList();
        Assert.NotEmpty(blocks);
        var usings = page == TestingPage ? Usings + TestingUsings : Usings;
        return [.. blocks.Select((block, index) => usings + (IsType().IsMatch(block) ? block : Method(block, index)))];
    }

    private const string TestingPage = "docs/testing";

    // The implicit usings of the SDK.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

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
        using NSubstitute;

        """;

    private const string TestingUsings = """
        using System.IO;
        using System.Linq;
        using DataZoneGen.Testing;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using static TestFramework;

        """;

    /// <summary>The code around an example.</summary>
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

    // The usings are above all examples already.
    [GeneratedRegex(@"^using [\w.]+;.*\n", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex("^(public|internal) ")]
    private static partial Regex IsType();
}
