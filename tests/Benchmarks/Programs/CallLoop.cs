using System;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>Runs a round of calls for each line of the input, which has the number of calls and of callers, and writes a line of what the round took.</summary>
internal static class CallLoop
{
    public static async Task RunAsync(Func<Task<int>> call)
    {
        while (Console.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            var (calls, callers) = (int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture));
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var processor = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var tasks = new Task[callers];
            for (var index = 0; index < callers; index++)
            {
                tasks[index] = RepeatAsync(call, calls / callers);
            }

            await Task.WhenAll(tasks);
            var time = watch.Elapsed;
            processor = Environment.CpuUsage.TotalTime - processor;
            bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{processor.TotalMicroseconds / calls} {bytes / (double)calls} {time.TotalMicroseconds / calls}"));
        }
    }

    private static async Task RepeatAsync(Func<Task<int>> call, int count)
    {
        for (; count > 0; count--)
        {
            await call();
        }
    }
}
