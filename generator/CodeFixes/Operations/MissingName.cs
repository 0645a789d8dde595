using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DataZoneGen.Generator.CodeFixes.Operations;

/// <summary>A name that the compiler does not find: a member of a generated type, or a type.</summary>
internal sealed class MissingName
{
    private readonly SemanticModel _semantics;
    private readonly int _position;
    private readonly INamedTypeSymbol? _owner;
    private readonly INamespaceSymbol? _namespace;

    private MissingName(SimpleNameSyntax name, SemanticModel semantics, INamedTypeSymbol? owner, INamespaceSymbol? ns)
    {
        Text = name.Identifier.ValueText;
        _position = name.SpanStart;
        _semantics = semantics;
        _owner = owner;
        _namespace = ns;
    }

    public string Text { get; }

    public bool IsMember => _owner is not null;

    /// <summary>Gets the library or program that would have the member; null for a type, which any of them can have.</summary>
    public IAssemblySymbol? Assembly => _owner?.ContainingAssembly;

    /// <summary>Returns null if the name cannot belong to a generated client.</summary>
    public static MissingName? Find(SimpleNameSyntax name, SemanticModel semantics, CancellationToken cancellationToken)
    {
        switch (name.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == name:
                return FindMember(name, access.Expression, semantics, cancellationToken);
            case MemberBindingExpressionSyntax:
                var conditional = name.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Contains(name));
                return conditional is null ? null : FindMember(name, conditional.Expression, semantics, cancellationToken);
            case QualifiedNameSyntax qualified when qualified.Right == name:
                return semantics.GetSymbolInfo(qualified.Left, cancellationToken).Symbol is INamespaceSymbol ns ? new MissingName(name, semantics, null, ns) : null;
            default:
                return new MissingName(name, semantics, null, null);
        }
    }

    /// <summary>Returns whether the name would be a member or a type of the client with this name in this namespace.</summary>
    public bool BelongsTo(string ns, string client)
    {
        if (_owner is not null)
        {
            return (_owner.Name == client || _owner.Name == "I" + client || _owner.Name == client + "Extensions") && _owner.ContainingNamespace.ToDisplayString() == ns;
        }

        return _namespace is not null
            ? _namespace.ToDisplayString() == ns
            : _semantics.LookupNamespacesAndTypes(_position, name: client).Any(type => type.ContainingNamespace?.ToDisplayString() == ns);
    }

    private static MissingName? FindMember(SimpleNameSyntax name, ExpressionSyntax receiver, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (semantics.GetSymbolInfo(receiver, cancellationToken).Symbol is INamespaceSymbol ns)
        {
            return new MissingName(name, semantics, null, ns);
        }

        return semantics.GetTypeInfo(receiver, cancellationToken).Type is INamedTypeSymbol type && IsGenerated(type)
            ? new MissingName(name, semantics, type, null)
            : null;
    }

    private static bool IsGenerated(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
        && attribute.ConstructorArguments.Length == 2
        && attribute.ConstructorArguments[0].Value is "DataZoneGen");
}
