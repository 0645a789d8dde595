using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Emit;

/// <summary>The models that the test projects share: one for each protocol.</summary>
public sealed class SharedModelTests
{
    [Theory]
    [InlineData("dynamodb")]
    [InlineData("kinesis")]
    [InlineData("s3", "GetObjectOutput.Metadata", "HeadObjectOutput.Metadata")]
    [InlineData("sns")]
    [InlineData("weather")]
    public void Each_operation_generates_and_only_other_names_are_reported(string service, params string[] renamed)
    {
        var files = Repository.Files("tests/Shared/Models/" + service, "*.json").Select(static path => new ModelText(path, Repository.Read(path)));
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(files);

        var run = test.RunOnly();

        Assert.Null(run.Result.Exception);
        Assert.All(run.Result.Diagnostics, static diagnostic => Assert.Equal("DZG014", diagnostic.Id));
        Assert.Equal(renamed, run.Result.Diagnostics.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Split('\'')[1]));
        Compiler.VerifyClean(run.Compilation);
        using var model = JsonDocument.Parse(Repository.Read("tests/Shared/Models/" + service + "/service-2.json"));
        var client = run.HintNames.Single(static name => name.EndsWith("Client.g.cs", StringComparison.Ordinal) && !name.Contains("/I", StringComparison.Ordinal));
        Assert.All(
            model.RootElement.GetProperty("operations").EnumerateObject(),
            operation => Assert.Contains(" " + operation.Name + "Async(", run.Text(client), StringComparison.Ordinal));
    }
}
