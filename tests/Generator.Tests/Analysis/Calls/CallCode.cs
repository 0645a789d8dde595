using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Analysis.Calls;

/// <summary>Statements in an asynchronous method that has a client.</summary>
internal static class CallCode
{
    /// <summary>Returns a source with statements in a method with a client; <paramref name="members"/> are other members of its class.</summary>
    public static string Create(string statements, string members = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.Widgets;

        internal sealed class Program
        {
            {{members}}

            internal async Task RunAsync(
                IWidgetsClient client, WidgetsClient other, Func<Task> action, Task task, IEnumerable<string> names, string id, string part, CancellationToken cancellationToken)
            {
        {{statements}}
                await Task.Yield();
            }
        }
        """;

    /// <summary>Verifies which diagnostics an analyzer reports for statements.</summary>
    public static async Task VerifyAsync<TAnalyzer>(string statements, ClientPlace place = ClientPlace.Assembly, string members = "", string config = "")
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new ClientAnalyzerTest<TAnalyzer>(PagedWidgets.Files, place) { CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.Errors };
        test.TestState.Sources.Add(Create(statements, members));
        if (config.Length > 0)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", SourceText.From("is_global = true\n" + config, Encoding.UTF8)));
        }

        await test.RunAsync();
    }
}
