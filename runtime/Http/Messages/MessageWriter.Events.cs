using System;
using System.Collections.Generic;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Bodies of events.</content>
public abstract partial class MessageWriter<TWriter>
{
    /// <summary>The events of the body; null for other bodies.</summary>
    internal EventInput? EventInput { get; private set; }

    /// <summary>Sets a body of events, which are sent as the caller produces them.</summary>
    /// <typeparam name="TEvent">The type of the events.</typeparam>
    /// <param name="events">The events; <see langword="null"/> means none.</param>
    /// <param name="write">Serializes an event.</param>
    /// <returns>This writer.</returns>
    public TWriter Events<TEvent>(IAsyncEnumerable<TEvent>? events, EventWriting<TEvent> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        EventInput = new EventInput<TEvent>(events ?? Wire.Events.Empty<TEvent>(), write);
        _contentType ??= EventInput.ContentType;
        return This;
    }
}
