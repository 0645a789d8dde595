using System;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>
/// Creates the user agent of a client, in the format of the AWS SDKs: <c>category/name#value</c>, separated by spaces. Characters that are not allowed
/// in an HTTP token are replaced by hyphens. It is constant for a client.
/// </summary>
internal static class UserAgent
{
    private const string FormatVersion = "2.1";

    /// <summary>Creates the user agent, such as <c>DataZoneGen/1.0.0 ua/2.1 api/datazone#2018-05-10 os/linux#6.1.0 lang/dotnet#8.0.11 app/nightly m/E,e</c>.</summary>
    public static string Create(PipelineSettings settings)
    {
        var text = new StringBuilder("DataZoneGen/").Append(LibraryVersion.Text).Append(" ua/").Append(FormatVersion);
        Append(text, "api", ServiceName(settings.Service.ServiceId), settings.Service.ApiVersion);
        Append(text, "os", OsFamily(), Environment.OSVersion.Version.ToString(3));
        Append(text, "lang", "dotnet", Environment.Version.ToString(3));
        if (settings.Variables["AWS_EXECUTION_ENV"] is { } environment)
        {
            Append(text, "exec-env", environment, value: null);
        }

        if (settings.AppId is { } appId)
        {
            // The id is already validated, and may contain '#', unlike a name.
            text.Append(" app/").Append(appId);
        }

        // The features in use, by the letters that AWS defines.
        text.Append(" m/").Append(settings.RetryMode == RetryMode.Adaptive ? "F" : "E");
        text.Append(settings.Endpoint is null ? "" : ",N").Append(settings.Credentials is AwsCredentials ? ",e" : "");
        return text.ToString();
    }

    /// <summary>Appends a part of the user agent.</summary>
    internal static void Append(StringBuilder text, string category, string name, string? value)
    {
        text.Append(' ').Append(category).Append('/');
        foreach (var c in name)
        {
            text.Append(HttpToken.Allows(c) && c != '#' ? c : '-');
        }

        if (value is { Length: > 0 })
        {
            text.Append('#');
            foreach (var c in value)
            {
                text.Append(HttpToken.Allows(c) ? c : '-');
            }
        }
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "The user agent has service ids in lowercase.")]
    private static string ServiceName(string serviceId) => serviceId.Replace(' ', '_').ToLowerInvariant();

    private static string OsFamily() =>
        OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "macos"
            : OperatingSystem.IsAndroid() ? "android"
            : OperatingSystem.IsIOS() ? "ios"
            : "other";
}
