using System.Collections.Generic;
using System.Threading;

namespace DataZoneGen.Testing.Core;

/// <summary>An event, or the error with which the events end.</summary>
/// <typeparam name="TEvent">The type of the events.</typeparam>
/// <param name="Event">The event; <see langword="default"/> if there is an error.</param>
/// <param name="Error">The error; <see langword="null"/> if there is an event.</param>
internal readonly record struct EventOrError<TEvent>(TEvent? Event, AwsServiceException? Error);

/// <summary>Events of a handler, with the service exception that the handler throws as the last one.</summary>
/// <typeparam name="TEvent">The type of the events.</typeparam>
/// <param name="events">The events.</param>
internal sealed class EventsWithErrors<TEvent>(IAsyncEnumerable<TEvent> events) : IAsyncEnumerable<EventOrError<TEvent>>
{
    public async IAsyncEnumerator<EventOrError<TEvent>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var enumerator = events.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                EventOrError<TEvent> next;
                try
                {
                    if (!await enumerator.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    next = new EventOrError<TEvent>(enumerator.Current, Error: null);
                }
                catch (AwsServiceException exception)
                {
                    next = new EventOrError<TEvent>(default, exception);
                }

                yield return next;
                if (next.Error is not null)
                {
                    break;
                }
            }
        }
        finally
        {
            await enumerator.DisposeAsync().ConfigureAwait(false);
        }
    }
}
