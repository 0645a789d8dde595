using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fauxqs;

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsBucketTests(FauxqsServer server) : BucketTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsObjectTests(FauxqsServer server) : ObjectTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsKeyTests(FauxqsServer server) : KeyTests(server)
{
    /// <summary>Paths that s3rver cannot have, because it keeps objects as files.</summary>
    [ServerTheory]
    [InlineData("a//b")]
    [InlineData("/leading")]
    [InlineData("//two")]
    [InlineData("trailing//")]
    [InlineData("a/../b")]
    [InlineData("../../up")]
    [InlineData("a/./b")]
    [InlineData("./a")]
    [InlineData("a/..")]
    [InlineData("a/.")]
    public Task AnObjectHasTheKeyThatAUriWouldNormalize(string key) => CheckAsync(key);
}

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsListTests(FauxqsServer server) : ListTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsMultipartTests(FauxqsServer server) : MultipartTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsPresignTests(FauxqsServer server) : PresignTests(server);
