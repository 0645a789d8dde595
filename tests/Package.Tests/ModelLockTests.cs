using System;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>The targets that write lock files and policies, in a project that uses the package.</summary>
public sealed class ModelLockTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Model = """
        {
          "metadata": { "serviceId": "Things", "protocol": "rest-json", "endpointPrefix": "things", "signatureVersion": "v4" },
          "operations": {
            "GetThing": { "http": { "method": "GET", "requestUri": "/thing" }, "output": { "shape": "GetThingOutput" } }
          },
          "shapes": {
            "GetThingOutput": { "type": "structure", "members": {
              "size": { "shape": "Size" } } },
            "Size": { "type": "integer" }
          }
        }
        """;

    [Theory]
    [InlineData("Locked", "", """<AwsService Include="things.json" ModelLock="locks/things.lock.json" />""")]
    [InlineData("LockedIntoFiles", "<DataZoneGenEmitTo>file</DataZoneGenEmitTo><DataZoneGenModelLock>locks/things.lock.json</DataZoneGenModelLock>", """<AwsService Include="things.json" />""")]
    public async Task AModelIsLockedChangedAndAccepted(string name, string properties, string item)
    {
        var project = new ConsumerProject(
            package,
            name,
            new ConsumerProjectOptions { Properties = "    <NoWarn>DZG019</NoWarn>" + properties, Items = "    " + item },
            "System.Console.WriteLine(nameof(Acme.Things.IThingsClient.GetThingAsync));",
            ("things.json", Model));

        var missing = await project.BuildAsync();
        Assert.Contains($"{name}.csproj", missing.Output, StringComparison.Ordinal);
        Assert.Contains("error DZG032: The model lock 'things.lock.json' does not exist; run 'dotnet build -t:UpdateModelLock' to create it", missing.Output, StringComparison.Ordinal);

        await VerifyAsync(project.BuildAsync("-t:UpdateModelLock"));

        project.AddFile("things.json", Model.Replace("\"Size\": { \"type\": \"integer\" }", "\"Size\": { \"type\": \"long\" }", StringComparison.Ordinal));
        var changed = await project.BuildAsync();
        Assert.NotEqual(0, changed.ExitCode);
        Assert.Contains(
            "things.json(8,7): error DZG030: Member 'size' of 'GetThingOutput' has the type 'long', but things.lock.json(16,13) has 'integer'", changed.Output, StringComparison.Ordinal);

        await VerifyAsync(project.BuildAsync("-t:UpdateModelLock"));
        await VerifyAsync(project.BuildAsync());
    }

    [Fact]
    public async Task APolicyIsWritten()
    {
        var project = new ConsumerProject(
            package,
            "WithPolicy",
            """
                <AwsService Include="DataZone" Operations="GetDataSourceRun; ListDomains" />
                <AwsService Include="STS" Operations="GetCallerIdentity" />
            """,
            "System.Console.WriteLine();");

        await VerifyAsync(project.BuildAsync("-t:WriteIamPolicy", "-p:DataZoneGenIamPolicy=out/policy.json"));

        Assert.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "DataZone",
                  "Effect": "Allow",
                  "Action": [
                    "datazone:GetDataSourceRun",
                    "datazone:ListDomains"
                  ],
                  "Resource": "*"
                }
              ]
            }

            """.ReplaceLineEndings(),
            project.Read("out/policy.json"));
    }

    private static async Task VerifyAsync(Task<CommandResult> build)
    {
        var result = await build;
        Assert.True(result.ExitCode == 0, result.All);
    }
}
