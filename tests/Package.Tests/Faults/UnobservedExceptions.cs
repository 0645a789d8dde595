using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Tests that measure the whole process, such as memory or unobserved exceptions, and therefore run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcess
{
    public const string Name = nameof(WholeProcess);
}

/// <summary>Collects unobserved exceptions of tasks.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<Exception> _seen = new();

    public UnobservedExceptions()
    {
        // Ignores exceptions of earlier tests.
        CollectGarbage();
        TaskScheduler.UnobservedTaskException += Add;
    }

    public void AssertNone()
    {
        CollectGarbage();
        Assert.True(_seen.IsEmpty, string.Join(Environment.NewLine, _seen.Take(3).Select(static e => e.ToString())));
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Add;

    /// <summary>Finalizers of tasks report their exceptions. The second round collects objects that the first one released.</summary>
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
