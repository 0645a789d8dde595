using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("DataZoneGen.Runtime.Tests.TimeLimitFramework", "DataZoneGen.Runtime.Tests")]

namespace DataZoneGen.Runtime.Tests;

/// <summary>Gives each asynchronous test a time limit, so that one that waits in vain fails and does not keep the run from ending.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "The test runner creates it.")]
internal sealed class TimeLimitFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    /// <summary>The limit of a test that has none of its own, in milliseconds.</summary>
    public const int Limit = 3 * 60 * 1000;

    private static readonly PropertyInfo Timeout = typeof(XunitTestCase).GetProperty(nameof(XunitTestCase.Timeout))!;

    /// <summary>Sets the limit where there is none and can be one: a synchronous test cannot be left behind.</summary>
    public static void AddLimit(IXunitTestCase test)
    {
        if (test is XunitTestCase { Timeout: 0 } && typeof(Task).IsAssignableFrom(test.TestMethod.Method.ToRuntimeMethod().ReturnType))
        {
            Timeout.SetValue(test, Limit);
        }
    }

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkExecutor(assemblyName, sources, diagnostics)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            var tests = testCases.ToList();
            tests.ForEach(AddLimit);
            base.RunTestCases(tests, executionMessageSink, executionOptions);
        }
    }
}
