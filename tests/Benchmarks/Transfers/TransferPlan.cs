using System;
using System.Globalization;

namespace DataZoneGen.Benchmarks.Transfers;

/// <summary>What workers transfer, and how. It is passed to them as arguments.</summary>
/// <param name="Size">The size of the file in bytes.</param>
/// <param name="MaxConcurrency">How many parts the client transfers at the same time.</param>
/// <param name="PartSize">The size of such a part in bytes.</param>
internal sealed record TransferPlan(long Size, int MaxConcurrency, long PartSize)
{
    public const long MebiByte = 1024 * 1024;

    /// <summary>A file of 1 GiB, with the defaults of the client.</summary>
    public static TransferPlan Default { get; } = new(1024 * MebiByte, new TransferOptions().MaxConcurrency, new TransferOptions().PartSizeBytes);

    public string[] ToArguments() => [Format(Size), Format(MaxConcurrency), Format(PartSize)];

    public static TransferPlan Parse(ReadOnlySpan<string> arguments) =>
        new(long.Parse(arguments[0], CultureInfo.InvariantCulture), int.Parse(arguments[1], CultureInfo.InvariantCulture), long.Parse(arguments[2], CultureInfo.InvariantCulture));

    private static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);
}
