using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace DataZoneGen.Testing.Core;

/// <summary>The endpoint of all fakes of an application.</summary>
internal sealed class FakeEndpointSource : EndpointDataSource, IEndpointConventionBuilder
{
    private readonly FakeEndpoint _endpoint = new();
    private readonly List<Action<EndpointBuilder>> _conventions = [];
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints;

    public FakeEndpointSource() => _endpoints = new Lazy<IReadOnlyList<Endpoint>>(() => [Build()]);

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    public void Add(AwsFake fake) => _endpoint.Add(fake);

    public void Add(Action<EndpointBuilder> convention) => _conventions.Add(convention);

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    private Endpoint Build()
    {
        // The order lets all other endpoints of the application come first.
        var builder = new RouteEndpointBuilder(_endpoint.HandleAsync, RoutePatternFactory.Parse("{**path}"), order: int.MaxValue) { DisplayName = "AWS fakes" };
        foreach (var convention in _conventions)
        {
            convention(builder);
        }

        return builder.Build();
    }
}
