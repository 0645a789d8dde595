using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Waits for what happens soon, but not at once, such as a server's notice that a client has left.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task IsTrueAsync(Func<bool> condition, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Patience, "In a minute it has not come about that " + what + ".");
            await Task.Delay(10);
        }
    }
}
