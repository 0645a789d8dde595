using System;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan;

/// <summary>Uploads and downloads in parts.</summary>
public sealed class TransferPlannerTests
{
    private const string Uploads = "S3/S3ClientExtensions.Uploads.g.cs";
    private const string UploadWire = "S3/S3ClientExtensions.Uploads.Wire.g.cs";
    private const string Downloads = "S3/S3ClientExtensions.Downloads.g.cs";
    private const string DownloadWire = "S3/S3ClientExtensions.Downloads.Wire.g.cs";

    [Theory]
    [InlineData("*", true, true)]
    [InlineData(ObjectStore.UploadOperations, true, false)]
    [InlineData("GetObject", false, true)]
    [InlineData("GetObject HeadObject", false, true)]
    [InlineData("PutObject CreateMultipartUpload UploadPart CompleteMultipartUpload", false, false)]
    [InlineData("HeadObject", false, false)]
    public void Methods_are_generated_if_their_operations_are_selected(string operations, bool uploads, bool downloads)
    {
        var names = ObjectStore.ToTest(operations).Run().HintNames;

        Assert.Equal((uploads, uploads, downloads, downloads), (names.Contains(Uploads), names.Contains(UploadWire), names.Contains(Downloads), names.Contains(DownloadWire)));
    }

    [Fact]
    public void Other_services_have_no_transfers() =>
        Assert.DoesNotContain(ObjectStore.ToTest(serviceId: "Other").Run().HintNames, static name => name.Contains("loads", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"UploadId\": {\"shape\": \"Text\"}")]
    [InlineData("\"MultipartUpload\": {\"shape\": \"Completed\"},")]
    public void An_upload_needs_its_members(string member)
    {
        var run = ObjectStore.ToTest(edit: model => model.Replace(member, member.EndsWith(',') ? "" : "\"Other\": {\"shape\": \"Text\"}", StringComparison.Ordinal)).Run();

        Assert.DoesNotContain(Uploads, run.HintNames);
        Assert.Contains(Downloads, run.HintNames);
    }

    [Fact]
    public void A_required_member_that_the_caller_does_not_set_prevents_uploads()
    {
        var run = ObjectStore.ToTest(edit: static model => model
            .Replace("\"UploadId\", \"PartNumber\"]", "\"UploadId\", \"PartNumber\", \"Other\"]", StringComparison.Ordinal)
            .Replace("\"PartNumber\": {", "\"Other\": {\"shape\": \"Text\"}, \"PartNumber\": {", StringComparison.Ordinal)).Run();

        Assert.DoesNotContain(Uploads, run.HintNames);
    }

    [Fact]
    public void A_download_needs_ranges()
    {
        var run = ObjectStore.ToTest(edit: static model => model.Replace("\"ContentRange\"", "\"Other\"", StringComparison.Ordinal)).Run();

        Assert.DoesNotContain(Downloads, run.HintNames);
    }

    [Fact]
    public void Enums_can_be_strings()
    {
        var run = ObjectStore.ToTest(edit: static model => model.Replace(", \"enum\": [\"CRC32\", \"SHA256\"]", "", StringComparison.Ordinal)
            .Replace(", \"enum\": [\"FULL_OBJECT\"]", "", StringComparison.Ordinal).Replace(", \"enum\": [\"ENABLED\"]", "", StringComparison.Ordinal)).Run();

        Assert.Contains("ChecksumAlgorithm = checksumAlgorithm,", run.Text(UploadWire), StringComparison.Ordinal);
        Assert.Contains("ChecksumMode = \"ENABLED\",", run.Text(DownloadWire), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_the_request_reach_all_calls_of_an_upload() => Assert.Equal(
        "create b k no-cache m 5 me CRC32 FULL_OBJECT\n"
        + "part b k me u1 1 8388608 - CRC32 True -\n"
        + "part b k me u1 2 1 - CRC32 True -\n"
        + "complete b k me u1 e1,e2 True FULL_OBJECT 8388609 match\n"
        + "tag v FULL_OBJECT\n",
        Run("UploadLarge"));

    [Fact]
    public void A_small_upload_is_one_call_with_all_members() => Assert.Equal("put b k no-cache m 5 me 3 CRC32 match NSRBwg==\ntag2 v - NSRBwg==\n", Run("UploadSmall"));

    [Fact]
    public void A_failed_upload_is_aborted_with_the_members_of_the_request() => Assert.EndsWith("abort b k me u1\nfailed\n", Run("UploadFailing"), StringComparison.Ordinal);

    [Fact]
    public void Members_of_the_request_reach_all_calls_of_a_download() => Assert.Equal(
        "get b k me bytes=0-8388607 -\nhead b k me \"e\" ENABLED -\nget b k me bytes=8388608-8388608 \"e\"\n8388609 text - \"e\" True True\n",
        Run("Download"));

    [ReferenceFact]
    public void The_model_of_AWS_has_transfers()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText("models/s3/service-2.json", File.ReadAllText(ReferenceFactAttribute.Model))
        {
            Service = "S3",
            Operations = ObjectStore.UploadOperations + " GetObject HeadObject",
        });

        var run = test.RunOnly();

        Compiler.VerifyClean(run.Compilation);
        var upload = run.Text(UploadWire);
        Assert.All(
            [
                "ACL = request.ACL,", "StorageClass = request.StorageClass,", "SSECustomerKey = request.SSECustomerKey,", "Tagging = request.Tagging,",
                "IfNoneMatch = request.IfNoneMatch,", "MpuObjectSize = upload.Length,", "ChecksumCRC64NVME = body.Checksums.Crc64Nvme,",
                "ExpectedBucketOwner = request.ExpectedBucketOwner,", "VersionId = response.VersionId,",
            ],
            line => Assert.Contains(line, upload, StringComparison.Ordinal));
        Assert.DoesNotContain("ContentMD5 = request", upload, StringComparison.Ordinal);
        Assert.DoesNotContain("ContentLength = request", upload, StringComparison.Ordinal);
        Assert.Contains("VersionId = request.VersionId,", run.Text(DownloadWire), StringComparison.Ordinal);
    }

    private static string Run(string method)
    {
        var test = ObjectStore.ToTest();
        test.TestState.Sources.Add(Source);
        return (string)test.Run().Invoke("Test", method)!;
    }

    /// <summary>A client that records its calls.</summary>
    private const string Source = """
        #pragma warning disable CS1591
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Acme.S3;
        using DataZoneGen;

        public static class Test
        {
            private const int Size = (8 * 1024 * 1024) + 1;

            public static string UploadLarge()
            {
                var client = new Recorder();
                var response = client.UploadAsync(Request(new byte[Size]), new TransferOptions { MaxConcurrency = 1 }).Result;
                return client.Log + response.ETag + " " + response.VersionId + " " + response.ChecksumType + "\n";
            }

            public static string UploadSmall()
            {
                var client = new Recorder();
                var response = client.UploadAsync(Request([97, 98, 99])).Result;
                return client.Log + response.ETag + " " + response.VersionId + " " + (response.ChecksumType?.Value ?? "-") + " " + response.ChecksumCRC32 + "\n";
            }

            public static string UploadFailing()
            {
                var client = new Recorder { Fails = true };
                var upload = client.UploadAsync(Request(new byte[Size]));
                return ((IAsyncResult)upload).AsyncWaitHandle.WaitOne() && upload.IsFaulted ? client.Log + "failed\n" : "";
            }

            public static string Download()
            {
                var client = new Recorder();
                var destination = new MemoryStream();
                var response = client.DownloadAsync(new GetObjectRequest { Bucket = "b", Key = "k", Owner = "me" }, destination, new TransferOptions { MaxConcurrency = 1 }).Result;
                return client.Log + response.ContentLength + " " + response.CacheControl + " " + (response.ContentRange ?? "-") + " " + response.ETag + " "
                    + ReferenceEquals(response.Body, Stream.Null) + " " + (destination.Length == Size) + "\n";
            }

            private static PutObjectRequest Request(byte[] body) => new()
            {
                Bucket = "b", Key = "k", Body = new MemoryStream(body), CacheControl = "no-cache", Metadata = new Dictionary<string, string> { ["m"] = "n" }, Number = 5, Owner = "me",
                ChecksumAlgorithm = Algorithm.Crc32, IfMatch = "match", ContentLength = body.Length,
            };

            private sealed class Recorder : IS3Client
            {
                public string Log { get; private set; } = "";

                public bool Fails { get; init; }

                public Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request, CancellationToken cancellationToken = default)
                {
                    Write("put", request.Bucket, request.Key, request.CacheControl, request.Metadata?.Keys.Single(), request.Number, request.Owner, request.Body!.Length,
                        request.ChecksumAlgorithm, request.IfMatch, request.ChecksumCRC32);
                    return Task.FromResult(new PutObjectResponse { ETag = "tag2", VersionId = "v", ChecksumCRC32 = request.ChecksumCRC32 });
                }

                public Task<CreateMultipartUploadResponse> CreateMultipartUploadAsync(CreateMultipartUploadRequest request, CancellationToken cancellationToken = default)
                {
                    Write("create", request.Bucket, request.Key, request.CacheControl, request.Metadata?.Keys.Single(), request.Number, request.Owner, request.ChecksumAlgorithm, request.ChecksumType);
                    return Task.FromResult(new CreateMultipartUploadResponse { UploadId = "u1" });
                }

                public Task<UploadPartResponse> UploadPartAsync(UploadPartRequest request, CancellationToken cancellationToken = default)
                {
                    Write("part", request.Bucket, request.Key, request.Owner, request.UploadId, request.PartNumber, request.Body!.Length, request.ContentLength,
                        request.ChecksumAlgorithm, request.ChecksumCRC32 is not null, request.ContentMD5);
                    return Fails ? throw new AwsServiceException("no") : Task.FromResult(new UploadPartResponse { ETag = "e" + request.PartNumber, ChecksumCRC32 = request.ChecksumCRC32 });
                }

                public Task<CompleteMultipartUploadResponse> CompleteMultipartUploadAsync(CompleteMultipartUploadRequest request, CancellationToken cancellationToken = default)
                {
                    Write("complete", request.Bucket, request.Key, request.Owner, request.UploadId, string.Join(",", request.MultipartUpload!.Parts!.Select(static part => part.ETag)),
                        request.MultipartUpload.Parts!.All(static part => part.ChecksumCRC32 is not null) && request.ChecksumCRC32 is not null, request.ChecksumType, request.MpuObjectSize, request.IfMatch);
                    return Task.FromResult(new CompleteMultipartUploadResponse { ETag = "tag", VersionId = "v", ChecksumCRC32 = request.ChecksumCRC32, ChecksumType = request.ChecksumType });
                }

                public Task<AbortMultipartUploadResponse> AbortMultipartUploadAsync(AbortMultipartUploadRequest request, CancellationToken cancellationToken = default)
                {
                    Write("abort", request.Bucket, request.Key, request.Owner, request.UploadId);
                    return Task.FromResult(new AbortMultipartUploadResponse());
                }

                public Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default)
                {
                    Write("get", request.Bucket, request.Key, request.Owner, request.Range, request.IfMatch);
                    var bounds = request.Range!["bytes=".Length..].Split('-').Select(int.Parse).ToArray();
                    return Task.FromResult(new GetObjectResponse
                    {
                        Body = new MemoryStream(new byte[bounds[1] - bounds[0] + 1]), ETag = "\"e\"", CacheControl = "text",
                        ContentRange = "bytes " + bounds[0] + "-" + bounds[1] + "/" + Size, ContentLength = bounds[1] - bounds[0] + 1,
                    });
                }

                public Task<HeadObjectResponse> HeadObjectAsync(HeadObjectRequest request, CancellationToken cancellationToken = default)
                {
                    Write("head", request.Bucket, request.Key, request.Owner, request.IfMatch, request.ChecksumMode, request.Range);
                    return Task.FromResult(new HeadObjectResponse());
                }

                private void Write(params object?[] values) => Log += string.Join(" ", values.Select(static value => value ?? "-")) + "\n";
            }
        }
        """;

    private sealed class ReferenceFactAttribute : FactAttribute
    {
        public ReferenceFactAttribute() => Skip = File.Exists(Model) ? null : "There is no file models-reference/s3/service-2.json beside the repository or in DATAZONEGEN_SUITES.";

        public static string Model => Path.Combine(
            Environment.GetEnvironmentVariable("DATAZONEGEN_SUITES") is { Length: > 0 } given ? given : Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared"),
            "models-reference", "s3", "service-2.json");
    }
}
