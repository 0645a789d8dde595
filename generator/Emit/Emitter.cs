using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Emit.Templates;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>
/// Writes the files of a unit with templates. Public types are in one file; the code that reads and writes them is in another file, whose name
/// ends in <c>.Wire</c>.
/// </summary>
internal static class Emitter
{
    /// <summary>The templates of the files of each kind of unit.</summary>
    public static IReadOnlyList<FileTemplate> Templates { get; } =
    [
        For<EnumUnit>("Enum", static unit => unit.Name),
        For<EnumUnit>("EnumWire", static unit => unit.IsRead ? unit.Name + ".Wire" : null),
        For<StructureUnit>("Records", static unit => unit.Structure.Name),
        For<StructureUnit>("RecordWire", static unit => unit.Structure.Name + ".Wire"),
        For<UnionUnit>("Union", static unit => unit.Name),
        For<UnionUnit>("UnionWire", static unit => unit.Name + ".Wire"),
        For<CollectionUnit>("CollectionWire", static unit => unit.Name + ".Wire"),
        For<EventStreamUnit, UnionUnit>("Union", static unit => unit.Union.Name, static unit => unit.Union),
        For<EventStreamUnit>("EventStreamWire", static unit => unit.Union.Name + ".Wire"),
        For<ErrorUnit>("Exception", static unit => unit.Error.Name),
        For<ErrorUnit>("ExceptionWire", static unit => unit.Error.Properties.Count > 0 || unit.Error.IsWritten ? unit.Error.Name + ".Wire" : null),
        For<OperationUnit>("Records", static unit => unit.Operation.File),
        For<OperationUnit>("OperationWire", static unit => unit.Operation.File + ".Wire"),
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
        For<RegistrationUnit>("Registration", static unit => unit.Context.Names.Registration),
    ];

    private static readonly ILookup<Type, FileTemplate> ByUnit = Templates.ToLookup(static template => template.Unit);

    public static EquatableArray<GeneratedFile> Emit(UnitPlan unit) => Emit(unit, TemplateEngine.Default);

    public static EquatableArray<GeneratedFile> Emit(UnitPlan unit, TemplateEngine engine)
    {
        var files = new List<GeneratedFile>();
        foreach (var template in ByUnit[unit.GetType()])
        {
            if (template.FileName(unit) is { } name)
            {
                files.Add(new GeneratedFile(unit.Context.HintName(name), engine.Render(template.Name, template.Select(unit))));
            }
        }

        return files.Count > 0 ? files.ToEquatableArray() : throw new InvalidOperationException("There is no template for " + unit.GetType().Name + ".");
    }

    private static FileTemplate For<TUnit>(string template, Func<TUnit, string?> fileName)
        where TUnit : UnitPlan => For<TUnit, TUnit>(template, fileName, static unit => unit);

    private static FileTemplate For<TUnit, TModel>(string template, Func<TUnit, string?> fileName, Func<TUnit, TModel> select)
        where TUnit : UnitPlan
        where TModel : UnitPlan => new(template, typeof(TUnit), typeof(TModel), unit => fileName((TUnit)unit), unit => select((TUnit)unit));
}

/// <summary>The template of a file.</summary>
/// <param name="Name">The name of the template.</param>
/// <param name="Unit">The type of the units that have this file.</param>
/// <param name="Model">The type of the variable <c>unit</c> in the template.</param>
/// <param name="FileName">Returns the name of the file; null if the unit does not have it.</param>
/// <param name="Select">Returns the value of the variable <c>unit</c> in the template.</param>
internal sealed record FileTemplate(string Name, Type Unit, Type Model, Func<UnitPlan, string?> FileName, Func<UnitPlan, UnitPlan> Select);
