using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Names;

/// <summary>
/// The C# names of all types of a service. If names conflict, the client and operations take precedence over errors, errors over shapes, and
/// shapes over the enums of known values. Files are named after types, so names that differ only in case conflict.
/// </summary>
internal sealed class NameTable
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _waiters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly List<DiagnosticInfo> _diagnostics;

    public NameTable(Closure closure, ShapeUse use, List<DiagnosticInfo> diagnostics)
    {
        _diagnostics = diagnostics;
        var shapes = new ShapeTable(closure.Shapes);
        var service = CSharpNames.Pascal(closure.Metadata.ServiceId);
        Client = Reserve(service + "Client");
        Interface = Reserve("I" + service + "Client");
        Extensions = Reserve(service + "ClientExtensions");
        Options = Reserve(service + "ClientOptions");
        Service = Reserve(service + "Service");
        Endpoints = Reserve(service + "Endpoints");
        Registration = Reserve(service + "ServiceCollectionExtensions");
        BaseException = Reserve(use.Errors.Select(ErrorName).Contains(service + "Exception") ? service + "ServiceException" : service + "Exception");
        foreach (var operation in closure.Operations)
        {
            _operations.Add(operation.Name, Report(operation.Name, operation.SourceLocation, Add(CSharpNames.Pascal(operation.Name), ["Request", "Response", "Operation"])));
        }

        foreach (var waiter in closure.Waiters)
        {
            _waiters.Add(waiter.Name, Report(waiter.Name, waiter.SourceLocation, Add(CSharpNames.Pascal(waiter.Name), ["Waiter"])));
        }

        foreach (var error in use.Errors.Select(name => shapes[name]))
        {
            _errors.Add(error.Name, Report(error.Name, error.SourceLocation, Add(ErrorName(error.Name), ["", "Wire"], "Shape")));
        }

        foreach (var shape in closure.Shapes.Where(shape => IsNamed(shape) && use.IsUsed(shape)))
        {
            var name = Add(CSharpNames.Pascal(shape.Name), ["", "Wire"], "Shape", MembersOf(shape));
            _shapes.Add(shape.Name, IsType(shape) ? Report(shape.Name, shape.SourceLocation, name) : name.Given);
        }

        foreach (var shape in closure.Shapes.Where(shape => shape.EnumValues.Count > 0 && use.IsUsed(shape)))
        {
            _kinds.Add(shape.Name, Report(shape.Name, shape.SourceLocation, Add(_shapes[shape.Name] + "Kind", [""])));
        }
    }

    public string Client { get; }

    public string Interface { get; }

    public string Extensions { get; }

    public string Options { get; }

    public string Service { get; }

    public string Endpoints { get; }

    public string Registration { get; }

    public string BaseException { get; }

    /// <summary>Gets the prefix of the names of an operation's types and methods.</summary>
    public string OfOperation(string operation) => _operations[operation];

    /// <summary>Gets the file name of an operation, which differs from its name if a shape has the same name.</summary>
    public string FileOfOperation(string operation)
    {
        var name = _operations[operation];
        return _taken.Contains(name) ? name + "Operation" : name;
    }

    /// <summary>Gets the name of a waiter, without the suffix Waiter.</summary>
    public string OfWaiter(string waiter) => _waiters[waiter];

    /// <summary>Gets the name of the exception of an error.</summary>
    public string OfError(string shape) => _errors[shape];

    public string WireOfError(string shape) => _errors[shape] + "Wire";

    /// <summary>Gets the name of the type of a shape. For a shape without a type, it is the base name of the class that reads and writes it.</summary>
    public string OfShape(string shape) => _shapes[shape];

    public string WireOfShape(string shape) => _shapes[shape] + "Wire";

    /// <summary>Gets the name of the C# enum with the known values of an enum shape.</summary>
    public string KindOfEnum(string shape) => _kinds[shape];

    /// <summary>Returns the name, with a number if a type of the client has it. It is not reserved, because types of the client do not depend on it.</summary>
    public string FindUnused(string wanted)
    {
        var name = wanted;
        for (var number = 2; _taken.Contains(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string ErrorName(string shape)
    {
        var name = CSharpNames.Pascal(shape);
        return name.EndsWith("Exception", StringComparison.Ordinal) ? name : name + "Exception";
    }

    /// <summary>Scalars and documents use .NET types and need no name.</summary>
    private static bool IsNamed(Shape shape) => IsType(shape) || shape.Kind is ShapeKind.List or ShapeKind.Map;

    private static bool IsType(Shape shape) => (shape.Kind == ShapeKind.Structure && !shape.IsDocument) || shape.EnumValues.Count > 0;

    /// <summary>Returns the members that the type of the shape always has. A type and its member must not have the same name (CS0542).</summary>
    private static MemberNames? MembersOf(Shape shape) => shape switch
    {
        { EnumValues.Count: > 0 } => MemberNames.ForEnum("", ""),
        { IsUnion: true } or { IsEventStream: true } => MemberNames.ForUnion(""),
        { Kind: ShapeKind.Structure } => MemberNames.ForRecord("", isResponse: false),
        _ => null,
    };

    /// <summary>Reserves a name with all suffixes of its types. The name is changed until all of them are unused.</summary>
    private (string Wanted, string Given) Add(string wanted, string[] endings, string suffix = "", MemberNames? members = null)
    {
        bool IsTaken(string name) => endings.Any(ending => _taken.Contains(name + ending)) || members?.Has(name) == true;

        var name = wanted;
        for (var number = suffix.Length > 0 ? 1 : 2; IsTaken(name); number++)
        {
            name = wanted + suffix + (number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var ending in endings)
        {
            Reserve(name + ending);
        }

        return (wanted, name);
    }

    /// <summary>Reports a changed name. The names of lists and maps are not public, so they are not reported.</summary>
    private string Report(string modelName, SourceLocation location, (string Wanted, string Given) name)
    {
        if (name.Given != name.Wanted)
        {
            _diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.Renamed, location, modelName, name.Given, "'" + name.Wanted + "' is already used"));
        }

        return name.Given;
    }

    private string Reserve(string name)
    {
        _taken.Add(name);
        return name;
    }
}
