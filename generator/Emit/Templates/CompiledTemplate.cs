using System.Collections.Generic;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>A template that can be rendered. It can be used by several threads at a time.</summary>
/// <param name="body">The statements.</param>
/// <param name="variables">The numbers of the variables by their names.</param>
internal sealed class CompiledTemplate(TemplateStatement body, IReadOnlyDictionary<string, int> variables)
{
    /// <summary>The variable <c>unit</c>.</summary>
    public const int Unit = 0;

    /// <summary>The variable <c>context</c>, which is the context of the unit.</summary>
    public const int Context = 1;

    /// <summary>Returns the number of a variable; null if the template does not use it.</summary>
    public int? FindVariable(string variable) => variables.TryGetValue(variable, out var number) ? number : null;

    public TemplateScope CreateScope(object? unit, object? context, SourceOutput output)
    {
        var scope = new TemplateScope(variables.Count, output);
        scope.Values[Unit] = unit;
        scope.Values[Context] = context;
        return scope;
    }

    public void Render(TemplateScope scope) => body.Render(scope);
}
