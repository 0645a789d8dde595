using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text;
using System.Threading;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;
using Scriban;
using Scriban.Functions;
using Scriban.Runtime;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// Renders the templates in the folder <c>Templates</c>, which are embedded resources. A template can use the members of the unit and of its
/// context by their C# names, and the functions in <see cref="TemplateFunctions"/>. An unknown name is an error.
/// </summary>
internal class TemplateEngine
{
    private static readonly ScriptObject Functions = CreateFunctions();

    private readonly ConcurrentDictionary<string, Lazy<Template>> _templates = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<TemplateRun> _idle = [];

    public static TemplateEngine Default { get; } = new();

    /// <summary>Renders a template for a unit.</summary>
    /// <param name="name">The file name of the template without its extension.</param>
    /// <param name="unit">The unit.</param>
    public string Render(string name, UnitPlan unit)
    {
        // A run that failed is in an unknown state and is not reused.
        var run = _idle.TryTake(out var idle) ? idle : new TemplateRun(this, Functions);
        var text = run.Render(Get(name), unit);
        _idle.Add(run);
        return text;
    }

    /// <summary>Gets a template. It is parsed on first use.</summary>
    public Template Get(string name) => _templates.GetOrAdd(name, key => new Lazy<Template>(() => Parse(key), LazyThreadSafetyMode.ExecutionAndPublication)).Value;

    /// <summary>Reads and parses a template.</summary>
    protected virtual Template Parse(string name) => TemplateParser.Parse(name, Read(name));

    private static string Read(string name)
    {
        using var stream = typeof(TemplateEngine).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException("There is no template '" + name + "'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static ScriptObject CreateFunctions()
    {
        // Scriban's built-in functions need System.Text.Json, which not every compiler host provides.
        var functions = new ScriptObject(StringComparer.Ordinal);
        functions.SetValue("include", new IncludeFunction(), readOnly: true);
        functions.SetValue("generated_code", FileText.GeneratedCode, readOnly: true);
        foreach (var function in TemplateFunctions.All)
        {
            functions.SetValue(function.Name, function, readOnly: true);
        }

        return functions;
    }
}
