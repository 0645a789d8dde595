using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>
/// Compares the model with the lock file. What breaks the compilation of callers or changes messages is an error; a value or error that is gone is a
/// warning; additions are not reported. docs/model-lock.md lists all kinds.
/// </summary>
internal sealed class LockComparer
{
    private readonly LockTarget _target;
    private readonly LockedService _locked;
    private readonly LockedService _current;
    private readonly bool _isSameProtocol;
    private readonly List<DiagnosticInfo> _diagnostics;

    private LockComparer(LockTarget target, LockedService locked, List<DiagnosticInfo> diagnostics)
    {
        _target = target;
        _locked = locked;
        _current = target.Service;
        _isSameProtocol = locked.Protocol == _current.Protocol;
        _diagnostics = diagnostics;
    }

    /// <summary>Compares a service with its section of the lock file.</summary>
    public static void Compare(LockTarget target, IEnumerable<LockFile> files, List<DiagnosticInfo> diagnostics)
    {
        var file = files.FirstOrDefault(file => string.Equals(file.Path, target.Path, StringComparison.OrdinalIgnoreCase));
        if (file is { IsValid: false })
        {
            return;
        }

        if (file?.FindService(target.Service.Name) is { } locked)
        {
            new LockComparer(target, locked, diagnostics).Compare();
            return;
        }

        var problem = file is null
            ? "does not exist; run 'dotnet build -t:UpdateModelLock' to create it"
            : "has no section for " + target.Service.Name + (file.Services.Count == 0 ? "" : ", only for " + string.Join(", ", file.Services.Select(static service => service.Name)))
                + "; run 'dotnet build -t:UpdateModelLock' to add it";
        diagnostics.Add(DiagnosticInfo.Create(
            DiagnosticDescriptors.InvalidModelLock, target.PathLocation, System.IO.Path.GetFileName(target.Path), problem) with
        {
            AdditionalLocations = file is null ? [] : [file.SourceLocation],
        });
    }

    private void Compare()
    {
        if (!_isSameProtocol)
        {
            Warn(_current.SourceLocation, "The protocol of " + _current.Name + " is '" + _current.Protocol + "'", _locked.SourceLocation, Quote(_locked.Protocol));
        }

        var shapes = new List<(LockedShape Old, LockedShape New)>();
        foreach (var old in _locked.Operations)
        {
            if (_current.FindOperation(old.Name) is { } operation)
            {
                Compare(old, operation);
                CompareMessage(old, old.Input, operation, operation.Input, isInput: true, shapes);
                CompareMessage(old, old.Output, operation, operation.Output, isInput: false, shapes);
            }
            else if (_target.Selects(old.Name))
            {
                Break(_target.OperationsLocation, "Operation '" + old.Name + "' is no longer in the client of " + _current.Name, old.SourceLocation, "it");
            }
        }

        var current = _current.Shapes.ToDictionary(static shape => shape.Name, StringComparer.Ordinal);
        shapes.AddRange(_locked.Shapes.Where(old => current.ContainsKey(old.Name)).Select(old => (old, current[old.Name])));
        foreach (var (old, shape) in shapes.Distinct())
        {
            Compare(old, shape);
        }
    }

    private void Compare(LockedOperation old, LockedOperation operation)
    {
        var name = "Operation '" + operation.Name + "'";
        if (_isSameProtocol && old.Http != operation.Http)
        {
            Break(operation.SourceLocation, name + " is sent as '" + operation.Http + "'", old.SourceLocation, Quote(old.Http));
        }

        if (old.HostPrefix != operation.HostPrefix)
        {
            Break(operation.SourceLocation, name + " has the host prefix '" + operation.HostPrefix + "'", old.SourceLocation, Quote(old.HostPrefix));
        }

        if (old.Auth != operation.Auth)
        {
            Break(operation.SourceLocation, name + " has the authentication '" + AuthName(operation.Auth) + "'", old.SourceLocation, Quote(AuthName(old.Auth)));
        }

        foreach (var error in Missing(old.Errors, operation.Errors))
        {
            Warn(operation.SourceLocation, name + " no longer returns the error '" + error.Text + "'", error.SourceLocation, "it");
        }

        foreach (var waiter in Missing(old.Waiters, operation.Waiters))
        {
            Break(operation.SourceLocation, name + " no longer has the waiter '" + waiter.Text + "'", waiter.SourceLocation, "it");
        }

        if (old.Paginator is { } paginator && paginator.Text != operation.Paginator?.Text)
        {
            Break(
                operation.Paginator?.SourceLocation ?? operation.SourceLocation,
                operation.Paginator is { } pages ? "The paginator of " + Decapitalize(name) + " returns the items '" + pages.Text + "'" : name + " no longer has a paginator",
                paginator.SourceLocation,
                operation.Paginator is null ? "it" : Quote(paginator.Text));
        }
    }

    /// <summary>Adds the shapes of a request or response, whose names do not matter. Shapes with the same name are compared in any case.</summary>
    private void CompareMessage(
        LockedOperation old, string? oldName, LockedOperation operation, string? name, bool isInput, List<(LockedShape Old, LockedShape New)> shapes)
    {
        if (oldName == name)
        {
            return;
        }

        var none = new LockedShape("", LockedShapeKind.Structure, old.SourceLocation);
        var oldShape = _locked.Shapes.FirstOrDefault(shape => shape.Name == oldName) ?? none;
        if (_current.Shapes.FirstOrDefault(shape => shape.Name == name) is { } shape)
        {
            shapes.Add((oldShape, shape with { IsSent = isInput, IsReceived = !isInput }));
        }
        else if (oldShape.Members.Count > 0)
        {
            Break(operation.SourceLocation, "Operation '" + operation.Name + "' no longer has an " + (isInput ? "input" : "output"), old.SourceLocation, Quote(oldShape.Name));
        }
    }

    private void Compare(LockedShape old, LockedShape shape)
    {
        var name = Quote(shape.Name);
        if (old.Kind != shape.Kind)
        {
            Break(shape.SourceLocation, "Shape " + name + " is of the kind '" + LockReader.NameOf(shape.Kind) + "'", old.SourceLocation, Quote(LockReader.NameOf(old.Kind)));
            return;
        }

        if (old.Code != shape.Code || (old.Status is { } && old.Status != shape.Status))
        {
            Warn(shape.SourceLocation, "Error " + name + " has the code '" + CodeOf(shape) + "'", old.SourceLocation, Quote(CodeOf(old)));
        }

        foreach (var value in Missing(old.Values, shape.Values))
        {
            Warn(shape.SourceLocation, "'" + value.Text + "' is no longer a value of " + name, value.SourceLocation, "it");
        }

        foreach (var member in old.Members)
        {
            if (shape.FindMember(member.Name) is { } current)
            {
                Compare(member, current, shape);
            }
            else
            {
                Break(shape.SourceLocation, "Member '" + member.Name + "' of " + name + " is gone", member.SourceLocation, "it");
            }
        }

        foreach (var added in shape.Members.Where(member => shape.IsSent && IsDemanded(member) && old.FindMember(member.Name) is null))
        {
            Break(added.SourceLocation, "Member '" + added.Name + "' of " + name + " is new and required", old.SourceLocation, "no such member");
        }
    }

    private void Compare(LockedMember old, LockedMember member, LockedShape owner)
    {
        var name = "Member '" + member.Name + "' of '" + owner.Name + "'";
        var (oldType, type) = _isSameProtocol ? (old.Type, member.Type) : (TypeText.WithoutFormats(old.Type), TypeText.WithoutFormats(member.Type));
        if (oldType != type)
        {
            Break(member.SourceLocation, name + " has the type '" + member.Type + "'", old.SourceLocation, Quote(old.Type));
        }

        if (_isSameProtocol && old.Wire != member.Wire)
        {
            Break(member.SourceLocation, name + " is sent in the " + member.Wire, old.SourceLocation, "it in the " + old.Wire);
        }

        if (owner.IsSent && IsDemanded(member) && !IsDemanded(old))
        {
            Break(member.SourceLocation, name + " is required", old.SourceLocation, "it as optional");
        }
        else if (owner.IsReceived && old.IsRequired && !member.IsRequired)
        {
            Break(member.SourceLocation, name + " is optional", old.SourceLocation, "it as required");
        }
        else if (owner.IsReceived && !old.IsRequired && member.IsRequired)
        {
            Warn(member.SourceLocation, name + " is required", old.SourceLocation, "it as optional");
        }

        if (owner.IsSent && old.IsIdempotencyToken && !member.IsIdempotencyToken)
        {
            Warn(member.SourceLocation, name + " is no longer an idempotency token, which the client creates", old.SourceLocation, "it as one");
        }
    }

    /// <summary>Returns whether callers must set the member. The client creates idempotency tokens.</summary>
    private static bool IsDemanded(LockedMember member) => member.IsRequired && !member.IsIdempotencyToken;

    private static IEnumerable<LockedName> Missing(EquatableArray<LockedName> old, EquatableArray<LockedName> current)
    {
        var names = new HashSet<string>(current.Select(static name => name.Text), StringComparer.Ordinal);
        return old.Where(name => !names.Contains(name.Text));
    }

    private static string CodeOf(LockedShape error) =>
        (error.Status is { } status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " : "") + (error.Code ?? error.Name);

    private static string AuthName(string auth) => auth.Length == 0 ? "SigV4" : auth;

    private static string Quote(string text) => "'" + text + "'";

    private static string Decapitalize(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    private void Break(SourceLocation location, string found, SourceLocation lockLocation, string locked) =>
        Add(DiagnosticDescriptors.IncompatibleModel, location, found, lockLocation, locked);

    private void Warn(SourceLocation location, string found, SourceLocation lockLocation, string locked) =>
        Add(DiagnosticDescriptors.ReducedModel, location, found, lockLocation, locked);

    private void Add(DiagnosticDescriptor descriptor, SourceLocation location, string found, SourceLocation lockLocation, string locked) =>
        _diagnostics.Add(DiagnosticInfo.Create(descriptor, location, found, lockLocation.ToString(), locked) with { AdditionalLocations = [lockLocation] });
}
