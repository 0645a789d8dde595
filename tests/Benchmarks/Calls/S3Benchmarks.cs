using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using DataZoneGen.Benchmarks.Canned;
using DataZoneGen.Benchmarks.S3;
using DataZoneGen.Benchmarks.STS;
using Sdk = Amazon.S3.Model;

namespace DataZoneGen.Benchmarks.Calls;

/// <summary>
/// Measures small calls of S3 (restXml) and STS (AWS query) on the client, and the same calls with AWS's own SDK, which are the baselines. All requests are
/// signed, and checksums are on, which is the default of both.
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class S3Benchmarks
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const int Keys = 1000;
    private const int ObjectSize = 1024;

    /// <summary>The CRC-32 of <see cref="ObjectSize"/> zero bytes, in base64.</summary>
    private const string ObjectChecksum = "77WvLg==";

    private readonly byte[] _object = new byte[ObjectSize];
    private readonly byte[] _target = new byte[ObjectSize + 1];
    private S3Client _getter = null!;
    private S3Client _putter = null!;
    private S3Client _lister = null!;
    private STSClient _sts = null!;
    private AmazonS3Client _sdkGetter = null!;
    private AmazonS3Client _sdkPutter = null!;
    private AmazonS3Client _sdkLister = null!;
    private AmazonSecurityTokenServiceClient _sdkSts = null!;

    [GlobalSetup]
    public void Setup()
    {
        var listing = Encoding.UTF8.GetBytes(Listing());
        var identity = Encoding.UTF8.GetBytes(Identity());
        var credentials = new AwsCredentials(AccessKey, SecretKey);
        _getter = CreateS3(ObjectHandler());
        _putter = CreateS3(new S3Handler([], null));
        _lister = CreateS3(new S3Handler(listing, "application/xml"));
        _sts = new(new() { Region = "us-east-1", Credentials = credentials, HttpInvoker = new HttpMessageInvoker(new S3Handler(identity, "text/xml")) });
        _sdkGetter = CreateSdk(ObjectHandler());
        _sdkPutter = CreateSdk(new S3Handler([], null));
        _sdkLister = CreateSdk(new S3Handler(listing, "application/xml"));
        _sdkSts = new(
            new BasicAWSCredentials(AccessKey, SecretKey),
            new AmazonSecurityTokenServiceConfig
            {
                RegionEndpoint = Amazon.RegionEndpoint.USEast1,
                HttpClientFactory = new CannedFactory(new S3Handler(identity, "text/xml")),
            });
        Check(GetObject().Result == ObjectSize && SdkGetObject().Result == ObjectSize, nameof(GetObject));
        Check(PutObject().Result.ETag == SdkPutObject().Result.ETag, nameof(PutObject));
        Check(ListObjectsV2().Result.Contents?.Count == Keys && SdkListObjectsV2().Result.S3Objects.Count == Keys, nameof(ListObjectsV2));
        Check(GetCallerIdentity().Result.Arn == SdkGetCallerIdentity().Result.Arn, nameof(GetCallerIdentity));
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var client in (IDisposable[])[_getter, _putter, _lister, _sts, _sdkGetter, _sdkPutter, _sdkLister, _sdkSts])
        {
            client.Dispose();
        }
    }

    [Benchmark]
    [BenchmarkCategory("GetObject")]
    public async Task<int> GetObject()
    {
        using var response = await _getter.GetObjectAsync(new() { Bucket = "bucket", Key = "folder/key" }).ConfigureAwait(false);
        return await response.Body.ReadAtLeastAsync(_target, _target.Length, throwOnEndOfStream: false).ConfigureAwait(false);
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("GetObject")]
    public async Task<int> SdkGetObject()
    {
        using var response = await _sdkGetter.GetObjectAsync(new Sdk.GetObjectRequest { BucketName = "bucket", Key = "folder/key" }).ConfigureAwait(false);
        return await response.ResponseStream.ReadAtLeastAsync(_target, _target.Length, throwOnEndOfStream: false).ConfigureAwait(false);
    }

    [Benchmark]
    [BenchmarkCategory("PutObject")]
    public Task<PutObjectResponse> PutObject() => _putter.PutObjectAsync(new() { Bucket = "bucket", Key = "folder/key", Body = new MemoryStream(_object) });

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("PutObject")]
    public Task<Sdk.PutObjectResponse> SdkPutObject() =>
        _sdkPutter.PutObjectAsync(new Sdk.PutObjectRequest { BucketName = "bucket", Key = "folder/key", InputStream = new MemoryStream(_object) });

    [Benchmark]
    [BenchmarkCategory("ListObjectsV2")]
    public Task<ListObjectsV2Response> ListObjectsV2() => _lister.ListObjectsV2Async(new() { Bucket = "bucket" });

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("ListObjectsV2")]
    public Task<Sdk.ListObjectsV2Response> SdkListObjectsV2() => _sdkLister.ListObjectsV2Async(new Sdk.ListObjectsV2Request { BucketName = "bucket" });

    [Benchmark]
    [BenchmarkCategory("GetCallerIdentity")]
    public Task<GetCallerIdentityResponse> GetCallerIdentity() => _sts.GetCallerIdentityAsync();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("GetCallerIdentity")]
    public Task<Amazon.SecurityToken.Model.GetCallerIdentityResponse> SdkGetCallerIdentity() =>
        _sdkSts.GetCallerIdentityAsync(new Amazon.SecurityToken.Model.GetCallerIdentityRequest());

    private static S3Client CreateS3(HttpMessageHandler handler) => new(new()
    {
        Region = "us-east-1",
        Credentials = new AwsCredentials(AccessKey, SecretKey),
        HttpInvoker = new HttpMessageInvoker(handler),
    });

    private static AmazonS3Client CreateSdk(HttpMessageHandler handler) => new(
        new BasicAWSCredentials(AccessKey, SecretKey),
        new AmazonS3Config { RegionEndpoint = Amazon.RegionEndpoint.USEast1, HttpClientFactory = new CannedFactory(handler) });

    private static S3Handler ObjectHandler() => new(new byte[ObjectSize], "application/octet-stream", checksum: ObjectChecksum);

    private static string Listing()
    {
        var text = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix></Prefix><KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>
            """);
        foreach (var number in Enumerable.Range(0, Keys))
        {
            text.Append(CultureInfo.InvariantCulture, $"<Contents><Key>folder/sub-folder/object-{number:D6}.parquet</Key><LastModified>2026-11-28T12:34:56.000Z</LastModified>")
                .Append(CultureInfo.InvariantCulture, $"<ETag>&quot;{number:x32}&quot;</ETag><Size>{number * 4711}</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }

        return text.Append("</ListBucketResult>").ToString();
    }

    private static string Identity() => """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <GetCallerIdentityResult>
            <Arn>arn:aws:sts::123456789012:assumed-role/deployment/session</Arn>
            <UserId>AROAEXAMPLEEXAMPLE:session</UserId>
            <Account>123456789012</Account>
          </GetCallerIdentityResult>
          <ResponseMetadata>
            <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
          </ResponseMetadata>
        </GetCallerIdentityResponse>
        """;

    private static void Check(bool isEqual, string call)
    {
        if (!isEqual)
        {
            throw new InvalidOperationException($"The clients do not return the same for {call}.");
        }
    }

    /// <summary>Reads the request and returns the same response at once, so that only the client is measured.</summary>
    private sealed class S3Handler(byte[] body, string? contentType, string? checksum = null) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
            }

            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body), RequestMessage = request };
            response.Headers.TryAddWithoutValidation("ETag", "\"0f343b0931126a20f133d67c2b018a3b\"");
            response.Headers.TryAddWithoutValidation("x-amz-request-id", "318BC8BC148832E5");
            if (contentType is not null)
            {
                response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }

            if (checksum is not null)
            {
                response.Headers.TryAddWithoutValidation("x-amz-checksum-crc32", checksum);
            }

            return response;
        }
    }
}
