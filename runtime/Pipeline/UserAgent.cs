using System;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>
/// How a client introduces itself to the service, in the form that AWS's own SDKs use: <c>category/name#value</c>, separated by blanks, anything
/// that is not fit for an HTTP token replaced by a hyphen. Constant for a client.
/// </summary>
internal static class UserAgent
{
    private const string FormVersion = "2.1";

    private static readonly string Version = typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Such as <c>DataZoneGen/1.0.0 ua/2.1 api/datazone#2018-05-10 os/linux#6.1.0 lang/dotnet#8.0.11 app/nightly m/E,e</c>.</summary>
    public static string Create(PipelineSettings settings)
    {
        var text = new StringBuilder("DataZoneGen/").Append(Version).Append(" ua/").Append(FormVersion);
        Append(text, "api", ServiceName(settings.Service.ServiceId), settings.Service.ApiVersion);
        Append(text, "os", OsFamily(), Environment.OSVersion.Version.ToString(3));
        Append(text, "lang", "dotnet", Environment.Version.ToString(3));
        if (settings.Variables["AWS_EXECUTION_ENV"] is { } environment)
        {
            Append(text, "exec-env", environment, value: null);
        }

        if (settings.AppId is { } appId)
        {
            // Checked when it was set, and so appended as it is: an id may have a '#', where a name may not.
            text.Append(" app/").Append(appId);
        }

        // What AWS counts as features in use, by the letters it has for them.
        text.Append(" m/").Append(settings.RetryMode == RetryMode.Adaptive ? "F" : "E");
        text.Append(settings.Endpoint is null ? "" : ",N").Append(settings.Credentials is AwsCredentials ? ",e" : "");
        return text.ToString();
    }

    /// <summary>A part of the user agent.</summary>
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

    [SuppressMessage("Globalization", "CA1308", Justification = "Services' ids are written in lower case here.")]
    private static string ServiceName(string serviceId) => serviceId.Replace(' ', '_').ToLowerInvariant();

    private static string OsFamily() =>
        OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "macos"
            : OperatingSystem.IsAndroid() ? "android"
            : OperatingSystem.IsIOS() ? "ios"
            : "other";
}
