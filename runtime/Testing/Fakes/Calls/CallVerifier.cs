using System;
using System.Globalization;
using System.Text;

namespace DataZoneGen.Testing.Core;

/// <summary>Counts calls and describes what a test expected.</summary>
internal static class CallVerifier
{
    private const int MaxLines = 50;
    private const int MaxLineLength = 500;

    /// <summary>Throws an exception unless the number of calls is the expected one.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="condition">The condition on the request.</param>
    /// <param name="conditionText">The condition as the test has it.</param>
    /// <param name="times">The expected number; <see langword="null"/> for at least one.</param>
    public static void Verify<TRequest>(FakeCallCollection calls, string operation, Func<TRequest, bool>? condition, string? conditionText, int? times)
        where TRequest : class
    {
        var count = 0;
        foreach (var call in calls)
        {
            if (call.Request is TRequest request && (condition is null || condition(request)))
            {
                count++;
            }
        }

        if (times is { } expected ? count != expected : count == 0)
        {
            throw new FakeVerificationException(Describe(calls, operation, condition is null ? null : conditionText, times, count));
        }
    }

    private static string Describe(FakeCallCollection calls, string operation, string? condition, int? times, int count)
    {
        var text = new StringBuilder("Expected ").Append(times switch
        {
            null => "at least one call",
            0 => "no call",
            1 => "one call",
            { } many => string.Create(CultureInfo.InvariantCulture, $"{many} calls"),
        }).Append(" of ").Append(operation);
        if (condition is not null)
        {
            text.Append(" with ").Append(condition);
        }

        text.Append(CultureInfo.InvariantCulture, $", but there {(count == 1 ? "was one" : count == 0 ? "was none" : $"were {count}")}. ");
        text.Append(calls.Count == 0 ? "The fake received no request." : "The fake received:");
        for (var index = 0; index < calls.Count && index < MaxLines; index++)
        {
            var line = calls[index].ToString();
            text.Append(CultureInfo.InvariantCulture, $"\n{index + 1,3}. ").Append(line.Length > MaxLineLength ? line[..MaxLineLength] + "…" : line);
        }

        return calls.Count > MaxLines ? text.Append(CultureInfo.InvariantCulture, $"\n… {calls.Count - MaxLines} more").ToString() : text.ToString();
    }
}
