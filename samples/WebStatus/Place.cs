using System;
using DataZoneGen;
using LocalEndpoint;
using LocalEndpoint.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WebStatus;

/// <summary>The project whose data sources are shown.</summary>
internal sealed record Place(string Domain, string Project)
{
    /// <summary>The place that the configuration names, or that of a local DataZone, for which it then sets the client up.</summary>
    public static Place Of(ConfigurationManager configuration, LocalDataZone? local, IServiceCollection services)
    {
        if (local is null)
        {
            return new(Need(configuration, "DATAZONE_DOMAIN"), Need(configuration, "DATAZONE_PROJECT"));
        }

        var credentials = local.Options.Credentials[0];
        services.AddSingleton<IAwsCredentialsProvider>(new AwsCredentials(credentials.AccessKeyId, credentials.SecretAccessKey));
        configuration["DataZone:Region"] = local.Options.Region;
        configuration["DataZone:Endpoint"] = local.Endpoint.AbsoluteUri;
        return new(Catalog.DomainId, Catalog.ProjectId);
    }

    private static string Need(ConfigurationManager configuration, string name) =>
        configuration[name] ?? throw new InvalidOperationException($"Set {name}, or unset DATAZONE_DOMAIN to use the local endpoint.");
}
