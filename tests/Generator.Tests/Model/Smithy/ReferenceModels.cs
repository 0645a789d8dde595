using System;
using System.IO;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>
/// Models of AWS that are no part of the repository: the environment names the folder of suites that has them, or it lies beside
/// the repository. Tests that need them are skipped without.
/// </summary>
internal static class ReferenceModels
{
    private const string Variable = "DATAZONEGEN_SUITES";

    private static readonly string Root = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : Path.Combine(Repository.Root, "..", "shared");

    public static string C2J { get; } = PathOf("service-2.json");

    public static string Paginators { get; } = PathOf("paginators-1.json");

    public static string Smithy { get; } = PathOf("datazone-2018-05-10.json");

    /// <summary>Why a test is skipped; null when it need not be.</summary>
    public static string? Skip => File.Exists(C2J) && File.Exists(Paginators) && File.Exists(Smithy)
        ? null
        : "The models of DataZone in both vocabularies are not here; " + Variable + " can name the folder of suites that has them.";

    private static string PathOf(string file) => Path.Combine(Root, "models-reference", "datazone", file);
}

/// <summary>A test that needs DataZone's model in both vocabularies; skipped when they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceModelFactAttribute : FactAttribute
{
    public ReferenceModelFactAttribute() => Skip = ReferenceModels.Skip;
}
