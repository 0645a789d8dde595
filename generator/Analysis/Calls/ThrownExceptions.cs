using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Analysis.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DataZoneGen.Generator.Analysis.Calls;

/// <summary>
/// Finds which exceptions of a service a block can throw. They are unknown if the block calls something that could call the client: a method of the program, a
/// delegate or a task from outside of the block, an enumerable that can run code, or a method that gets one of these or the client itself.
/// </summary>
internal sealed class ThrownExceptions
{
    private readonly IOperation _block;
    private readonly ServiceFacts _facts;
    private readonly IAssemblySymbol _clientAssembly;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private ThrownExceptions(IOperation block, ServiceFacts facts, IAssemblySymbol clientAssembly)
    {
        _block = block;
        _facts = facts;
        _clientAssembly = clientAssembly;
    }

    /// <summary>Returns the names of the exceptions that a block can throw; null if they are unknown.</summary>
    /// <param name="block">The block.</param>
    /// <param name="facts">The facts of the service.</param>
    /// <param name="exception">An exception of the service.</param>
    public static IReadOnlyCollection<string>? Find(IOperation block, ServiceFacts facts, INamedTypeSymbol exception)
    {
        var thrown = new ThrownExceptions(block, facts, exception.ContainingAssembly);
        return block.Descendants().All(thrown.IsKnown) ? thrown._names : null;
    }

    private bool IsKnown(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsKnownCall(call),
        IObjectCreationOperation creation => creation.Arguments.All(argument => IsKnownValue(argument.Value)),
        IMethodReferenceOperation reference => AddOperation(reference.Method) || IsForeign(reference.Method.ContainingAssembly),
        IAwaitOperation await => IsKnownValue(await.Operation),
        IForEachLoopOperation loop => IsKnownValue(loop.Collection),
        IThrowOperation { Exception: { } exception } => AddThrown(OperationTree.Unwrap(exception).Type),
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IFunctionPointerInvocationOperation => false,
        _ => true,
    };

    private bool IsKnownCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (AddOperation(method))
        {
            return true;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return false;
        }

        if (ModelFacts.Find(method.ContainingType) is { } facts)
        {
            // Other methods of a client call no operation, but its extensions for transfers do.
            return method.ContainingType.Name != facts.Extensions;
        }

        // A library that does not know the client can still call code of the program that does: through tasks that it creates, or what it gets.
        return IsForeign(method.ContainingAssembly)
            && (IsFramework(method.ContainingAssembly) || !CanRunCode(method.ReturnType))
            && (call.Instance is null || IsKnownValue(call.Instance))
            && call.Arguments.All(argument => IsKnownValue(argument.Value));
    }

    private bool AddOperation(IMethodSymbol method)
    {
        if (ModelFacts.Find(method.ContainingType) is not { } facts || facts.FindOperation(method) is not { } operation)
        {
            return false;
        }

        if (facts == _facts)
        {
            _names.UnionWith(operation.Exceptions);
        }

        return true;
    }

    /// <summary>Adds the exception that a statement throws. A base class may stand for any exception.</summary>
    private bool AddThrown(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol named && ModelFacts.Find(named) == _facts)
        {
            _names.Add(named.Name);
            return named.Name != _facts.BaseException;
        }

        return type is { Name: not ("Exception" or "AwsException" or "AwsServiceException") };
    }

    /// <summary>Returns whether a value runs no code that is not part of the block.</summary>
    private bool IsKnownValue(IOperation value)
    {
        value = OperationTree.Unwrap(value);
        return value switch
        {
            // The block contains what these run.
            IInvocationOperation or IAwaitOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IObjectCreationOperation => true,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.All(IsKnownValue),
            ILocalReferenceOperation { Local: { } local } when IsDeclaredInBlock(local) => true,
            IPropertyReferenceOperation { Property.ContainingType: { } type } when ModelFacts.Find(type) is not null => true,
            _ => value.Type is null || !CanRunCode(value.Type),
        };
    }

    private bool IsDeclaredInBlock(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == _block.Syntax.SyntaxTree && _block.Syntax.Span.Contains(declaration.Span));

    /// <summary>Returns whether a value of a type can run code of the program: a delegate, a task, an enumerable, a client, or a list of these.</summary>
    private static bool CanRunCode(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic or TypeKind.TypeParameter)
        {
            return true;
        }

        if (type is IArrayTypeSymbol array)
        {
            return CanRunCode(array.ElementType);
        }

        if (type is INamedTypeSymbol named && (ModelFacts.Find(named)?.IsClient(named) == true || named.TypeArguments.Any(CanRunCode)))
        {
            return true;
        }

        return type.Name is "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable"
                or "IEnumerable" or "IAsyncEnumerable" or "IQueryable" or "ConfiguredCancelableAsyncEnumerable" or "Lazy"
            && IsInSystem(type.ContainingNamespace);
    }

    private static bool IsInSystem(INamespaceSymbol? ns)
    {
        while (ns is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            ns = ns.ContainingNamespace;
        }

        return ns?.Name == "System";
    }

    private static bool IsFramework(IAssemblySymbol assembly) =>
        assembly.Name.StartsWith("System", StringComparison.Ordinal)
        || assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || assembly.Name is "mscorlib" or "netstandard" or "DataZoneGen.Runtime";

    /// <summary>Returns whether an assembly cannot name the client: it is not its assembly and does not refer to it.</summary>
    private bool IsForeign(IAssemblySymbol? assembly) =>
        assembly is not null
        && !SymbolEqualityComparer.Default.Equals(assembly, _clientAssembly)
        && assembly.Locations.All(static location => location.IsInMetadata)
        && !assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Contains(_clientAssembly, SymbolEqualityComparer.Default));
}
