using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Costs;

/// <summary>
/// What a call costs: bytes, and methods that the runtime compiles for the first call. Unlike times, both are the same in each run, so a change of them is a
/// change of the code.
/// </summary>
public sealed class CostTests(CostProgram program) : IClassFixture<CostProgram>
{
    /// <summary>All methods are compiled once, with optimization, as in a program that runs for long.</summary>
    private static readonly Dictionary<string, string?> Optimized = new()
    {
        ["DOTNET_TieredCompilation"] = "0",
        ["DOTNET_ReadyToRun"] = "0",
        ["DOTNET_GCgen0size"] = "4000000",
    };

    /// <summary>Methods are compiled as in a new process, and no method is compiled again.</summary>
    private static readonly Dictionary<string, string?> Started = new()
    {
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCountingDelayMs"] = "FFFFFF",
    };

    [CostFact]
    public async Task BytesOfACallDoNotChange()
    {
        var bytes = await program.MeasureAsync(Optimized, "bytes");

        CostBaseline.Verify("bytes of a call", bytes, maxPercent: 2);
    }

    [CostFact]
    public async Task MethodsCompiledForTheFirstCallDoNotChange()
    {
        var methods = new Dictionary<string, double> { ["with the image of the runtime library"] = await CountAsync() };
        program.RemoveImage();
        methods["without the image"] = await CountAsync();

        CostBaseline.Verify("methods compiled for the first call", methods, maxPercent: 3);
    }

    /// <summary>Returns the most of several runs, because the thread pool compiles some of its methods only at times.</summary>
    private async Task<double> CountAsync()
    {
        var most = 0.0;
        for (var run = 0; run < 5; run++)
        {
            most = Math.Max(most, (await program.MeasureAsync(Started, "methods")).Values.Single());
        }

        return most;
    }
}
