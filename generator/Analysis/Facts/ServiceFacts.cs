using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Analysis.Facts;

/// <summary>What the model of a service says about the types of its client. Look-ups allocate nothing.</summary>
internal sealed class ServiceFacts
{
    private readonly Dictionary<string, Dictionary<string, Limit>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EnumFacts> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OperationFacts> _methods = new(StringComparer.Ordinal);

    public ServiceFacts(string text) => new FactsReader(this).Read(text);

    /// <summary>The name of the service.</summary>
    public string ServiceId { get; private set; } = "";

    public string Client { get; private set; } = "";

    public string Interface { get; private set; } = "";

    /// <summary>The class of the extension methods: overloads without a request, paginators, waiters.</summary>
    public string Extensions { get; private set; } = "";

    /// <summary>The base class of the exceptions.</summary>
    public string BaseException { get; private set; } = "";

    public IEnumerable<OperationFacts> Operations => _methods.Values.Distinct();

    /// <summary>Returns the limit of a property of a request or a structure, or of the value of a union's variant; null if there is none.</summary>
    public Limit? FindMember(INamedTypeSymbol type, string property)
    {
        var (owner, member) = type.ContainingType is { } union ? (union.Name, type.Name) : (type.Name, property);
        return _types.TryGetValue(owner, out var members) && members.TryGetValue(member, out var limit) ? limit : null;
    }

    /// <summary>
    /// Finds the limit of a parameter of an overload without a request object; null if there is none. The parameter has the name of a property of the request in camel
    /// case, with a <c>2</c> at the end if each overload has a parameter of this name.
    /// </summary>
    /// <param name="operation">The operation that the overload calls.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="property">The name of the property.</param>
    public Limit? FindParameter(OperationFacts operation, string parameter, out string property)
    {
        property = "";
        if (!_types.TryGetValue(operation.Request, out var members))
        {
            return null;
        }

        Limit? found = null;
        foreach (var member in members)
        {
            var name = member.Key;
            var isNumbered = parameter.Length == name.Length + 1 && parameter[name.Length] == '2';
            if (string.Equals(name, parameter, StringComparison.OrdinalIgnoreCase)
                || (found is null && isNumbered && parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            {
                (found, property) = (member.Value, name);
            }
        }

        return found;
    }

    public EnumFacts? FindEnum(INamedTypeSymbol type) => type.ContainingType is null ? FindEnum(type.Name) : null;

    public EnumFacts? FindEnum(string name) => _enums.TryGetValue(name, out var found) ? found : null;

    /// <summary>Returns the operation that a method of the client, of its interface or of its extensions calls; null for other methods.</summary>
    public OperationFacts? FindOperation(IMethodSymbol method) => IsClient(method.ContainingType) && _methods.TryGetValue(method.Name, out var operation) ? operation : null;

    /// <summary>Returns whether a type is the client, its interface or the class of its extension methods.</summary>
    public bool IsClient(INamedTypeSymbol? type) => type?.Name is { } name && (name == Client || name == Interface || name == Extensions);

    /// <summary>Adds what lines of the text say.</summary>
    private sealed class FactsReader(ServiceFacts facts)
    {
        private readonly Dictionary<string, Limit> _limits = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);
        private readonly Dictionary<string, OperationFacts> _operations = new(StringComparer.Ordinal);

        public void Read(string text)
        {
            foreach (var line in text.Split('\n'))
            {
                var fields = line.TrimEnd('\r').Split(' ');

                // A newer generator may write other lines, which this analyzer ignores.
                if (fields.Length > 2 && !ReadLimit(fields))
                {
                    ReadOther(fields);
                }
            }
        }

        private bool ReadLimit(string[] fields)
        {
            Limit? limit = fields[0] switch
            {
                FactsFormat.Text => new TextLimit(Min(fields[2]), Max(fields[2]), fields.Length > 3 ? string.Join(" ", fields.Skip(3)) : null),
                FactsFormat.Bytes => new BytesLimit(Min(fields[2]), Max(fields[2])),
                FactsFormat.Number => new NumberLimit(Min(fields[2]), Max(fields[2])),
                FactsFormat.Value => new ValueLimit(fields[2]),
                FactsFormat.List when fields.Length > 3 => new ListLimit(Min(fields[2]), Max(fields[2]), Find(fields[3])),
                FactsFormat.Map when fields.Length > 4 => new MapLimit(Min(fields[2]), Max(fields[2]), Find(fields[3]), Find(fields[4])),
                _ => null,
            };
            if (limit is not null)
            {
                _limits[fields[1]] = limit;
            }

            return limit is not null;
        }

        private void ReadOther(string[] fields)
        {
            switch (fields[0])
            {
                case FactsFormat.Client when fields.Length > 5:
                    (facts.ServiceId, facts.Client, facts.Interface, facts.Extensions, facts.BaseException) =
                        (FactsFormat.UnescapeField(fields[1]), fields[2], fields[3], fields[4], fields[5]);
                    break;
                case FactsFormat.Type:
                    facts._types[fields[1]] = ReadMembers(fields);
                    break;
                case FactsFormat.Enum:
                    facts._enums[fields[1]] = new EnumFacts(fields[1], [.. fields.Skip(2).Select(FactsFormat.UnescapeField)]);
                    break;
                case FactsFormat.Errors:
                    _errors[fields[1]] = [.. fields.Skip(2)];
                    break;
                case FactsFormat.Operation:
                    AddOperation(fields);
                    break;
                case FactsFormat.Paginator when _operations.TryGetValue(fields[1], out var operation):
                    operation.Paginator = new PaginatorFacts(
                        OrNull(fields[2]),
                        [.. fields.Skip(3).Select(static field => new TokenFacts(Before(field), OrNull(After(field))))]);
                    facts._methods[operation.Name + "PagesAsync"] = operation;
                    facts._methods[operation.Name + "ItemsAsync"] = operation;
                    break;
                case FactsFormat.Waiter when fields.Length > 3 && _operations.TryGetValue(fields[1], out var operation):
                    operation.Waiters.Add(new WaiterFacts(fields[2], OrNull(fields[3])));
                    facts._methods[fields[2]] = operation;
                    break;
                default:
                    break;
            }
        }

        private Dictionary<string, Limit> ReadMembers(string[] fields)
        {
            var members = new Dictionary<string, Limit>(fields.Length - 2, StringComparer.Ordinal);
            foreach (var field in fields.Skip(2))
            {
                if (Find(After(field)) is { } limit)
                {
                    members[Before(field)] = limit;
                }
            }

            return members;
        }

        private void AddOperation(string[] fields)
        {
            var name = Before(fields[1]);
            var operation = new OperationFacts(name, FactsFormat.UnescapeField(After(fields[1])), _errors.TryGetValue(fields[2], out var errors) ? errors : []);
            _operations[name] = operation;
            facts._methods[name + "Async"] = operation;
        }

        private Limit? Find(string number) => _limits.TryGetValue(number, out var limit) ? limit : null;

        private static string? Min(string range) => range.IndexOf(FactsFormat.Range, StringComparison.Ordinal) is > 0 and var end ? range.Substring(0, end) : null;

        private static string? Max(string range) =>
            range.IndexOf(FactsFormat.Range, StringComparison.Ordinal) is >= 0 and var end && end + FactsFormat.Range.Length < range.Length
                ? range.Substring(end + FactsFormat.Range.Length)
                : null;

        private static string? OrNull(string field) => field == FactsFormat.None ? null : field;

        /// <summary>The name in <c>name=value</c>.</summary>
        private static string Before(string field) => field.IndexOf('=') is >= 0 and var end ? field.Substring(0, end) : field;

        /// <summary>The value in <c>name=value</c>; the name if there is none.</summary>
        private static string After(string field) => field.Substring(field.IndexOf('=') + 1);
    }
}
