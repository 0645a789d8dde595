using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>The options of a service, which must be the same for all of its items.</summary>
internal sealed record ServiceOptions(string Namespace, bool IsPublic)
{
    public static ServiceOptions From(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        var ns = GetOption(service, "Namespace", static item => (item.Namespace, item.Locations.Namespace), StringComparer.Ordinal, diagnostics);
        var access = GetOption(service, "Access", static item => (item.Access, item.Locations.Access), StringComparer.OrdinalIgnoreCase, diagnostics);
        if (access is { } given && !IsOneOf(given.Value, "Public", "Internal"))
        {
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidOption, given.SourceLocation, given.Value, "Access", "it must be Public or Internal; Public is used"));
        }

        if (ns is { } named && !named.Value.Split('.').All(Identifiers.IsValid))
        {
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidOption, named.SourceLocation, named.Value, "Namespace", "it is not a valid C# namespace; the default is used"));
            ns = null;
        }

        return new ServiceOptions(
            ns?.Value ?? DefaultNamespace(service),
            !string.Equals(access?.Value, "Internal", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Returns the protocol that the items select; null if they select none.</summary>
    public static (string Value, SourceLocation SourceLocation)? FindProtocol(ServiceModel service, List<DiagnosticInfo> diagnostics) =>
        GetOption(service, "Protocol", static item => (item.Protocol, item.Locations.Protocol), StringComparer.OrdinalIgnoreCase, diagnostics);

    /// <summary>Returns the lock file that the items name; null if they name none.</summary>
    public static (string Value, SourceLocation SourceLocation)? FindModelLock(ServiceModel service, List<DiagnosticInfo> diagnostics) =>
        GetOption(service, "ModelLock", static item => (item.ModelLock, item.Locations.ModelLock), StringComparer.OrdinalIgnoreCase, diagnostics);

    /// <summary>Returns whether a fake is generated, and where the items say it.</summary>
    public static (FakeMode Value, SourceLocation SourceLocation) FindFake(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        if (GetOption(service, "Fake", static item => (item.Fake, item.Locations.Fake), StringComparer.OrdinalIgnoreCase, diagnostics) is not { } option)
        {
            return (FakeMode.None, default);
        }

        switch (option.Value.ToUpperInvariant())
        {
            case "TRUE":
                return (FakeMode.WithClient, option.SourceLocation);
            case "ONLY":
                return (FakeMode.Only, option.SourceLocation);
            case "FALSE":
                return (FakeMode.None, option.SourceLocation);
            default:
                diagnostics.Add(DiagnosticInfo.Create(
                    DiagnosticDescriptors.InvalidOption, option.SourceLocation, option.Value, "Fake", "it must be true or Only; no fake is generated"));
                return (FakeMode.None, option.SourceLocation);
        }
    }

    /// <summary>Returns how many shapes the selected operations may use; null if there is no limit.</summary>
    public static (int Value, SourceLocation SourceLocation)? FindMaxShapes(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        if (GetOption(service, "MaxShapes", static item => (item.MaxShapes, item.Locations.MaxShapes), StringComparer.Ordinal, diagnostics) is not { } option)
        {
            return null;
        }

        if (int.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return (value, option.SourceLocation);
        }

        diagnostics.Add(DiagnosticInfo.Create(
            DiagnosticDescriptors.InvalidOption, option.SourceLocation, option.Value, "MaxShapes", "it is not a number; there is no limit"));
        return null;
    }

    private static string DefaultNamespace(ServiceModel service)
    {
        var root = service.RootNamespace;
        var own = Identifiers.Clean(service.Metadata.ServiceId);
        return root.Length == 0 ? own : string.Join(".", root.Split('.').Select(Identifiers.Clean)) + "." + own;
    }

    private static (string Value, SourceLocation SourceLocation)? GetOption(
        ServiceModel service, string option, Func<ServiceItem, (string? Value, SourceLocation SourceLocation)> get, StringComparer comparer, List<DiagnosticInfo> diagnostics)
    {
        (string Value, SourceLocation SourceLocation)? first = null;
        foreach (var (value, place) in service.Requests.Select(request => get(request.Item)))
        {
            if (value is null)
            {
                continue;
            }

            if (first is null)
            {
                first = (value, place);
            }
            else if (!comparer.Equals(first.Value.Value, value))
            {
                diagnostics.Add(DiagnosticInfo.Create(
                    DiagnosticDescriptors.ConflictingOptions, place, service.Metadata.ServiceId, option, first.Value.Value, value));
                break;
            }
        }

        return first;
    }

    private static bool IsOneOf(string value, params string[] allowed) => allowed.Contains(value, StringComparer.OrdinalIgnoreCase);
}
