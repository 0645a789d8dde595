using System;
using System.Buffers;
using System.Globalization;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>
/// What a developer writes for exactly this call: a signature with one signing key for a day, and a parser for the members of this response. It knows no other
/// operation, no errors, no retries and no time limits.
/// </summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var client = new RunClient(new HttpClient(handler ?? new SocketsHttpHandler()), endpoint);
        return async () => (await client.GetDataSourceRunAsync("dzd_4bd2k1x8q9w7aj", "bqn7d6h4t1r0zz")).Status!.Length;
    }
}

/// <summary>The response, with the types that the generated client has.</summary>
internal sealed class Run
{
    public string? DomainId { get; set; }

    public string? DataSourceId { get; set; }

    public string? Id { get; set; }

    public string? ProjectId { get; set; }

    public string? Status { get; set; }

    public string? Type { get; set; }

    public string? Snapshot { get; set; }

    public string? ImportStatus { get; set; }

    public string? ErrorType { get; set; }

    public string? ErrorDetail { get; set; }

    public int? Added { get; set; }

    public int? Updated { get; set; }

    public int? Unchanged { get; set; }

    public int? Skipped { get; set; }

    public int? Failed { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }
}

internal sealed class RunClient(HttpClient client, Uri endpoint)
{
    private readonly Signer _signer = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "datazone", endpoint.Authority);

    public async Task<Run> GetDataSourceRunAsync(string domain, string id)
    {
        var path = "/v2/domains/" + Uri.EscapeDataString(domain) + "/data-source-runs/" + Uri.EscapeDataString(id);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, path));
        _signer.Sign(request, path);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent((int)(response.Content.Headers.ContentLength ?? 8192));
        try
        {
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
            return RunReader.Read(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>Signature Version 4 of a GET without a query.</summary>
internal sealed class Signer(string accessKey, string secretKey, string region, string service, string host)
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private string? _day;
    private byte[] _key = [];

    public void Sign(HttpRequestMessage request, string path)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var day = time[..8];
        if (_day != day)
        {
            var key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secretKey), Encoding.ASCII.GetBytes(day));
            key = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(region));
            key = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(service));
            (_key, _day) = (HMACSHA256.HashData(key, "aws4_request"u8), day);
        }

        Span<byte> buffer = stackalloc byte[1024];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<char> hex = stackalloc char[2 * SHA256.HashSizeInBytes];
        Write(buffer, hash, "GET\n" + path + "\n\nhost:" + host + "\nx-amz-date:" + time + "\n\nhost;x-amz-date\n" + EmptyHash);
        Convert.TryToHexStringLower(hash, hex, out _);
        var scope = day + "/" + region + "/" + service + "/aws4_request";
        var length = Encoding.ASCII.GetBytes(string.Concat("AWS4-HMAC-SHA256\n" + time + "\n", scope, "\n", hex), buffer);
        HMACSHA256.HashData(_key, buffer[..length], hash);
        Convert.TryToHexStringLower(hash, hex, out _);
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        request.Headers.TryAddWithoutValidation(
            "Authorization", string.Concat("AWS4-HMAC-SHA256 Credential=" + accessKey + "/", scope, ", SignedHeaders=host;x-amz-date, Signature=", hex));
    }

    private static void Write(Span<byte> buffer, Span<byte> hash, string text) => SHA256.HashData(buffer[..Encoding.ASCII.GetBytes(text, buffer)], hash);
}

internal static class RunReader
{
    public static Run Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var run = new Run();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("runStatisticsForAssets"u8) || name.SequenceEqual("lineageSummary"u8) || name.SequenceEqual("errorMessage"u8))
            {
                reader.Read();
                ReadNested(ref reader, run);
            }
            else
            {
                ReadMember(ref reader, run, name);
            }
        }

        return run;
    }

    private static void ReadMember(ref Utf8JsonReader reader, Run run, ReadOnlySpan<byte> name)
    {
        reader.Read();
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8): run.Id = reader.GetString(); break;
            case 4 when name.SequenceEqual("type"u8): run.Type = reader.GetString(); break;
            case 6 when name.SequenceEqual("status"u8): run.Status = reader.GetString(); break;
            case 8 when name.SequenceEqual("domainId"u8): run.DomainId = reader.GetString(); break;
            case 9 when name.SequenceEqual("projectId"u8): run.ProjectId = reader.GetString(); break;
            case 9 when name.SequenceEqual("createdAt"u8): run.CreatedAt = reader.GetDateTimeOffset(); break;
            case 9 when name.SequenceEqual("updatedAt"u8): run.UpdatedAt = reader.GetDateTimeOffset(); break;
            case 9 when name.SequenceEqual("startedAt"u8): run.StartedAt = reader.GetDateTimeOffset(); break;
            case 9 when name.SequenceEqual("stoppedAt"u8): run.StoppedAt = reader.GetDateTimeOffset(); break;
            case 12 when name.SequenceEqual("dataSourceId"u8): run.DataSourceId = reader.GetString(); break;
            case 31 when name.SequenceEqual("dataSourceConfigurationSnapshot"u8): run.Snapshot = reader.GetString(); break;
            default: reader.Skip(); break;
        }
    }

    private static void ReadNested(ref Utf8JsonReader reader, Run run)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("added"u8): run.Added = reader.GetInt32(); break;
                case 6 when name.SequenceEqual("failed"u8): run.Failed = reader.GetInt32(); break;
                case 7 when name.SequenceEqual("updated"u8): run.Updated = reader.GetInt32(); break;
                case 7 when name.SequenceEqual("skipped"u8): run.Skipped = reader.GetInt32(); break;
                case 9 when name.SequenceEqual("unchanged"u8): run.Unchanged = reader.GetInt32(); break;
                case 9 when name.SequenceEqual("errorType"u8): run.ErrorType = reader.GetString(); break;
                case 11 when name.SequenceEqual("errorDetail"u8): run.ErrorDetail = reader.GetString(); break;
                case 12 when name.SequenceEqual("importStatus"u8): run.ImportStatus = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }
    }
}
