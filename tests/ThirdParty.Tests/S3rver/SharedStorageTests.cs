using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.S3rver;

[Collection(nameof(S3rverServer))]
public sealed class S3rverBucketTests(S3rverServer server) : BucketTests(server);

[Collection(nameof(S3rverServer))]
public sealed class S3rverObjectTests(S3rverServer server) : ObjectTests(server);

[Collection(nameof(S3rverServer))]
public sealed class S3rverKeyTests(S3rverServer server) : KeyTests(server)
{
    private protected override bool TrimsKeys => true;
}

[Collection(nameof(S3rverServer))]
public sealed class S3rverListTests(S3rverServer server) : ListTests(server);

[Collection(nameof(S3rverServer))]
public sealed class S3rverMultipartTests(S3rverServer server) : MultipartTests(server);

[Collection(nameof(S3rverServer))]
public sealed class S3rverPresignTests(S3rverServer server) : PresignTests(server);

[Collection(nameof(S3rverServer))]
public sealed class S3rverTransferTests(S3rverServer server) : TransferTests(server);
