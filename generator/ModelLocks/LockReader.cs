using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>Reads lock files, with the location of each fact. The first problem makes the whole file invalid.</summary>
internal sealed class LockReader
{
    public const string VersionField = "modelLock";

    public const string ServicesField = "services";

    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private static readonly Dictionary<string, LockedShapeKind> Kinds =
        Enum.GetValues(typeof(LockedShapeKind)).Cast<LockedShapeKind>().ToDictionary(NameOf, StringComparer.Ordinal);

    private readonly string _path;
    private readonly SourceText _text;

    private LockReader(string path, SourceText text) => (_path, _text) = (path, text);

    /// <summary>Returns the name of a kind in lock files.</summary>
    public static string NameOf(LockedShapeKind kind)
    {
        var name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    /// <summary>Reads a file. A problem is added to <paramref name="diagnostics"/>.</summary>
    public static LockFile Read(string path, SourceText text, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        var reader = new LockReader(path, text);
        try
        {
            return new LockFile(path) { Services = reader.Read(JsonParser.Parse(text.ToString(), cancellationToken)) };
        }
        catch (JsonParseException exception)
        {
            var location = reader.GetLocation(new TextSpan(exception.Offset, 0));
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.InvalidModelLock, location, System.IO.Path.GetFileName(path), "is not valid: " + exception.Message));
            return new LockFile(path) { IsValid = false };
        }
    }

    private EquatableArray<LockedService> Read(JsonNode root)
    {
        var top = As<JsonObject>(root, "an object");
        var version = Get<JsonNumber>(top, VersionField, "a number");
        if (version.Text != Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new JsonParseException(
                "its version is " + version.Text + ", and this version of DataZoneGen reads version " + Version.ToString(CultureInfo.InvariantCulture), version.Span.Start);
        }

        return ReadAll(top, ServicesField, ReadService);
    }

    private LockedService ReadService(JsonMember member)
    {
        var value = As<JsonObject>(member.Value, "an object");
        return new LockedService(member.Name, GetLocation(member.NameSpan))
        {
            Protocol = Get<JsonString>(value, "protocol", "a string").Value,
            Operations = ReadAll(value, "operations", ReadOperation),
            Shapes = ReadAll(value, "shapes", ReadShape),
        };
    }

    private LockedOperation ReadOperation(JsonMember member)
    {
        var value = As<JsonObject>(member.Value, "an object");
        return new LockedOperation(member.Name, GetLocation(member.NameSpan))
        {
            Http = Get<JsonString>(value, "http", "a string").Value,
            HostPrefix = FindText(value, "hostPrefix") ?? "",
            Auth = FindText(value, "auth") ?? "",
            Input = FindText(value, "input"),
            Output = FindText(value, "output"),
            Errors = ReadNames(value, "errors"),
            Paginator = Find<JsonString>(value, "paginator", "a string") is { } paginator ? new LockedName(paginator.Value, GetLocation(paginator.Span)) : null,
            Waiters = ReadNames(value, "waiters"),
        };
    }

    private LockedShape ReadShape(JsonMember member)
    {
        var value = As<JsonObject>(member.Value, "an object");
        var kind = Get<JsonString>(value, "kind", "a string");
        if (!Kinds.TryGetValue(kind.Value, out var known))
        {
            throw new JsonParseException("'kind' is '" + kind.Value + "', which is unknown", kind.Span.Start);
        }

        return new LockedShape(member.Name, known, GetLocation(member.NameSpan))
        {
            Members = value["members"] is null ? [] : ReadAll(value, "members", ReadMember),
            Values = ReadNames(value, "values"),
            Code = FindText(value, "code"),
            Status = Find<JsonNumber>(value, "status", "a number") is { } status
                && int.TryParse(status.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null,
        };
    }

    private LockedMember ReadMember(JsonMember member)
    {
        var value = As<JsonObject>(member.Value, "an object");
        return new LockedMember(member.Name, Get<JsonString>(value, "type", "a string").Value, GetLocation(member.NameSpan))
        {
            IsRequired = Find<JsonBoolean>(value, "required", "a boolean")?.Value ?? false,
            Binding = FindText(value, "in") ?? "",
            WireName = FindText(value, "name") ?? member.Name,
            QueryName = FindText(value, "queryName"),
            Traits = ReadNames(value, "traits").Select(static trait => trait.Text).ToEquatableArray(),
        };
    }

    /// <summary>Reads the members of an object, sorted by name, whatever their order in the file.</summary>
    private static EquatableArray<T> ReadAll<T>(JsonObject owner, string field, Func<JsonMember, T> read)
        where T : IEquatable<T> =>
        Get<JsonObject>(owner, field, "an object").Members.OrderBy(static member => member.Name, StringComparer.Ordinal).Select(read).ToEquatableArray();

    private EquatableArray<LockedName> ReadNames(JsonObject owner, string field) => Find<JsonArray>(owner, field, "an array") is { } array
        ? array.Items.Select(item => new LockedName(As<JsonString>(item, "a string").Value, GetLocation(item.Span)))
            .OrderBy(static name => name.Text, StringComparer.Ordinal)
            .ToEquatableArray()
        : [];

    private static string? FindText(JsonObject owner, string field) => Find<JsonString>(owner, field, "a string")?.Value;

    private static T Get<T>(JsonObject owner, string field, string expected)
        where T : JsonNode =>
        Find<T>(owner, field, expected) ?? throw new JsonParseException("'" + field + "' is missing", owner.Span.Start);

    private static T? Find<T>(JsonObject owner, string field, string expected)
        where T : JsonNode =>
        owner[field] is { } node ? As<T>(node, expected) : null;

    private static T As<T>(JsonNode node, string expected)
        where T : JsonNode =>
        node as T ?? throw new JsonParseException("expected " + expected + " but found " + node.Description, node.Span.Start);

    private SourceLocation GetLocation(TextSpan span) => new(_path, span, _text.Lines.GetLinePositionSpan(span));
}
