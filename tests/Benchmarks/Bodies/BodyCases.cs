using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Bodies.Plain;
using DataZoneGen.Benchmarks.Canned;
using DataZoneGen.Benchmarks.DataZone;
using Generated = DataZoneGen.Benchmarks.DataZone;

namespace DataZoneGen.Benchmarks.Bodies;

/// <summary>
/// Calls of the client with long bodies and no network, and the least that System.Text.Json can do instead: it has no request, no signature and no
/// stream of a response.
/// </summary>
internal sealed class BodyCases : IDisposable
{
    /// <summary>
    /// With the encoder of the client, so that both write the same. The encoder excludes the generated serialization, which could only write to a buffer that
    /// grows, and took longer.
    /// </summary>
    private static readonly RequestJson Json = new(new(RequestJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });

    private readonly byte[] _response = BodySamples.CreateResponse();
    private readonly Plain.CreateAssetRequest _plainRequest = BodySamples.CreateRequest();
    private readonly Generated.CreateAssetRequest _request;
    private readonly Generated.SearchRequest _search = new() { DomainIdentifier = BodySamples.Domain, SearchScope = InventorySearchScope.Asset };
    private readonly UploadHandler _uploads = new();
    private readonly DataZoneClient _reader;
    private readonly DataZoneClient _writer;

    public BodyCases()
    {
        _request = Convert(_plainRequest);
        _reader = CreateClient(new CannedHandler(_response));
        _writer = CreateClient(_uploads);
    }

    public Task<Generated.SearchResponse> SearchAsync() => _reader.SearchAsync(_search);

    public Plain.SearchResponse Deserialize() => JsonSerializer.Deserialize(_response, ResponseJson.Default.SearchResponse)!;

    public Task<CreateAssetResponse> CreateAssetAsync() => _writer.CreateAssetAsync(_request);

    public byte[] SerializeAndHash() => SHA256.HashData(Serialize());

    /// <summary>Checks that both ways read and write the same.</summary>
    public async Task VerifyAsync()
    {
        var read = (await SearchAsync()).Items!.Select(static item => ((Generated.SearchInventoryResultItem.AssetItem)item).Value);
        if (!read.Select(Describe).SequenceEqual(Deserialize().Items!.Select(static item => Describe(item.AssetItem!))))
        {
            throw new InvalidOperationException("The client and System.Text.Json read different responses.");
        }

        using var body = new MemoryStream();
        _uploads.Target = body;
        await CreateAssetAsync();
        _uploads.Target = Stream.Null;
        if (!body.GetBuffer().AsSpan(0, (int)body.Length).SequenceEqual(Serialize()))
        {
            throw new InvalidOperationException("The client and System.Text.Json write different requests.");
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
        _uploads.Dispose();
    }

    private byte[] Serialize() => JsonSerializer.SerializeToUtf8Bytes(_plainRequest, Json.CreateAssetRequest);

    private static Generated.CreateAssetRequest Convert(Plain.CreateAssetRequest request) => new()
    {
        DomainIdentifier = BodySamples.Domain,
        Name = request.Name,
        TypeIdentifier = request.TypeIdentifier,
        TypeRevision = request.TypeRevision,
        Description = request.Description,
        GlossaryTerms = request.GlossaryTerms,
        FormsInput = [.. request.FormsInput!.Select(static form => new Generated.FormInput
        {
            FormName = form.FormName,
            TypeIdentifier = form.TypeIdentifier,
            TypeRevision = form.TypeRevision,
            Content = form.Content,
        })],
        OwningProjectIdentifier = request.OwningProjectIdentifier,
        ClientToken = request.ClientToken,
    };

    private static string Describe(Generated.AssetItem asset) =>
        Describe(asset.Name, asset.Description, asset.CreatedAt, asset.AdditionalAttributes!.FormsOutput!.Select(static form => form.Content));

    private static string Describe(Plain.AssetItem asset) =>
        Describe(asset.Name, asset.Description, asset.CreatedAt, asset.AdditionalAttributes!.FormsOutput!.Select(static form => form.Content));

    private static string Describe(string name, string? description, DateTimeOffset? created, IEnumerable<string?> forms) =>
        name + description + created?.ToUnixTimeMilliseconds() + string.Concat(forms);

    private static DataZoneClient CreateClient(HttpMessageHandler handler) => new(new()
    {
        Region = "us-east-1",
        Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        HttpInvoker = new HttpMessageInvoker(handler),
    });
}
