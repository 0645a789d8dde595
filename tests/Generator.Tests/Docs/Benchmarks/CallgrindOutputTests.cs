using System.IO;
using DataZoneGen.Benchmarks.Measure.Programs;

namespace DataZoneGen.Generator.Tests.Docs.Benchmarks;

/// <summary>The output of callgrind.</summary>
public sealed class CallgrindOutputTests
{
    [Fact]
    public void The_number_of_instructions_is_that_of_the_last_summary()
    {
        const string Output = """
            ==42== Callgrind, a call-graph generating cache profiler
            ==42== Collected : 17
            ==42==
            ==42== Events    : Ir
            ==42== Collected : 403671234
            ==42==
            ==42== I   refs:      403,671,234
            """;

        Assert.Equal(403_671_234, CallgrindOutput.ReadInstructions(Output));
    }

    [Theory]
    [InlineData("==42== error calling PR_SET_PTRACER, vgdb might block")]
    [InlineData("==42== Collected : ")]
    public void An_output_without_a_number_is_an_error(string output) =>
        Assert.Throws<InvalidDataException>(() => CallgrindOutput.ReadInstructions(output));
}
