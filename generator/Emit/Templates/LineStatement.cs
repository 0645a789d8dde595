using Scriban.Syntax;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// Marks an expression that is alone on a line of a template. Each line of its value is written with the indentation of the tag. An empty value
/// writes no line.
/// </summary>
internal sealed class LineStatement(string indentation) : ScriptExpressionStatement
{
    public string Indentation => indentation;
}
