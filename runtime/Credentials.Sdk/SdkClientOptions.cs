using System;
using Amazon;
using Amazon.Runtime;

namespace DataZoneGen;

/// <summary>Applies settings of the AWS SDK for .NET to the options of a client.</summary>
public static class SdkClientOptions
{
    /// <summary>Applies settings of the AWS SDK, such as the properties of <c>AWSOptions</c>. Settings that are <see langword="null"/> are ignored.</summary>
    /// <typeparam name="TOptions">The type of the options.</typeparam>
    /// <param name="options">The options of the client.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The region.</param>
    /// <param name="profile">The profile.</param>
    /// <returns>The same options.</returns>
    public static TOptions UseSdk<TOptions>(this TOptions options, AWSCredentials? credentials, RegionEndpoint? region = null, string? profile = null)
        where TOptions : AwsClientOptions
    {
        ArgumentNullException.ThrowIfNull(options);
        SdkCredentials.Register();
        options.Credentials = credentials?.ToProvider() ?? options.Credentials;
        options.Region = region?.SystemName ?? options.Region;
        options.Profile = profile ?? options.Profile;
        return options;
    }
}
