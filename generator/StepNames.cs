namespace DataZoneGen.Generator;

/// <summary>The names of the pipeline's steps. Tests use them to check which steps ran again.</summary>
internal static class StepNames
{
    public const string Language = nameof(Language);
    public const string Files = nameof(Files);
    public const string ItemLists = nameof(ItemLists);
    public const string Projects = nameof(Projects);
    public const string Items = nameof(Items);
    public const string RootNamespace = nameof(RootNamespace);
    public const string Models = nameof(Models);
    public const string OperationFilter = nameof(OperationFilter);
    public const string OperationFiles = nameof(OperationFiles);
    public const string OperationModels = nameof(OperationModels);
    public const string Services = nameof(Services);
    public const string Closures = nameof(Closures);
    public const string Plans = nameof(Plans);
    public const string References = nameof(References);
    public const string Units = nameof(Units);
    public const string Sources = nameof(Sources);
    public const string ReportMode = nameof(ReportMode);
    public const string LockTargets = nameof(LockTargets);
    public const string LockFiles = nameof(LockFiles);
    public const string LockComparison = nameof(LockComparison);
    public const string Reports = nameof(Reports);
    public const string LanguageDiagnostics = nameof(LanguageDiagnostics);
    public const string ItemDiagnostics = nameof(ItemDiagnostics);
    public const string OperationFilterDiagnostics = nameof(OperationFilterDiagnostics);
    public const string ServiceDiagnostics = nameof(ServiceDiagnostics);
    public const string ClosureDiagnostics = nameof(ClosureDiagnostics);
    public const string NamespaceDiagnostics = nameof(NamespaceDiagnostics);
    public const string FakeDiagnostics = nameof(FakeDiagnostics);
    public const string LockTargetDiagnostics = nameof(LockTargetDiagnostics);
    public const string LockDiagnostics = nameof(LockDiagnostics);
    public const string PlanDiagnostics = nameof(PlanDiagnostics);
    public const string SourceDiagnostics = nameof(SourceDiagnostics);
}
