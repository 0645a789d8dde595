using System;
using System.Collections.Generic;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>What a service for objects in buckets expects beyond its model. Programs without such a service do not contain the implementation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StorageFeatures
{
    private protected StorageFeatures()
    {
    }

    /// <summary>The endpoint parameters that the environment and the profile can set.</summary>
    internal abstract IReadOnlyList<StorageSetting> Settings { get; }

    /// <summary>Whether the service supports sessions for buckets that require them, and the operation for them is selected.</summary>
    internal abstract bool HasSessions { get; }

    /// <summary>Returns the endpoint parameters of the client for a call with a custom endpoint.</summary>
    /// <param name="client">The parameters of the client.</param>
    /// <param name="call">The parameters of the call.</param>
    internal abstract EndpointContext? GetContextForCustomEndpoint(EndpointContext? client, EndpointContext? call);

    /// <summary>Whether the body of a response with a success status is an error, or ends too early.</summary>
    /// <param name="body">The body.</param>
    internal abstract bool IsErrorBody(ReadOnlySpan<byte> body);

    /// <summary>Creates the state of a client.</summary>
    /// <param name="sender">Executes calls of the client.</param>
    /// <param name="timeProvider">The clock.</param>
    internal abstract StorageState CreateState(IOperationSender sender, TimeProvider timeProvider);
}
