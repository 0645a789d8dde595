using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace DataZoneGen.Conformance.Tests.Reporting;

/// <summary>A test that runs once for each subject, such as a service, that there are vectors for; skipped when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("DataZoneGen.Conformance.Tests.Reporting." + nameof(SuiteDiscoverer), "DataZoneGen.Conformance.Tests")]
public abstract class SuiteAttribute : FactAttribute
{
    /// <param name="subjects">What the suite is run for; its name is the argument of the test if it takes one.</param>
    /// <param name="vectors">What is missing when there are no subjects.</param>
    private protected SuiteAttribute(IEnumerable<string> subjects, string vectors)
    {
        Subjects = [.. subjects];
        Skip = Subjects.Count > 0 ? null : Suites.SuitesFolder.Root is null ? Suites.SuitesFolder.Missing : "The folder of suites has no " + vectors + ".";
    }

    internal IReadOnlyList<string> Subjects { get; }
}

/// <summary>Finds the tests of a suite, one for each subject.</summary>
public sealed class SuiteDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var suite = (SuiteAttribute)((ReflectionAttributeInfo)factAttribute).Attribute;
        return suite.Skip is null && testMethod.Method.GetParameters().Any() ? suite.Subjects.Select(subject => Create([subject])) : [Create(null)];

        XunitTestCase Create(object[]? arguments) => new(
            messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, arguments);
    }
}
