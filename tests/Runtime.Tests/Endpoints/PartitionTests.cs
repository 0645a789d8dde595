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
        => Assert.Equal(partition, AwsPartition.FromRegion(region).Id);

    [Fact]
    public void No_region_belongs_to_no_partition() => Assert.Null(AwsPartition.FromRegion(null));
}
