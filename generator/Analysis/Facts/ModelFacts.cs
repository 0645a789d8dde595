using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Analysis.Facts;

/// <summary>
/// Finds what models say about types. Each assembly is read once, and a text is parsed once, however often a compilation with it is created. Both caches end with
/// their keys.
/// </summary>
internal static class ModelFacts
{
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<ServiceText>> Assemblies = new();
    private static readonly ConditionalWeakTable<string, ServiceFacts> Services = new();

    // Created once, so that a look-up allocates nothing.
    private static readonly ConditionalWeakTable<IAssemblySymbol, IReadOnlyList<ServiceText>>.CreateValueCallback ReadAssembly = Read;
    private static readonly ConditionalWeakTable<string, ServiceFacts>.CreateValueCallback ParseService = static text => new ServiceFacts(text);

    /// <summary>Returns whether a compilation can have facts: its own, or those of references.</summary>
    public static bool ArePossible(Compilation compilation) =>
        compilation.GetTypeByMetadataName(FactsFormat.AttributeNamespace + "." + FactsFormat.Attribute) is not null;

    /// <summary>Returns the facts of the service that a generated type belongs to; null for all other types.</summary>
    public static ServiceFacts? Find(INamedTypeSymbol? type)
    {
        if (type?.ContainingAssembly is not { } assembly)
        {
            return null;
        }

        var services = Assemblies.GetValue(assembly, ReadAssembly);
        for (var i = 0; i < services.Count; i++)
        {
            if (IsNamed(type.ContainingNamespace, services[i].ClientNamespace))
            {
                return Services.GetValue(services[i].Text, ParseService);
            }
        }

        return null;
    }

    private static IReadOnlyList<ServiceText> Read(IAssemblySymbol assembly)
    {
        List<ServiceText>? services = null;
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: FactsFormat.Attribute } type
                && IsNamed(type.ContainingNamespace, FactsFormat.AttributeNamespace)
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is string clientNamespace
                && attribute.ConstructorArguments[1].Value is string text)
            {
                (services ??= []).Add(new ServiceText(clientNamespace, text));
            }
        }

        return services ?? (IReadOnlyList<ServiceText>)[];
    }

    /// <summary>Compares the names of namespaces from the end, without creating the full name.</summary>
    private static bool IsNamed(INamespaceSymbol? symbol, string fullName)
    {
        var end = fullName.Length;
        for (; symbol is { IsGlobalNamespace: false }; symbol = symbol.ContainingNamespace)
        {
            var start = end - symbol.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, symbol.Name, 0, symbol.Name.Length) != 0 || (start > 0 && fullName[start - 1] != '.'))
            {
                return false;
            }

            end = start > 0 ? start - 1 : 0;
            if (start == 0)
            {
                return symbol.ContainingNamespace is { IsGlobalNamespace: true };
            }
        }

        return false;
    }

    private sealed class ServiceText(string clientNamespace, string text)
    {
        public string ClientNamespace { get; } = clientNamespace;

        public string Text { get; } = text;
    }
}
