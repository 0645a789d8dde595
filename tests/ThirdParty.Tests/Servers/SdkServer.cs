using System;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;

namespace DataZoneGen.ThirdParty.Tests.Servers;

/// <summary>AWS's SDK for JavaScript in its own process: a second client of a server, which tests call.</summary>
/// <param name="endpoint">The server that the SDK calls.</param>
/// <param name="credentials">The credentials; those of all servers, which accept any signature, if <see langword="null"/>.</param>
public sealed class SdkServer(Uri endpoint, AwsCredentials? credentials = null) : NodeServer(
    "./sdk.js",
    JsonSerializer.Serialize(new
    {
        endpoint = endpoint.AbsoluteUri,
        region = ServerClient.Region,
        accessKeyId = (credentials ?? ServerClient.Credentials).AccessKeyId,
        secretAccessKey = (credentials ?? ServerClient.Credentials).SecretAccessKey,
        sessionToken = credentials?.SessionToken,
    }))
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls an operation of S3.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="input">The input with the member names of AWS's model; a <c>Body</c> is Base64.</param>
    /// <returns>The output. Its <c>Body</c> has <c>Length</c>, <c>Sha256</c> and, if it is small, <c>Base64</c>.</returns>
    internal Task<JsonElement> S3Async(string operation, object input) => CallAsync("s3/" + operation, input);

    /// <summary>Calls an operation of SQS.</summary>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="input">The input with the member names of AWS's model.</param>
    /// <returns>The output.</returns>
    internal Task<JsonElement> SqsAsync(string operation, object input) => CallAsync("sqs/" + operation, input);

    private async Task<JsonElement> CallAsync(string path, object input)
    {
        using var response = await Http.PostAsJsonAsync(new Uri(Endpoint, path), input, JsonSerializerOptions.Default);
        var output = await response.Content.ReadFromJsonAsync<JsonElement>();
        return response.IsSuccessStatusCode ? output : throw new InvalidOperationException($"{path} of AWS's SDK for JavaScript failed: {output}");
    }
}
