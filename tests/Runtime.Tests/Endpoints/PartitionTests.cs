using System.Linq;
using System.Text.Json;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Endpoints;

public class PartitionTests
{
    [Theory]
    [InlineData("us-east-1", "aws")]
    [InlineData("mx-central-99", "aws")]
    [InlineData("aws-global", "aws")]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("aws-cn-global", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-iso-east-1", "aws-iso")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    [InlineData("eu-isoe-west-1", "aws-iso-e")]
    [InlineData("us-isof-south-1", "aws-iso-f")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    [InlineData("xx-new-1", "aws")]
    [InlineData("us-east-", "aws")]
    [InlineData("cn--1", "aws")]
    [InlineData("cn-north", "aws")]
    [InlineData("cn-north-1x", "aws")]
    [InlineData("", "aws")]
    public void A_region_belongs_to_a_partition(string region, string partition)
        => Assert.Equal(partition, AwsPartition.Of(region).Id);

    [Fact]
    public void No_region_belongs_to_no_partition() => Assert.Null(AwsPartition.Of(null));

    [SuiteFact("conformance/endpoints/partitions.json")]
    public void Partitions_are_as_published()
    {
        foreach (var partition in JsonElement.Parse(Suites.Text("conformance/endpoints/partitions.json")).GetProperty("partitions").EnumerateArray())
        {
            var outputs = partition.GetProperty("outputs");
            foreach (var region in partition.GetProperty("regions").EnumerateObject().Select(region => region.Name))
            {
                var found = AwsPartition.Of(region);
                Assert.Equal(
                    (partition.GetProperty("id").GetString(), outputs.GetProperty("dnsSuffix").GetString(), outputs.GetProperty("dualStackDnsSuffix").GetString()),
                    (found.Id, found.DnsSuffix, found.DualStackDnsSuffix));
                Assert.Equal(
                    (outputs.GetProperty("implicitGlobalRegion").GetString(), outputs.GetProperty("supportsFIPS").GetBoolean(), outputs.GetProperty("supportsDualStack").GetBoolean()),
                    (found.ImplicitGlobalRegion, found.SupportsFips, found.SupportsDualStack));
            }
        }
    }
}
