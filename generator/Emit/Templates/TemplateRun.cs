using System;
using System.Collections.Concurrent;
using DataZoneGen.Generator.Plan.Units;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>The state of one rendering. Scriban's limits are disabled, because the templates are trusted. The output does not depend on the current culture.</summary>
internal sealed class TemplateRun : TemplateContext
{
    private static readonly ConcurrentDictionary<Type, IObjectAccessor> Accessors = new();

    private readonly TemplateEngine _engine;
    private readonly SourceOutput _output = new();

    public TemplateRun(TemplateEngine engine, ScriptObject functions)
        : base(functions, StringComparer.Ordinal)
    {
        _engine = engine;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableRelaxedFunctionAccess = false;
        MemberRenamer = static member => member.Name;
        NewLine = "\n";
        AutoIndent = false;
        LimitToString = 0;
        LoopLimit = 0;
        RecursiveLimit = 0;
        PushOutput(_output);
    }

    public string Render(Template template, UnitPlan unit)
    {
        PushGlobal(new ScriptObject(2, StringComparer.Ordinal) { ["unit"] = unit, ["context"] = unit.Context });
        Evaluate(template.Page!);
        PopGlobal();
        return _output.Take();
    }

    public override string? GetTemplatePathFromName(string? templateName, ScriptNode? callerContext) => templateName;

    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext) => _engine.Get(templatePath);

    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target is IScriptObject
        ? base.GetMemberAccessorImpl(target)
        : Accessors.GetOrAdd(target.GetType(), static type => new RecordAccessor(type));
}
