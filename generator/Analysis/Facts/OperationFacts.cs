using System.Collections.Generic;

namespace DataZoneGen.Generator.Analysis.Facts;

/// <summary>What the model says about an operation.</summary>
/// <param name="name">The name in C#: the method is <c>NameAsync</c>, its request <c>NameRequest</c>, its response <c>NameResponse</c>.</param>
/// <param name="modelName">The name in the model.</param>
/// <param name="exceptions">The names of the exceptions that it throws, besides those of every operation.</param>
internal sealed class OperationFacts(string name, string modelName, IReadOnlyList<string> exceptions)
{
    public string Name { get; } = name;

    public string ModelName { get; } = modelName;

    /// <summary>The type of the request.</summary>
    public string Request { get; } = name + "Request";

    public IReadOnlyList<string> Exceptions { get; } = exceptions;

    /// <summary>The paginator; null if the operation has none.</summary>
    public PaginatorFacts? Paginator { get; set; }

    public List<WaiterFacts> Waiters { get; } = [];
}

/// <summary>A paginator: the extension methods <c>NamePagesAsync</c> and, if <see cref="Items"/> is not null, mostly <c>NameItemsAsync</c>.</summary>
/// <param name="items">The property of the response with the items; null if it is not a single property.</param>
/// <param name="tokens">The properties of the tokens.</param>
internal sealed class PaginatorFacts(string? items, IReadOnlyList<TokenFacts> tokens)
{
    public string? Items { get; } = items;

    public IReadOnlyList<TokenFacts> Tokens { get; } = tokens;
}

/// <param name="property">The property of the request.</param>
/// <param name="next">The property of the response; null if it is not a single property.</param>
internal sealed class TokenFacts(string property, string? next)
{
    public string Property { get; } = property;

    public string? Next { get; } = next;
}

/// <param name="method">The name of the extension method that waits.</param>
/// <param name="property">The property of the response that all conditions look at; null if there is no single one.</param>
internal sealed class WaiterFacts(string method, string? property)
{
    public string Method { get; } = method;

    public string? Property { get; } = property;
}
