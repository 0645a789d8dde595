using DataZoneGen.Conformance.Tests.Reporting;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Runs once for each recording with a file of that name: a service and a protocol.</summary>
public sealed class RecordedCallsAttribute(string file) : SuiteAttribute(Recordings.All(file), "recorded calls in " + file)
{
    public string File => file;
}

/// <summary>Runs once for each service with a model among the suites.</summary>
public sealed class ModelsAttribute() : SuiteAttribute(SuitesFolder.Services(), "service models");

/// <summary>Runs once when there are models of all services.</summary>
public sealed class AllModelsAttribute() : SuiteAttribute(ModelsFolder.Exists ? [ModelsFolder.Archive] : [], "archive " + ModelsFolder.Archive);

/// <summary>Runs once for each service with endpoint rules and tests for them.</summary>
public sealed class EndpointRulesAttribute() : SuiteAttribute(SuitesFolder.EndpointServices(), "endpoint rules with tests");

/// <summary>Runs once for each protocol with tests of a direction, <c>input</c> or <c>output</c>.</summary>
public sealed class ProtocolTestsAttribute(string direction) : SuiteAttribute(SuitesFolder.Protocols(direction), "protocol tests of " + direction)
{
    public string Direction => direction;
}

/// <summary>Runs once for each protocol with older tests of a direction, <c>input</c> or <c>output</c>.</summary>
public sealed class LegacyProtocolTestsAttribute(string direction)
    : SuiteAttribute(SuitesFolder.LegacyProtocols(direction), "older protocol tests of " + direction)
{
    public string Direction => direction;
}

/// <summary>Runs once when a file of vectors is there.</summary>
public sealed class VectorsAttribute(string file) : SuiteAttribute(SuitesFolder.Find(file) is null ? [] : [file], "file " + file)
{
    public string File => file;
}
