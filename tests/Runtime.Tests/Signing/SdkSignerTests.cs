using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

public class SdkSignerTests
{
    private static readonly UriCreationOptions Untouched = new() { DangerousDisablePathAndQueryCanonicalization = true };

    [Fact]
    public void Random_requests_are_signed_as_the_SDK_signs_them()
    {
        var random = new Random(4);
        for (var round = 0; round < 500; round++)
        {
            var credentials = random.Next(2) == 0 ? null : "token/+=" + round;
            var request = new RequestWriter();
            request.Path("/v2"u8).Label("a", Text(random)).Path("/"u8).Label("b", Text(random)).Path("/x"u8);
            for (var count = random.Next(5); count > 0; count--)
            {
                // Names of unreserved characters: of the others, the SDK sorts the text and not, as documented, its encoded form.
                request.Query($"n{count}", Text(random));
            }

            var body = random.Next(2) == 0 ? [] : Encoding.UTF8.GetBytes(Text(random));
            Compare(request, body, credentials, FakeClock.Beginning.AddHours(round));
        }
    }

    private static void Compare(RequestWriter request, byte[] body, string? token, DateTimeOffset at)
    {
        var path = Encoding.ASCII.GetString(request.EncodedPath);
        var query = Encoding.ASCII.GetString(request.EncodedQuery.Span);
        var uri = new Uri("https://datazone.eu-west-1.api.aws" + path + (query.Length == 0 ? "" : "?" + query), Untouched);
        var result = AWSSigV4Signer.Sign(
            new AWSSigningRequest { HttpMethod = HttpMethod.Post, RequestUri = uri, Content = body },
            new AWSSigV4Parameters
            {
                Credentials = token is null ? new BasicAWSCredentials("AKID", "secret") : new SessionAWSCredentials("AKID", "secret", token),
                Region = RegionEndpoint.EUWest1,
                Service = "datazone",
                SignedAt = at.UtcDateTime,
            });
        var headers = new Dictionary<string, string>(result.Headers, StringComparer.OrdinalIgnoreCase) { ["host"] = uri.Host };
        var authorization = headers["Authorization"];
        var signedHeaders = authorization.Split("SignedHeaders=")[1].Split(',')[0].Split(';');

        Assert.Equal(authorization, Signed.Authorize(new Signed.Request("POST", path)
        {
            Query = query,
            Headers = [.. signedHeaders.Select(name => (name, headers[name]))],
            Body = body,
            AccessKeyId = "AKID",
            Secret = "secret",
            Region = "eu-west-1",
            Service = "datazone",
            At = at,
        }));
    }

    private static string Text(Random random)
    {
        string[] pieces = ["a", "Z9", "-._~", "/", ":", "@", "%", "+", " ", "&", "=", "?", "#", "é", "漢", "😀", "!*'()", ";,", "\\", "\""];
        return string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)])) + "x";
    }
}
