namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>The variables of a template while it is rendered, and where its text goes. An included template has a scope of its own.</summary>
internal sealed class TemplateScope(int variables, SourceOutput output)
{
    /// <summary>The values of the variables, by the numbers that <see cref="TemplateCompiler"/> assigns to them.</summary>
    public object?[] Values { get; } = new object?[variables];

    public SourceOutput Output => output;
}
