using System;
using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace DataZoneGen.Testing.Wire;

/// <summary>Replaces the transport of registered clients. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FakeRegistration
{
    /// <summary>Makes all clients with a type of options call a fake, including those with a key, no matter whether they are registered before or after.</summary>
    /// <typeparam name="TOptions">The type of the client's options.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="fake">The fake.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection Add<TOptions>(IServiceCollection services, AwsFake fake)
        where TOptions : AwsClientOptions
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fake);
        return services.PostConfigureAll<TOptions>(fake.Connect);
    }
}
