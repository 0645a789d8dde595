using System;
using System.Text.Json;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Valid responses that contain the identifiers of their requests, so that mixed up responses are detected.</summary>
internal static class RunResponses
{
    /// <summary>
    /// Returns the requested run, or the started run, whose id is the token of the request. The length of the response depends on the id.
    /// </summary>
    public static string Create(FaultRequest request)
    {
        var segments = request.Target.Split('/');
        var (domain, resource) = (Uri.UnescapeDataString(segments[3]), Uri.UnescapeDataString(segments[5]));
        var isStart = segments[^1] == "runs";
        var id = isStart ? JsonElement.Parse(request.Body).GetProperty("clientToken").GetString()! : resource;
        return $$"""
            {
              "id": "{{id}}", "domainId": "{{domain}}", "dataSourceId": "{{(isStart ? resource : "source")}}", "projectId": "p1", "type": "ON_DEMAND",
              "status": "SUCCESS", "createdAt": "2026-01-02T03:04:05.678Z", "updatedAt": "2026-01-02T03:04:05Z", "padding": "{{Padding(id)}}"
            }
            """;
    }

    private static string Padding(string id) => new('x', id.Length == 0 ? 0 : id[^1] switch
    {
        '0' => 40_000,
        '1' => 200_000,
        var digit => digit * 8,
    });
}
