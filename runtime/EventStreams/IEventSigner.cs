using System;

namespace DataZoneGen.Core;

/// <summary>Signs the events of one request, one after the other.</summary>
internal interface IEventSigner
{
    /// <summary>Adds a message that holds another one and its signature.</summary>
    /// <param name="message">The message to sign; empty to say that no other follows.</param>
    /// <param name="target">Where to.</param>
    void Sign(ReadOnlySpan<byte> message, Utf8Buffer target);
}
