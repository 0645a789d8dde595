using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>A test that runs once for each service with a file of recorded calls of that name; skipped when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleTheoryAttribute : TheoryAttribute
{
    public OracleTheoryAttribute(string file)
    {
        File = file;
        Skip = SuiteSkip.Unless(Recordings.ServicesWithClient(file).Any(), "recorded calls in " + file);
    }

    public string File { get; }
}

/// <summary>The names of the services with a file of recorded calls of that name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleServicesAttribute(string file) : DataAttribute
{
    public string File => file;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Recordings.ServicesWithClient(file).Select(static service => new object[] { service });
}

/// <summary>A test that runs once for each service with a model; skipped when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModelTheoryAttribute : TheoryAttribute
{
    public ModelTheoryAttribute() => Skip = SuiteSkip.Unless(SuitesFolder.Services().Any(), "service models");
}

/// <summary>The names of the services with a model.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModelsAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        SuitesFolder.Services().Select(static service => new object[] { service });
}

/// <summary>A test that runs once for each service with endpoint rules; skipped when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EndpointTheoryAttribute : TheoryAttribute
{
    public EndpointTheoryAttribute() => Skip = SuiteSkip.Unless(SuitesFolder.EndpointServices().Any(), "endpoint rules with tests");
}

/// <summary>The names of the services with endpoint rules.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EndpointServicesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        SuitesFolder.EndpointServices().Select(static service => new object[] { service });
}

/// <summary>A test that runs once for each service with recorded endpoints; skipped when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleEndpointTheoryAttribute : TheoryAttribute
{
    public OracleEndpointTheoryAttribute() => Skip = SuiteSkip.Unless(Recordings.Services(OracleEndpoints.File).Any(), "recorded endpoints");
}

/// <summary>The names of the services with recorded endpoints.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OracleEndpointServicesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Recordings.Services(OracleEndpoints.File).Select(static service => new object[] { service });
}

/// <summary>A test that runs once for each protocol with tests of that direction; skipped when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProtocolTheoryAttribute : TheoryAttribute
{
    public ProtocolTheoryAttribute(string direction)
    {
        Direction = direction;
        Skip = SuiteSkip.Unless(SuitesFolder.Protocols(direction).Any(), "protocol tests of " + direction);
    }

    public string Direction { get; }
}

/// <summary>The names of the protocols with tests of that direction.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProtocolsAttribute(string direction) : DataAttribute
{
    public string Direction => direction;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        SuitesFolder.Protocols(direction).Select(static name => new object[] { name });
}

/// <summary>A test that runs when a file of vectors is there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VectorsFactAttribute : FactAttribute
{
    public VectorsFactAttribute(string file)
    {
        File = file;
        Skip = SuiteSkip.Unless(SuitesFolder.Find(file) is not null, "file " + file);
    }

    public string File { get; }
}

internal static class SuiteSkip
{
    public static string? Unless(bool found, string what) =>
        found ? null
        : SuitesFolder.Root is null ? SuitesFolder.Missing
        : "The folder of suites has no " + what + ".";
}
