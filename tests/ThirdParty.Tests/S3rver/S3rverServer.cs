using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.S3rver;

/// <summary>s3rver, a server of the API of S3 that keeps objects as files. It knows neither <c>aws-chunked</c> bodies nor checksums.</summary>
public sealed class S3rverServer() : S3Server("./s3rver.js")
{
    internal override S3.S3ClientOptions CreateOptions()
    {
        var options = base.CreateOptions();
        options.RequestChecksumCalculation = RequestChecksumCalculation.WhenRequired;
        options.ResponseChecksumValidation = ResponseChecksumValidation.WhenRequired;
        return options;
    }
}

[CollectionDefinition(nameof(S3rverServer))]
public sealed class S3rverServerDefinition : ICollectionFixture<S3rverServer>;
