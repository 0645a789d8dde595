using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Emit.Templates;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>
/// Writes the files of a unit with templates. A file has public types and, below them, the code that reads and writes them. Files that contain
/// only such code have names that end in <c>.Wire</c>.
/// </summary>
internal static class Emitter
{
    /// <summary>The templates of the files of each kind of unit.</summary>
    public static IReadOnlyList<FileTemplate> Templates { get; } =
    [
        For<EnumUnit>("Enum", static unit => unit.Name),
        For<StructureUnit>("Structure", static unit => unit.Structure.Name),
        For<UnionUnit>("Union", static unit => unit.Name),
        For<EventStreamUnit>("EventStream", static unit => unit.Union.Name),
        For<CollectionsUnit>("Collections", static _ => "Collections.Wire"),
        For<ErrorUnit>("Exception", static unit => unit.Error.Name),
        For<OperationUnit>("Operation", static unit => unit.Operation.File),
        For<ClientUnit>("Client", static unit => unit.Context.Names.Client),
        For<ClientUnit>("Permissions", static unit => unit.Context.Names.Client + ".Permissions"),
        For<ClientUnit>("Interface", static unit => unit.Context.Names.Interface),
        For<ClientUnit>("Options", static unit => unit.Context.Names.Options),
        For<ClientUnit>("BaseException", static unit => unit.Context.Names.BaseException),
        For<ClientUnit>("Service", static unit => unit.Context.Names.Service),
        For<ClientUnit>("Extensions", static unit => unit.Context.Names.Extensions),
        For<PaginatorUnit>("Paginators", static unit => unit.Context.Names.Extensions + ".Paginators"),
        For<WaiterMethodsUnit>("Waiters", static unit => unit.Context.Names.Extensions + ".Waiters"),
        For<WaiterUnit>("WaiterWire", static unit => unit.Waiter.Type + ".Wire"),
        For<UploadUnit>("Uploads", static unit => unit.Context.Names.Extensions + ".Uploads"),
        For<UploadUnit>("UploadWire", static unit => unit.Context.Names.Extensions + ".Uploads.Wire"),
        For<DownloadUnit>("Downloads", static unit => unit.Context.Names.Extensions + ".Downloads"),
        For<DownloadUnit>("DownloadWire", static unit => unit.Context.Names.Extensions + ".Downloads.Wire"),
        For<EndpointUnit>("Endpoints", static unit => unit.Context.Names.Endpoints),
        For<FactsUnit>("Facts", static unit => unit.Context.Names.Client + ".ModelFacts"),
        For<FakeUnit>("Fake", static unit => unit.Names.Fake),
        For<FakeUnit>("FakeExtensions", static unit => unit.Names.Extensions),
        For<FakeServiceUnit>("FakeService", static unit => unit.Names.Fake + ".Wire"),
        For<FakeOperationUnit>("FakeOperation", static unit => unit.Operation.File + ".Fake.Wire"),
        For<FakeBodiesUnit>("FakeBodies", static unit => unit.Names.Fake + ".Bodies.Wire"),
        For<FakeValidationUnit>("FakeValidation", static unit => unit.Names.Fake + ".Validation.Wire"),
        For<RegistrationUnit>("Registration", static unit => unit.Context.Names.Registration),
    ];

    private static readonly ILookup<Type, FileTemplate> ByUnit = Templates.ToLookup(static template => template.Unit);

    /// <summary>Parses the templates of clients on another thread.</summary>
    public static void Prepare() => TemplateEngine.Default.Prepare(
        Templates.Where(static template => !typeof(FakeUnitPlan).IsAssignableFrom(template.Unit)).Select(static template => template.Name));

    public static EquatableArray<GeneratedFile> Emit(UnitPlan unit) => Emit(unit, TemplateEngine.Default);

    public static EquatableArray<GeneratedFile> Emit(UnitPlan unit, TemplateEngine engine)
    {
        var files = ByUnit[unit.GetType()]
            .Select(template => new GeneratedFile(unit.Context.HintName(template.FileName(unit)), engine.Render(template.Name, unit)))
            .ToEquatableArray();
        return files.Count > 0 ? files : throw new InvalidOperationException("There is no template for " + unit.GetType().Name + ".");
    }

    private static FileTemplate For<TUnit>(string template, Func<TUnit, string> fileName)
        where TUnit : UnitPlan => new(template, typeof(TUnit), unit => fileName((TUnit)unit));
}

/// <summary>The template of a file.</summary>
/// <param name="Name">The name of the template.</param>
/// <param name="Unit">The type of the units that have this file, and of the variable <c>unit</c> in the template.</param>
/// <param name="FileName">Returns the name of the file.</param>
internal sealed record FileTemplate(string Name, Type Unit, Func<UnitPlan, string> FileName);
