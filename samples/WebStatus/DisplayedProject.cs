using System;
using DataZoneGen;
using LocalEndpoint;
using LocalEndpoint.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace WebStatus;

/// <summary>The project whose data sources are displayed.</summary>
internal sealed record DisplayedProject(string DomainId, string ProjectId)
{
    /// <summary>Returns the project in the configuration, or the project of the local endpoint after configuring the client for that endpoint.</summary>
    public static DisplayedProject From(ConfigurationManager configuration, LocalDataZone? local, IServiceCollection services)
    {
        if (local is null)
        {
            return new(GetRequired(configuration, "DATAZONE_DOMAIN"), GetRequired(configuration, "DATAZONE_PROJECT"));
        }

        var credentials = local.Options.Credentials[0];
        services.AddSingleton<IAwsCredentialsProvider>(new AwsCredentials(credentials.AccessKeyId, credentials.SecretAccessKey));
        configuration["DataZone:Region"] = local.Options.Region;
        configuration["DataZone:Endpoint"] = local.Endpoint.AbsoluteUri;
        return new(Catalog.DomainId, Catalog.ProjectId);
    }

    private static string GetRequired(ConfigurationManager configuration, string name) =>
        configuration[name] ?? throw new InvalidOperationException($"Set {name}, or unset DATAZONE_DOMAIN to use the local endpoint.");
}
