using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>Writes lock files: sorted, with one member, value or error on each line, so that a diff shows what changed.</summary>
internal static class LockWriter
{
    public static string Write(IEnumerable<LockedService> services)
    {
        var writer = new JsonTextWriter();
        writer.Open("{");
        writer.Member(LockReader.VersionField, LockReader.Version.ToString(CultureInfo.InvariantCulture));
        writer.Open(LockReader.ServicesField, "{");
        foreach (var service in services.OrderBy(static service => service.Name, StringComparer.Ordinal))
        {
            Write(service, writer);
        }

        writer.Close("}");
        writer.Close("}");
        return writer.ToString();
    }

    private static void Write(LockedService service, JsonTextWriter writer)
    {
        writer.Open(service.Name, "{");
        writer.Member("protocol", JsonTextWriter.Quote(service.Protocol));
        writer.Open("operations", "{");
        foreach (var operation in service.Operations)
        {
            Write(operation, writer);
        }

        writer.Close("}");
        writer.Open("shapes", "{");
        foreach (var shape in service.Shapes)
        {
            Write(shape, writer);
        }

        writer.Close("}");
        writer.Close("}");
    }

    private static void Write(LockedOperation operation, JsonTextWriter writer)
    {
        writer.Open(operation.Name, "{");
        writer.Member("http", JsonTextWriter.Quote(operation.Http));
        WriteText("hostPrefix", operation.HostPrefix, writer);
        WriteText("auth", operation.Auth, writer);
        WriteText("input", operation.Input, writer);
        WriteText("output", operation.Output, writer);
        WriteNames("errors", operation.Errors, writer);
        if (operation.Paginator is { } paginator)
        {
            writer.Member("paginator", JsonTextWriter.Quote(paginator.Text));
        }

        WriteNames("waiters", operation.Waiters, writer);
        writer.Close("}");
    }

    private static void Write(LockedShape shape, JsonTextWriter writer)
    {
        writer.Open(shape.Name, "{");
        writer.Member("kind", JsonTextWriter.Quote(LockReader.NameOf(shape.Kind)));
        WriteText("code", shape.Code, writer);
        if (shape.Status is { } status)
        {
            writer.Member("status", status.ToString(CultureInfo.InvariantCulture));
        }

        WriteNames("values", shape.Values, writer);
        if (shape.Members.Count > 0)
        {
            writer.Open("members", "{");
            foreach (var member in shape.Members)
            {
                writer.Member(member.Name, Describe(member));
            }

            writer.Close("}");
        }

        writer.Close("}");
    }

    /// <summary>Returns a member as an object on one line. Facts that most members share are left out.</summary>
    private static string Describe(LockedMember member)
    {
        var fields = new List<string> { Field("type", JsonTextWriter.Quote(member.Type)) };
        if (member.IsRequired)
        {
            fields.Add(Field("required", "true"));
        }

        if (member.Binding.Length > 0)
        {
            fields.Add(Field("in", JsonTextWriter.Quote(member.Binding)));
        }

        if (member.WireName != member.Name)
        {
            fields.Add(Field("name", JsonTextWriter.Quote(member.WireName)));
        }

        if (member.QueryName is { } queryName)
        {
            fields.Add(Field("queryName", JsonTextWriter.Quote(queryName)));
        }

        if (member.Traits.Count > 0)
        {
            fields.Add(Field("traits", "[" + string.Join(", ", member.Traits.Select(JsonTextWriter.Quote)) + "]"));
        }

        return "{ " + string.Join(", ", fields) + " }";
    }

    private static string Field(string name, string value) => "\"" + name + "\": " + value;

    private static void WriteText(string name, string? text, JsonTextWriter writer)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.Member(name, JsonTextWriter.Quote(text!));
        }
    }

    private static void WriteNames(string name, EquatableArray<LockedName> names, JsonTextWriter writer)
    {
        if (names.Count > 0)
        {
            writer.Open(name, "[");
            foreach (var entry in names)
            {
                writer.Item(JsonTextWriter.Quote(entry.Text));
            }

            writer.Close("]");
        }
    }
}
