using System;

namespace DataZoneGen.Benchmarks.Measure.Parts;

/// <summary>What a part needs to run.</summary>
/// <param name="Root">The root of the repository.</param>
/// <param name="Scratch">A folder for programs and files of this run, outside the repository. It is deleted at the end.</param>
/// <param name="RoundsFactor">1 for the default number of rounds, less for a shorter run with more noise.</param>
internal sealed record MeasureContext(string Root, string Scratch, double RoundsFactor)
{
    /// <summary>Returns a number of rounds, at least one.</summary>
    public int Rounds(int count) => Math.Max(1, (int)Math.Round(count * RoundsFactor));

    /// <summary>Tells the user what is being done.</summary>
    public static void Report(string text) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {text}");
}
