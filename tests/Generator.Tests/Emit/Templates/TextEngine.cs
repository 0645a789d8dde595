using DataZoneGen.Generator.Emit.Templates;
using Scriban;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>A template engine with an additional template from a test.</summary>
internal sealed class TextEngine(string text) : TemplateEngine
{
    public const string Name = "Text";

    public override Template Parse(string name) => name == Name ? TemplateParser.Parse(name, text) : base.Parse(name);
}
