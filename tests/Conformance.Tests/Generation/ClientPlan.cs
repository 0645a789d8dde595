using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>
/// The generator's plan of a client, by names of the model: the one place that knows which C# name stands for which
/// member, so that no test repeats a naming rule.
/// </summary>
internal sealed class ClientPlan
{
    private readonly Closure? _closure;
    private readonly IReadOnlyList<DiagnosticInfo> _diagnostics;
    private readonly ShapeUse? _use;
    private readonly NameTable? _names;
    private readonly Dictionary<string, OperationPlan> _operations;
    private readonly Dictionary<string, StructurePlan> _structures;
    private readonly Dictionary<string, UnionUnit> _unions;
    private readonly Dictionary<string, UnionUnit> _eventStreams;
    private readonly Dictionary<string, CollectionPlan> _collections;
    private readonly Dictionary<string, ErrorPlan> _errors;
    private readonly Dictionary<string, PaginatorPlan> _paginators;
    private readonly Dictionary<string, SettingPlan> _settings;

    public ClientPlan(Closure? closure, IReadOnlyCollection<UnitPlan> units, IReadOnlyList<DiagnosticInfo> diagnostics)
    {
        _closure = closure;
        _diagnostics = diagnostics;
        WhyNoClient = diagnostics.Where(IsAboutProtocol).Select(Message).FirstOrDefault();
        _use = closure is null ? null : new ShapeUse(closure, new ShapeTable(closure.Shapes));
        _names = closure is null ? null : new NameTable(closure, _use!, []);
        Context = units.Select(static u => u.Context).FirstOrDefault()!;
        _operations = ByName(units.OfType<OperationUnit>().Select(static u => u.Operation), static o => o.Name);
        _structures = ByName(units.OfType<StructureUnit>().Select(static u => u.Structure), static s => s.Wire!);
        _unions = ByName(units.OfType<UnionUnit>(), static u => u.Wire);
        _eventStreams = ByName(units.OfType<EventStreamUnit>().Select(static u => u.Union), static u => u.Wire);
        _collections = ByName(units.OfType<CollectionsUnit>().SelectMany(static u => u.Collections), static c => c.Type.Wire);
        _errors = ByName(units.OfType<ErrorUnit>().Select(static u => u.Error), static e => e.Name);
        _settings = ByName(units.OfType<ClientUnit>().SelectMany(static u => u.Settings), static s => s.Parameter);
        _paginators = ByName(units.OfType<PaginatorUnit>().SelectMany(static u => u.Paginators), static p => p.Method.Operation);
    }

    /// <summary>The names that all of the client shares; null when there is no client.</summary>
    public UnitContext Context { get; }

    /// <summary>The names of all operations of the model, generated or not.</summary>
    public IReadOnlyList<string> ModeledOperations { get; init; } = [];

    /// <summary>Whether the client finds its endpoints itself, by rules.</summary>
    public bool HasEndpointRules => !_diagnostics.Any(static d =>
        d.Descriptor == DiagnosticDescriptors.MissingEndpointRules || d.Descriptor == DiagnosticDescriptors.UnsupportedEndpointRules);

    /// <summary>The generator's own words for having no endpoint rules, or null when it has some.</summary>
    public string? WhyNoEndpointRules => HasEndpointRules ? null : string.Join("; ", _diagnostics.Select(Message));

    /// <summary>The operation of that name in the model, or null when the generator left it out.</summary>
    public OperationPlan? Operation(string name) => WhyNoClient is null ? _operations.GetValueOrDefault(CSharpNames.Pascal(name)) : null;

    /// <summary>What calls of the operation put before the host, with the names of labels in braces.</summary>
    public string? HostPrefix(string operation) => _closure?.Operations.FirstOrDefault(o => o.Name == operation) is { } model
        ? string.Concat(model.HostPrefix.Select(static part => part.IsLabel ? "{" + part.Text + "}" : part.Text))
        : null;

    /// <summary>The property of the options that sets a parameter of the endpoint rules; null when there is none.</summary>
    public SettingPlan? Setting(string parameter) => _settings.GetValueOrDefault(parameter);

    /// <summary>The names of the parameters of the endpoint rules that take a built-in's value.</summary>
    public IEnumerable<string> ParametersOf(string builtIn) =>
        (_closure?.EndpointRules?.Parameters ?? []).Where(p => p.BuiltIn == builtIn).Select(static p => p.Name);

    public PaginatorPlan? Paginator(string operation) => _paginators.GetValueOrDefault(CSharpNames.Pascal(operation));

    /// <summary>The generator's own words for generating no client, or none with the protocol that was asked for, or null when there is one.</summary>
    public string? WhyNoClient { get; }

    /// <summary>What the generator warns about besides operations that are left out.</summary>
    public IEnumerable<string> Warnings => _diagnostics
        .Where(static d => d.Descriptor.DefaultSeverity >= DiagnosticSeverity.Warning && !IsAboutOperation(d))
        .Select(Message);

    /// <summary>The generator's own words for leaving something out, or null when it said nothing about it.</summary>
    public string? WhyLeftOut(string operation) =>
        WhyNoClient ?? _diagnostics.Where(d => IsAbout(d, operation)).Select(Message).FirstOrDefault();

    public IReadOnlyList<PropertyPlan> Structure(WireType type) => _structures[type.Wire].Properties;

    public UnionUnit Union(WireType type) => _unions[type.Wire];

    public UnionUnit EventStream(EventStreamType type) => _eventStreams[type.Wire];

    public CollectionPlan Collection(WireType type) => _collections[type.Wire];

    /// <summary>The exception of an error shape; null when no operation raises it.</summary>
    public ErrorPlan? Error(string shape) =>
        _use?.Errors.Contains(shape) == true ? _errors.GetValueOrDefault(_names!.OfError(shape)) : null;

    private static bool IsAbout(DiagnosticInfo diagnostic, string operation) =>
        (diagnostic.Descriptor == DiagnosticDescriptors.UnsupportedFeature && diagnostic.Arguments[0] == operation)
        || (diagnostic.Descriptor == DiagnosticDescriptors.InvalidPaginator && diagnostic.Arguments[0] == operation)
        || (diagnostic.Descriptor == DiagnosticDescriptors.UnknownShape && diagnostic.Arguments[1] == operation);

    private static bool IsAboutProtocol(DiagnosticInfo diagnostic) =>
        diagnostic.Descriptor == DiagnosticDescriptors.UnsupportedProtocol
        || (diagnostic.Descriptor == DiagnosticDescriptors.InvalidOption && diagnostic.Arguments[1] == "Protocol");

    private static bool IsAboutOperation(DiagnosticInfo diagnostic) =>
        diagnostic.Descriptor == DiagnosticDescriptors.UnsupportedFeature || diagnostic.Descriptor == DiagnosticDescriptors.UnknownShape;

    private static string Message(DiagnosticInfo diagnostic) =>
        diagnostic.Descriptor.Id + ": " + diagnostic.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture);

    private static Dictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name) => items.ToDictionary(name, StringComparer.Ordinal);
}
