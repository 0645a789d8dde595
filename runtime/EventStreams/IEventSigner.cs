using System;

namespace DataZoneGen.Core;

/// <summary>Signs the events of a request in their order.</summary>
internal interface IEventSigner
{
    /// <summary>Writes a message that contains another message and its signature.</summary>
    /// <param name="message">The message to sign; empty for the end of the stream.</param>
    /// <param name="target">The buffer to write to.</param>
    void Sign(ReadOnlySpan<byte> message, Utf8Buffer target);
}
