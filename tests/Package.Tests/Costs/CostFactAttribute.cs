using System;
using System.Runtime.InteropServices;
using Xunit;

namespace DataZoneGen.Package.Tests.Costs;

/// <summary>A test that compares with the baseline. It is skipped on other platforms and versions of .NET, whose own part of the numbers differs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CostFactAttribute : FactAttribute
{
    public CostFactAttribute()
    {
        var baseline = CostBaseline.Read().Runtime;
        if (!CostBaseline.IsUpdated && baseline != CurrentRuntime)
        {
            Skip = $"The baseline is that of {baseline}; this is {CurrentRuntime}.";
        }
    }

    /// <summary>The platform and the major and minor version. The updates of a version change the numbers by less than the tests allow.</summary>
    public static string CurrentRuntime => $".NET {Environment.Version.ToString(2)} {RuntimeInformation.RuntimeIdentifier}";
}
