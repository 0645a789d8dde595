using DataZoneGen.Generator.Emit.Templates;
using Scriban;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>An engine that has one template more: a text of a test.</summary>
internal sealed class TextEngine(string text) : TemplateEngine
{
    public const string Name = "Text";

    protected override Template Parse(string name) => name == Name ? TemplateParser.Parse(name, text) : base.Parse(name);
}
