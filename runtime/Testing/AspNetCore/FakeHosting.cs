using System;
using System.ComponentModel;
using DataZoneGen.Testing.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace DataZoneGen.Testing.Wire;

/// <summary>Maps fakes to endpoints of ASP.NET Core, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FakeHosting
{
    /// <summary>
    /// Maps a fake. All fakes of an application share one endpoint, which comes after all other endpoints of the application. The service in the credential scope
    /// of a request determines the fake; without a signature, the first fake with an operation for the request.
    /// </summary>
    /// <param name="endpoints">The endpoints of the application.</param>
    /// <param name="fake">The fake.</param>
    /// <returns>The conventions of the shared endpoint.</returns>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, AwsFake fake)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(fake);
        foreach (var source in endpoints.DataSources)
        {
            if (source is FakeEndpointSource shared)
            {
                shared.Add(fake);
                return shared;
            }
        }

        var added = new FakeEndpointSource();
        added.Add(fake);
        endpoints.DataSources.Add(added);
        return added;
    }
}
