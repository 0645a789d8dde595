using System;

namespace DataZoneGen.Wire;

/// <summary>The settings of AWS in the process's environment. An empty variable counts as none.</summary>
internal static class EnvironmentVariables
{
    /// <summary>The access key in the environment, if there is a whole one.</summary>
    /// <exception cref="AwsCredentialsException">It has characters that cannot be sent.</exception>
    public static AwsCredentials? Credentials()
    {
        if (Get("AWS_ACCESS_KEY_ID") is not { } id || Get("AWS_SECRET_ACCESS_KEY") is not { } secret)
        {
            return null;
        }

        try
        {
            return new AwsCredentials(id, secret, Get("AWS_SESSION_TOKEN"));
        }
        catch (ArgumentException exception)
        {
            throw new AwsCredentialsException("The credentials in the environment cannot be used: " + exception.Message, exception);
        }
    }

    public static string? Region() => Get("AWS_REGION") ?? Get("AWS_DEFAULT_REGION");

    /// <summary>The endpoint for one service or, failing that, for all.</summary>
    public static string? EndpointUrl(string serviceId)
        => Get("AWS_ENDPOINT_URL_" + serviceId.ToUpperInvariant().Replace(' ', '_')) ?? Get("AWS_ENDPOINT_URL");

    private static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
