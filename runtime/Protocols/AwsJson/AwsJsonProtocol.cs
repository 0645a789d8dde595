using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The protocols AWS JSON 1.0 and 1.1.</summary>
/// <param name="version">The version, such as <c>1.0</c>.</param>
/// <param name="isQueryCompatible">Whether the service sends the error codes of the AWS query protocol, which it used before.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AwsJsonProtocol(string version, bool isQueryCompatible = false) : JsonProtocol(prefersType: true)
{
    private readonly string _contentType = "application/x-amz-json-" + version;

    internal override void Complete(RequestWriter request)
    {
        request.SetBodyContentType(_contentType);
        if (isQueryCompatible)
        {
            QueryCompatibility.AddMode(request);
        }
    }

    private protected override string? FindQueryCode(HttpResponseMessage message) => isQueryCompatible ? QueryCompatibility.FindCode(message) : null;
}
