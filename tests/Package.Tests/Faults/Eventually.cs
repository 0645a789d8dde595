using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Waits for a condition that becomes true soon, such as a closed connection.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static async Task IsTrueAsync(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Timeout, "Not true after a minute: " + what + ".");
            await Task.Delay(10);
        }
    }
}
