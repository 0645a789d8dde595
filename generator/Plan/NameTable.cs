using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan;

/// <summary>The C# names of all types of one service. Names of the client and of operations come first; a shape gives way.</summary>
internal sealed class NameTable
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shapes = new(StringComparer.Ordinal);

    public NameTable(Closure closure, List<DiagnosticInfo> diagnostics)
    {
        var service = CSharpNames.Pascal(closure.Metadata.ServiceId);
        var errorNames = new HashSet<string>(closure.Shapes.Where(static s => s.Error is not null).Select(static s => WantedName(s)), StringComparer.Ordinal);
        Client = Reserve(service + "Client");
        Interface = Reserve("I" + service + "Client");
        Extensions = Reserve(service + "ClientExtensions");
        Options = Reserve(service + "ClientOptions");
        Service = Reserve(service + "Service");
        Endpoints = Reserve(service + "Endpoints");
        BaseException = Reserve(errorNames.Contains(service + "Exception") ? service + "ServiceException" : service + "Exception");
        foreach (var operation in closure.Operations)
        {
            var name = CSharpNames.Pascal(operation.Name);
            Reserve(name + "Request");
            Reserve(name + "Response");
            Reserve(name + "Operation");
        }

        foreach (var waiter in closure.Waiters)
        {
            Reserve(CSharpNames.Pascal(waiter.Name) + "Waiter");
        }

        foreach (var shape in closure.Shapes)
        {
            _shapes.Add(shape.Name, ReserveShape(shape, diagnostics));
        }
    }

    public string Client { get; }

    public string Interface { get; }

    public string Extensions { get; }

    public string Options { get; }

    public string Service { get; }

    public string Endpoints { get; }

    public string BaseException { get; }

    /// <summary>The name of the type that a shape becomes, or of the class that reads and writes it if it becomes none.</summary>
    public string OfShape(string shape) => _shapes[shape];

    public string WireOfShape(string shape) => _shapes[shape] + "Wire";

    private static string WantedName(Shape shape)
    {
        var name = CSharpNames.Pascal(shape.Name);
        return shape.Error is not null && !name.EndsWith("Exception", StringComparison.Ordinal) ? name + "Exception" : name;
    }

    private string ReserveShape(Shape shape, List<DiagnosticInfo> diagnostics)
    {
        var wanted = WantedName(shape);
        var name = wanted;
        for (var number = 1; _taken.Contains(name) || _taken.Contains(name + "Wire"); number++)
        {
            name = wanted + "Shape" + (number == 1 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (name != wanted && IsType(shape))
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.Renamed, shape.Place, shape.Name, name, "'" + wanted + "' is taken"));
        }

        Reserve(name + "Wire");
        return Reserve(name);
    }

    private static bool IsType(Shape shape) => (shape.Kind == ShapeKind.Structure && !shape.IsDocument) || shape.EnumValues.Count > 0;

    private string Reserve(string name)
    {
        _taken.Add(name);
        return name;
    }
}
