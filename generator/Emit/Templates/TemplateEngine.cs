using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Generator.Plan.Units;
using Scriban;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// Renders the templates in the folder <c>Templates</c>, which are embedded resources. A template can use the members of the unit and of its
/// context by their C# names, and the functions in <see cref="TemplateFunctions"/>. An unknown name is an error.
/// </summary>
internal class TemplateEngine
{
    /// <summary>The name of the variable that is the attribute of generated types.</summary>
    public const string GeneratedCode = "generated_code";

    private readonly ConcurrentDictionary<string, Lazy<CompiledTemplate>> _templates = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<SourceOutput> _outputs = [];
    private readonly Dictionary<string, TemplateFunction> _functions;

    public TemplateEngine(params IEnumerable<TemplateFunction> additionalFunctions) =>
        _functions = TemplateFunctions.All.Concat(additionalFunctions).ToDictionary(static function => function.Name, StringComparer.Ordinal);

    public static TemplateEngine Default { get; } = new();

    /// <summary>
    /// Parses templates on another thread. In a first compilation, this takes about as long as a large model is read, because the runtime has to
    /// compile the parser.
    /// </summary>
    /// <param name="names">The names of the templates.</param>
    public void Prepare(IEnumerable<string> names)
    {
        if (_templates.IsEmpty)
        {
            Task.Run(() => names.Select(Get).ToList());
        }
    }

    /// <summary>Renders a template for a unit.</summary>
    /// <param name="name">The file name of the template without its extension.</param>
    /// <param name="unit">The unit.</param>
    public string Render(string name, UnitPlan unit)
    {
        // An output that was not taken, because of an exception, is not used again.
        var output = _outputs.TryTake(out var used) ? used : new SourceOutput();
        var template = Get(name);
        template.Render(template.CreateScope(unit, unit.Context, output));
        var text = output.Take();
        _outputs.Add(output);
        return text;
    }

    /// <summary>Gets a template. It is parsed on first use.</summary>
    public CompiledTemplate Get(string name) => _templates.GetOrAdd(
        name, key => new Lazy<CompiledTemplate>(() => TemplateCompiler.Compile(this, key, Parse(key)), LazyThreadSafetyMode.ExecutionAndPublication)).Value;

    /// <summary>Returns a function; null if templates cannot call one of this name.</summary>
    public TemplateFunction? FindFunction(string name) => _functions.TryGetValue(name, out var function) ? function : null;

    /// <summary>Reads and parses a template.</summary>
    public virtual Template Parse(string name) => TemplateParser.Parse(name, Read(name));

    private static string Read(string name)
    {
        using var stream = typeof(TemplateEngine).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException("There is no template '" + name + "'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
