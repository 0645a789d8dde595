using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Tests that look at the whole process, its memory or its lost exceptions, and so run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcess
{
    public const string Name = nameof(WholeProcess);
}

/// <summary>Gathers the exceptions of tasks that nobody looked at.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<Exception> _seen = new();

    public UnobservedExceptions()
    {
        // What others have left behind is not looked for here.
        CollectGarbage();
        TaskScheduler.UnobservedTaskException += Add;
    }

    public void AssertNone()
    {
        CollectGarbage();
        Assert.True(_seen.IsEmpty, string.Join(Environment.NewLine, _seen.Take(3).Select(static e => e.ToString())));
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    /// <summary>Finalizers of tasks tell of their exceptions; the second round takes what the first has set free.</summary>
    private static void CollectGarbage()
    {
        for (var round = 0; round < 2; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Add(object? sender, UnobservedTaskExceptionEventArgs e) => _seen.Enqueue(e.Exception);
}
