using System;
using System.Collections.Generic;
using System.ComponentModel;
using DataZoneGen.Testing.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Wire;

/// <summary>Writes an error in an event stream. Generated code has one such method for each stream.</summary>
/// <param name="message">The writer of the event.</param>
/// <param name="error">The error.</param>
/// <returns><see langword="true"/> if the stream defines the error; otherwise, <see langword="false"/>, and nothing has been written.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate bool EventErrorWriting(EventWriter message, AwsServiceException error);

/// <summary>Writes the status, the headers and the body of a response. Generated code fills it once per call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FakeResponseWriter : MessageWriter<FakeResponseWriter>
{
    internal FakeResponseWriter()
    {
    }

    /// <summary>The HTTP status code.</summary>
    internal int Status { get; private set; } = 200;

    /// <summary>Sets the HTTP status code, if it is not 200.</summary>
    /// <param name="statusCode">The status code; 0 leaves it unchanged, as in an output whose member for it is not set.</param>
    public void StatusCode(int statusCode) => Status = statusCode == 0 ? Status : statusCode;

    /// <summary>Sets a body of events, which are sent as the handler produces them.</summary>
    /// <typeparam name="TEvent">The type of the events.</typeparam>
    /// <param name="events">The events; <see langword="null"/> means none.</param>
    /// <param name="write">Serializes an event.</param>
    /// <param name="writeError">Serializes an error with which the events end.</param>
    /// <returns>This writer.</returns>
    public FakeResponseWriter Events<TEvent>(IAsyncEnumerable<TEvent>? events, EventWriting<TEvent> write, EventErrorWriting writeError)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(writeError);
        if (events is null)
        {
            return Events(events, write);
        }

        return Events(
            new EventsWithErrors<TEvent>(events),
            (message, item) =>
            {
                if (item.Error is null)
                {
                    write(message, item.Event!);
                }
                else if (!writeError(message, item.Error))
                {
                    message.Error(item.Error.ErrorCode.Length > 0 ? item.Error.ErrorCode : item.Error.GetType().Name, item.Error.ServiceMessage);
                }
            });
    }
}
