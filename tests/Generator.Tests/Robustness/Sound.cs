using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Robustness;

/// <summary>Checks what must hold for any model: no exception, no internal error (DZG099), and no code that does not compile.</summary>
internal static class Sound
{
    public static void Verify(GeneratorRun run, string what)
    {
        Assert.True(run.Result.Exception is null, what + ": " + run.Result.Exception);
        Assert.True(run.DiagnosticIds.All(static id => id != "DZG099"), what + ": " + string.Join("\n", run.Result.Diagnostics));
        var errors = Compiler.Problems(run.Compilation, DiagnosticSeverity.Error);
        Assert.True(errors.Count == 0, what + ":\n" + string.Join("\n", errors.Take(5)));
    }
}
