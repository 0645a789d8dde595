using System;
using Amazon;
using Amazon.Runtime;

namespace DataZoneGen;

/// <summary>Passes settings of AWS's SDK for .NET to a client.</summary>
public static class SdkClientOptions
{
    /// <summary>Sets what an application has of the SDK, such as the properties of its <c>AWSOptions</c>. What is <see langword="null"/> is left as it is.</summary>
    /// <typeparam name="TOptions">The client's options.</typeparam>
    /// <param name="options">The client's options.</param>
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
