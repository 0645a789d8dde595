using System;

namespace DataZoneGen.Wire;

/// <summary>How a client introduces itself to the service.</summary>
internal static class UserAgent
{
    private static readonly string Version = typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>A constant of the client, such as <c>DataZoneGen/1.0.0 api/DataZone#2018-05-10 lang/dotnet#8.0</c>.</summary>
    public static string Of(ServiceDescription service)
        => $"DataZoneGen/{Version} api/{service.ServiceId.Replace(' ', '_')}#{service.ApiVersion} lang/dotnet#{Environment.Version.ToString(2)}";
}
