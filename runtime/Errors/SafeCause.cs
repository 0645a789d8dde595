using System;
using System.IO;
using System.Text.Json;

namespace DataZoneGen.Core;

/// <summary>Decides which exceptions may be the inner exception of another one. Parsers quote the input that they cannot read, which may be a secret.</summary>
internal static class SafeCause
{
    /// <summary>Returns the exception, or <see langword="null"/> if its message or that of a cause may quote a line of a file, a token or a response.</summary>
    public static Exception? From(Exception exception) => MayQuoteInput(exception) ? null : exception;

    private static bool MayQuoteInput(Exception exception)
    {
        if (exception is AggregateException { InnerExceptions: var all })
        {
            foreach (var inner in all)
            {
                if (MayQuoteInput(inner))
                {
                    return true;
                }
            }

            return false;
        }

        return exception is InvalidDataException or FormatException or JsonException
            || (exception.InnerException is { } cause && MayQuoteInput(cause));
    }
}
