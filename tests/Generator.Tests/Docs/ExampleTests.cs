using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Docs;

/// <summary>The examples on pages for users compile against the client that they speak of.</summary>
public sealed partial class ExampleTests
{
    [Theory]
    [InlineData("credentials")]
    [InlineData("endpoints")]
    [InlineData("errors")]
    [InlineData("presigning")]
    [InlineData("retries")]
    public void Examples_compile(string page)
    {
        var examples = Examples(page);
        Assert.NotEmpty(examples);
        var test = DataZone.ToTest();
        test.TestState.Sources.AddRange(examples);

        Assert.Empty(Compiler.Problems(test.RunOnly().Compilation, DiagnosticSeverity.Error));
    }

    /// <summary>What an example does not say itself stands around it.</summary>
    private static List<string> Examples(string page) => [.. Block().Matches(Repository.Read($"docs/{page}.md")).Select((block, index) => $$"""
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using DataZoneGen;
        using Acme.DataZone;

        static class Example{{index}}
        {
            static readonly IDataZoneClient client = new DataZoneClient(new());
            static readonly string domainId = "", dataSourceId = "", runId = "";
            static readonly CancellationToken cancellationToken;

            static async Task Main()
            {
        {{block.Groups[1].Value}}
                await Task.Yield();
            }
        }
        """)];

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
