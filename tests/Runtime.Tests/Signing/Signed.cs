using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Runtime.Tests.Signing;

/// <summary>Signs requests given as texts.</summary>
internal static class Signed
{
    internal sealed record Request(string Method, string Path)
    {
        public string BasePath { get; init; } = "";

        public string Query { get; init; } = "";

        public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

        public byte[] Body { get; init; } = [];

        public string AccessKeyId { get; init; } = "AKIDEXAMPLE";

        public string Secret { get; init; } = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

        public string Region { get; init; } = "us-east-1";

        public string Service { get; init; } = "service";

        public DateTimeOffset At { get; init; } = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);
    }

    public static string Authorize(Request request)
    {
        SigV4Key? latest = null;
        var input = Input(request);
        var key = SigV4Key.Get(ref latest, request.Secret, input.Date.Day, request.Region, request.Service);
        using var scratch = new SigningScratch();
        return SigV4Signer.Authorize(input, request.AccessKeyId, key, scratch);
    }

    public static string CanonicalRequest(Request request)
    {
        using var scratch = new SigningScratch();
        Core.CanonicalRequest.Write(Input(request), scratch);
        return Encoding.UTF8.GetString(scratch.Buffer.Written);
    }

    private static SigningInput Input(Request request) => new()
    {
        Method = request.Method,
        BasePath = Encoding.UTF8.GetBytes(request.BasePath),
        Path = Encoding.UTF8.GetBytes(request.Path),
        Query = Encoding.UTF8.GetBytes(request.Query),
        Headers = HeaderList.Of(request.Headers.Select(header => new RequestHeader(header.Name, header.Value)).ToArray()),
        Body = request.Body,
        PayloadHash = request.Headers.Where(static header => header.Name == "x-amz-content-sha256").Select(static header => header.Value).SingleOrDefault(),
        Date = AmzDate.From(request.At),
    };
}
