using System;
using System.IO;
using System.Text.Json;

namespace DataZoneGen.Core;

/// <summary>Decides which exceptions may be shown as the cause of another one. Parsers repeat what they could not read, and that may be a secret.</summary>
internal static class SafeCause
{
    /// <summary>The exception, or <see langword="null"/> if it or one of its causes may repeat a line of a file, a token or a response.</summary>
    public static Exception? From(Exception exception) => RepeatsInput(exception) ? null : exception;

    private static bool RepeatsInput(Exception exception)
    {
        if (exception is AggregateException { InnerExceptions: var all })
        {
            foreach (var inner in all)
            {
                if (RepeatsInput(inner))
                {
                    return true;
                }
            }

            return false;
        }

        return exception is InvalidDataException or FormatException or JsonException
            || (exception.InnerException is { } cause && RepeatsInput(cause));
    }
}
