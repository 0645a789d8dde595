using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Permissions;

namespace DataZoneGen.Generator.Tests.Plan.Permissions;

public sealed class RequiredActionsTests
{
    [Theory]
    [InlineData("DataZone", "datazone", "datazone", "GetDataSourceRun", "datazone:GetDataSourceRun")]
    [InlineData("SESv2", "ses", "email", "SendEmail", "ses:SendEmail")]
    [InlineData("SFN", null, "states", "StartExecution", "states:StartExecution")]
    [InlineData("CloudWatch", null, "monitoring", "PutMetricData", "cloudwatch:PutMetricData")]
    [InlineData("IoT Data Plane", "iotdata", "data-ats.iot", "Publish", "iot:Publish")]
    [InlineData("Lambda", "lambda", "lambda", "Invoke", "lambda:InvokeFunction")]
    [InlineData("Lambda", "lambda", "lambda", "GetFunction", "lambda:GetFunction")]
    [InlineData("S3", null, "s3", "ListObjectsV2", "s3:ListBucket")]
    [InlineData("S3", null, "s3", "HeadObject", "s3:GetObject")]
    [InlineData("S3", null, "s3", "HeadBucket", "s3:ListBucket")]
    [InlineData("S3", null, "s3", "UploadPart", "s3:PutObject")]
    [InlineData("S3", null, "s3", "CopyObject", "s3:GetObject s3:PutObject")]
    [InlineData("S3", null, "s3", "CreateSession", "s3express:CreateSession")]
    [InlineData("DynamoDB", null, "dynamodb", "TransactWriteItems", "dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem")]
    [InlineData("API Gateway", null, "apigateway", "GetRestApis", "apigateway:POST")]
    [InlineData("STS", null, "sts", "GetCallerIdentity", "")]
    [InlineData("STS", null, "sts", "AssumeRole", "sts:AssumeRole")]
    [InlineData("Other", null, null, "GetThing", "Other:GetThing")]
    public void An_operation_has_the_actions_of_its_service(string service, string? signingName, string? endpointPrefix, string operation, string actions)
    {
        var metadata = new ServiceMetadata(service, default(SourceLocation)) { SigningName = signingName, EndpointPrefix = endpointPrefix };

        Assert.Equal(actions, string.Join(" ", RequiredActions.Get(metadata, [new OperationModel(operation, default)])));
    }

    [Fact]
    public void Actions_are_sorted_and_each_is_there_once()
    {
        var operations = new[] { "PutObject", "UploadPart", "GetObject", "HeadObject", "ListBuckets" }.Select(static name => new OperationModel(name, default));

        Assert.Equal(
            ["s3:GetObject", "s3:ListAllMyBuckets", "s3:PutObject"],
            RequiredActions.Get(new ServiceMetadata("S3", default) { EndpointPrefix = "s3" }, operations));
    }

    [Fact]
    public void An_operation_that_is_not_signed_has_no_action() => Assert.Empty(RequiredActions.Get(
        new ServiceMetadata("STS", default) { EndpointPrefix = "sts" },
        [new OperationModel("AssumeRoleWithWebIdentity", default) { Auth = [AuthScheme.None] }, new OperationModel("X", default) { Auth = [AuthScheme.Bearer] }]));
}
