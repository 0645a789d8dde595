using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>Returns what a debugger shows of an object when all members of our types, including non-public ones, are expanded.</summary>
internal static class DebuggerView
{
    private const BindingFlags AllMembers = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const int MaxDepth = 12;

    public static IEnumerable<string> Read(object shown) => Expand(shown, "", new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static IEnumerable<string> Expand(object? value, string path, HashSet<object> seen)
    {
        if (value is null || path.Count(static c => c == '.') > MaxDepth || (!value.GetType().IsValueType && value is not string && !seen.Add(value)))
        {
            return [];
        }

        IEnumerable<string> self = [path + " = " + Display(value)];
        return value switch
        {
            string => self,
            IEnumerable items => self.Concat(items.Cast<object?>().Take(100).SelectMany((item, index) => Expand(item, path + "." + index, seen))),
            _ when IsOurs(value.GetType()) => self.Concat(Members(value, path, seen)),
            _ => self,
        };
    }

    private static IEnumerable<string> Members(object value, string path, HashSet<object> seen)
    {
        for (var type = value.GetType(); type is not null && IsOurs(type); type = type.BaseType)
        {
            var fields = type.GetFields(AllMembers | BindingFlags.DeclaredOnly)
                .Where(static f => IsShown(f) && !f.IsDefined(typeof(CompilerGeneratedAttribute)))
                .Select(f => (Member: (MemberInfo)f, Get: (Func<object?>)(() => f.GetValue(value))));
            var properties = type.GetProperties(AllMembers | BindingFlags.DeclaredOnly)
                .Where(static p => IsShown(p) && p.GetIndexParameters().Length == 0 && p.GetMethod is not null && !p.PropertyType.IsByRefLike)
                .Select(p => (Member: (MemberInfo)p, Get: (Func<object?>)(() => Try(p, value))));
            foreach (var (member, get) in fields.Concat(properties))
            {
                var name = path + "." + member.Name;
                var lines = member.GetCustomAttribute<DebuggerDisplayAttribute>() is { } display ? [name + " = " + display.Value] : Expand(get(), name, seen);
                foreach (var line in lines)
                {
                    yield return line;
                }
            }
        }
    }

    private static string Display(object value) => value.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value switch
    {
        null or "{ToString(),nq}" => value.ToString() ?? "",
        var other when !IsOurs(value.GetType()) => other,
        var other => throw new NotSupportedException("Unsupported debugger display: " + other),
    };

    private static bool IsOurs(Type type) => type.Namespace is { } name && (name.StartsWith("DataZoneGen", StringComparison.Ordinal) || name == "DataSourceRuns.DataZone");

    private static bool IsShown(MemberInfo member) => member.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;

    private static object? Try(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException!.Message;
        }
    }
}
