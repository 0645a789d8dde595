using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>The result of a generator run, as text, as symbols and as executable code.</summary>
internal sealed class GeneratorRun(GeneratorRunResult result, Compilation compilation)
{
    public GeneratorRunResult Result => result;

    public Compilation Compilation => compilation;

    public IReadOnlyList<string> HintNames => [.. result.GeneratedSources.Select(static source => source.HintName).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> DiagnosticIds => [.. result.Diagnostics.Select(static diagnostic => diagnostic.Id)];

    /// <summary>The text of a generated file.</summary>
    public string Text(string hintName)
    {
        var found = result.GeneratedSources.Where(source => source.HintName == hintName).ToList();
        Assert.True(found.Count == 1, "'" + hintName + "' is not among the generated files:\n" + string.Join("\n", HintNames));
        return found[0].SourceText.ToString();
    }

    /// <summary>A type of the compilation by its full name.</summary>
    public INamedTypeSymbol Type(string name)
    {
        var type = compilation.GetTypeByMetadataName(name);
        Assert.True(type is not null, "There is no type '" + name + "' in:\n" + string.Join("\n", HintNames));
        return type;
    }

    public bool Has(string type) => compilation.GetTypeByMetadataName(type) is not null;

    public IPropertySymbol Property(string type, string name)
    {
        var property = Type(type).GetMembers(name).OfType<IPropertySymbol>().SingleOrDefault();
        Assert.True(property is not null, "'" + type + "' has no property '" + name + "'.");
        return property;
    }

    /// <summary>The type of a property in C# syntax, with its <c>?</c> and <c>required</c>.</summary>
    public string TypeOf(string type, string name)
    {
        var property = Property(type, name);
        return (property.IsRequired ? "required " : "") + property.Type.ToDisplayString(TypeFormat);
    }

    /// <summary>Runs a public static method without parameters of the code under test.</summary>
    /// <param name="type">The full name of the class.</param>
    /// <param name="method">The method.</param>
    /// <param name="isCollectible">Whether the code can be unloaded; proxies of mocking libraries cannot implement interfaces of such code.</param>
    public object? Invoke(string type, string method, bool isCollectible = true)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("Consumer", isCollectible);
        try
        {
            return context.LoadFromStream(image).GetType(type, throwOnError: true)!
                .GetMethod(method, BindingFlags.Public | BindingFlags.Static)!
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
        finally
        {
            if (isCollectible)
            {
                context.Unload();
            }
        }
    }

    private static readonly SymbolDisplayFormat TypeFormat = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
}
