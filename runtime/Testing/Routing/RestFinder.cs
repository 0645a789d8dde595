using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Finds operations by method, path, query and headers. The first one in the order of specificity that matches is the operation.</summary>
internal sealed class RestFinder : IOperationFinder
{
    /// <summary>The parameter that some clients send with the name of the operation. It does not matter, because no two operations differ in it alone.</summary>
    private const string OperationParameter = "x-id=";

    private readonly Dictionary<string, FakeOperation[]> _operations = new(StringComparer.Ordinal);

    public RestFinder(IReadOnlyList<FakeOperation> operations)
    {
        var byMethod = new Dictionary<string, List<FakeOperation>>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            if (!byMethod.TryGetValue(operation.HttpMethod, out var list))
            {
                byMethod.Add(operation.HttpMethod, list = []);
            }

            list.Add(operation);
        }

        foreach (var (method, list) in byMethod)
        {
            list.Sort(CompareSpecificity);
            _operations.Add(method, [.. list]);
        }
    }

    public ValueTask<FakeOperation?> FindAsync(FakeRequest request, CancellationToken cancellationToken) => new(Find(request));

    private static int CompareSpecificity(FakeOperation left, FakeOperation right)
    {
        var order = (left.EndpointLabel is null).CompareTo(right.EndpointLabel is null);
        order = order != 0 ? order : left.Template.CompareTo(right.Template);
        order = order != 0 ? order : GetLiteralCount(right).CompareTo(GetLiteralCount(left));
        order = order != 0 ? order : GetRequiredCount(right).CompareTo(GetRequiredCount(left));
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }

    private static bool IsRequired(string literal) => !literal.StartsWith(OperationParameter, StringComparison.Ordinal);

    private static int GetLiteralCount(FakeOperation operation)
    {
        var count = 0;
        foreach (var literal in operation.QueryLiterals)
        {
            count += IsRequired(literal) ? 1 : 0;
        }

        return count;
    }

    private static int GetRequiredCount(FakeOperation operation) => operation.RequiredQuery.Count + operation.RequiredHeaders.Count;

    private static bool HasPathAndLiterals(FakeOperation operation, FakeRequest request)
    {
        var label = operation.EndpointLabel is null ? default : request.EndpointLabel;
        if (!operation.Template.Matches(request.Path, label))
        {
            return false;
        }

        foreach (var literal in operation.QueryLiterals)
        {
            if (IsRequired(literal) && !HasLiteral(request, literal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the query has a literal, with or without an equals sign at its end.</summary>
    private static bool HasLiteral(FakeRequest request, ReadOnlySpan<char> literal)
    {
        foreach (var parameter in new QueryParameters(request.Query))
        {
            if (parameter.Encoded.TrimEnd('=').SequenceEqual(literal.TrimEnd('=')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRequired(FakeOperation operation, FakeRequest request)
    {
        foreach (var name in operation.RequiredQuery)
        {
            if (!request.HasParameter(name))
            {
                return false;
            }
        }

        foreach (var name in operation.RequiredHeaders)
        {
            if (request.FindHeader(name) is null)
            {
                return false;
            }
        }

        return true;
    }

    private FakeOperation? Find(FakeRequest request)
    {
        if (!_operations.TryGetValue(request.Method, out var operations))
        {
            return null;
        }

        FakeOperation? incomplete = null;
        foreach (var operation in operations)
        {
            if (!HasPathAndLiterals(operation, request))
            {
                continue;
            }

            if (HasRequired(operation, request))
            {
                return operation;
            }

            // Without another operation, a required member is missing.
            incomplete ??= operation;
        }

        return incomplete;
    }
}
