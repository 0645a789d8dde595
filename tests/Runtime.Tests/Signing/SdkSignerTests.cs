using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

/// <summary>Random requests, by a fixed seed, signed by the runtime as its clients sign them and by AWSSDK.Core.</summary>
public class SdkSignerTests
{
    private const int Rounds = 600;
    private const string Host = "datazone.eu-west-1.api.aws";

    private static readonly UriCreationOptions Untouched = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Head];

    [Theory]
    [InlineData("datazone")]
    [InlineData("s3")]
    public void Random_requests_are_signed_as_the_SDK_signs_them(string service)
    {
        var random = new Random(4);
        for (var round = 0; round < Rounds; round++)
        {
            var request = new RandomRequest(random, service);

            // The SDK sends the payload's hash along, whatever the service.
            request.Writer.PayloadHash = Convert.ToHexStringLower(SHA256.HashData(request.Body));
            using var message = new HttpRequestMessage(request.Method, request.Url);
            using var scratch = new SigningScratch();
            new RequestSigner().Sign(message, request.Writer, request.Target, request.Credentials, request.At, scratch);

            var sdk = AWSSigV4Signer.Sign(request.ForSdk(), request.ParametersForSdk());

            Assert.Equal(sdk.Headers["Authorization"], Assert.Single(message.Headers.NonValidated["Authorization"]));
        }
    }

    [Theory]
    [InlineData("datazone")]
    [InlineData("s3")]
    public void Random_requests_are_presigned_as_the_SDK_presigns_them(string service)
    {
        var random = new Random(5);
        for (var round = 0; round < Rounds; round++)
        {
            var request = new RandomRequest(random, service, mayHaveBody: false);
            request.Writer.PayloadHash = service == "s3" ? "UNSIGNED-PAYLOAD" : null;
            var lifetime = TimeSpan.FromSeconds(random.Next(1, 7 * 24 * 3600));
            using var scratch = new SigningScratch();
            var ours = new RequestSigner().Presign(request.Method, request.Writer, request.Target, request.Credentials, request.At, lifetime, scratch);

            var sdk = AWSSigV4Signer.Presign(request.ForSdk(), request.ParametersForSdk(), lifetime);

            Assert.Equal(Parameters(sdk.Uri), Parameters(ours.Url));
            Assert.Equal(
                sdk.SignedHeaders.Select(static h => h.Key.ToUpperInvariant()).Order(StringComparer.Ordinal),
                ours.Headers.Select(static h => h.Key.ToUpperInvariant()).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Parameters(Uri url) => url.Query.TrimStart('?').Split('&')
        .Select(static parameter => Uri.UnescapeDataString(parameter.Contains('=', StringComparison.Ordinal) ? parameter : parameter + "="))
        .Order(StringComparer.Ordinal);

    private sealed class RandomRequest
    {
        private static readonly string[] Pieces =
            ["a", "Z9", "-._~", "/", ":", "@", "%", "+", " ", "&", "=", "?", "#", "é", "漢", "😀", "!*'()", ";,", "\\", "\""];

        private readonly Random _random;
        private readonly string? _token;

        public RandomRequest(Random random, string service, bool mayHaveBody = true)
        {
            _random = random;
            _token = random.Next(2) == 0 ? null : "token/+=" + random.Next();
            Method = Methods[random.Next(Methods.Length)];
            At = FakeClock.Beginning.AddMinutes(random.Next(1_000_000));
            Target = new SigningEndpoint(new ResolvedEndpoint("https://" + Host), "eu-west-1", service)
            {
                PathRules = service == "s3" ? PathRules.Verbatim : PathRules.Default,
            };
            WritePath();
            WriteQuery();
            WriteHeaders();
            Body = !mayHaveBody || random.Next(2) == 0 ? [] : Encoding.UTF8.GetBytes(Text());
            if (Body.Length > 0)
            {
                Writer.Body(Body, "application/octet-stream");
            }
        }

        public RequestWriter Writer { get; } = new();

        public HttpMethod Method { get; }

        public DateTimeOffset At { get; }

        public byte[] Body { get; }

        public SigningEndpoint Target { get; }

        public AwsCredentials Credentials => new("AKID", "secret", _token);

        public Uri Url
        {
            get
            {
                var query = Encoding.ASCII.GetString(Writer.EncodedQuery.Span);
                return new("https://" + Host + Encoding.ASCII.GetString(Writer.EncodedPath) + (query.Length == 0 ? "" : "?" + query), Untouched);
            }
        }

        public AWSSigningRequest ForSdk()
        {
            var request = new AWSSigningRequest { HttpMethod = Method, RequestUri = Url, Content = Body.Length == 0 ? null : Body };
            foreach (var header in Writer.Headers)
            {
                // The SDK takes one value for a name.
                request.Headers[header.Name] = request.Headers.TryGetValue(header.Name, out var before) ? before + "," + header.Value.Trim() : header.Value.Trim();
            }

            if (Writer.ContentType is { } contentType)
            {
                request.Headers["content-type"] = contentType;
            }

            return request;
        }

        public AWSSigV4Parameters ParametersForSdk() => new()
        {
            Credentials = _token is null ? new BasicAWSCredentials("AKID", "secret") : new SessionAWSCredentials("AKID", "secret", _token),
            Region = RegionEndpoint.EUWest1,
            Service = Target.Service,
            SignedAt = At.UtcDateTime,
        };

        /// <summary>
        /// No empty segments: the SDK keeps them, where the definition takes them out. And no encoded slashes for S3: the SDK signs them decoded.
        /// </summary>
        private void WritePath()
        {
            var isS3 = Target.Service == "s3";
            Writer.Path("/v2"u8).Label("a", isS3 ? WithoutSlashes(Text()) : Text()).Path("/"u8);
            Writer.GreedyLabel("b", WithoutSlashes(Text()) + "/" + WithoutSlashes(Text()));
            Writer.Path(_random.Next(3) == 0 ? "/"u8 : "/x"u8);
        }

        /// <summary>
        /// Names, and values of names that come again, are of unreserved characters: of the others, the SDK sorts the text and not, as documented,
        /// its encoded form.
        /// </summary>
        private void WriteQuery()
        {
            string[] once = ["n1", "N1", "n2", "_", "~n"];
            string[] again = ["n", "n-1"];
            string[] plain = ["", "a", "Z9", "~", "-._", "0"];
            _random.Shuffle(once);
            for (var count = _random.Next(5); count > 0; count--)
            {
                switch (_random.Next(4))
                {
                    case 0:
                        Writer.Query(again[_random.Next(2)], plain[_random.Next(plain.Length)]);
                        break;
                    case 1:
                        Writer.QueryLiteral(Encoding.ASCII.GetBytes(again[_random.Next(2)]));
                        break;
                    default:
                        Writer.Query(once[count], Text());
                        break;
                }
            }
        }

        private void WriteHeaders()
        {
            string[] names = ["x-a", "x-a-b", "x-amz-meta-c", "if-match", "accept", "x-b"];
            string[] values = ["v", " v ", "a  b   c", "\"a  b\"", "a,b", "Mixed Case", "=;:/"];
            for (var count = _random.Next(4); count > 0; count--)
            {
                Writer.Header(names[_random.Next(names.Length)], values[_random.Next(values.Length)]);
            }
        }

        private static string WithoutSlashes(string text) => text.Replace('/', '!');

        private string Text() => string.Concat(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Pieces[_random.Next(Pieces.Length)])) + "x";
    }
}
