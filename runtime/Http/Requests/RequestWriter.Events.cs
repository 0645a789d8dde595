using System;
using System.Collections.Generic;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>A body of events.</content>
public sealed partial class RequestWriter
{
    /// <summary>The events that are the body; null for other bodies.</summary>
    internal EventInput? EventInput { get; private set; }

    /// <summary>Makes the body a stream of events, which are sent while the caller makes them.</summary>
    /// <typeparam name="TEvent">The events.</typeparam>
    /// <param name="events">The events; none come of <see langword="null"/>.</param>
    /// <param name="write">Writes an event.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Events<TEvent>(IAsyncEnumerable<TEvent>? events, EventWriting<TEvent> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        EventInput = new EventInput<TEvent>(events ?? Wire.Events.None<TEvent>(), write);
        _contentType ??= EventInput.ContentType;
        return this;
    }
}
