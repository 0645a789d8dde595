using System;
using System.Collections.Generic;
using System.Globalization;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Compiles attributes of values in endpoint rules: <c>name</c>, <c>[0]</c>, <c>resourceId[1]</c>.</summary>
internal static class RuleAttributes
{
    private static readonly Dictionary<(RuleType Owner, string Name), (RuleType Type, string Property)> Known = new()
    {
        [(RuleType.Partition, "name")] = (RuleType.String, "Id"),
        [(RuleType.Partition, "dnsSuffix")] = (RuleType.String, "DnsSuffix"),
        [(RuleType.Partition, "dualStackDnsSuffix")] = (RuleType.String, "DualStackDnsSuffix"),
        [(RuleType.Partition, "implicitGlobalRegion")] = (RuleType.String, "ImplicitGlobalRegion"),
        [(RuleType.Partition, "supportsFIPS")] = (RuleType.Boolean, "SupportsFips"),
        [(RuleType.Partition, "supportsDualStack")] = (RuleType.Boolean, "SupportsDualStack"),
        [(RuleType.Url, "scheme")] = (RuleType.String, "Scheme"),
        [(RuleType.Url, "authority")] = (RuleType.String, "Authority"),
        [(RuleType.Url, "path")] = (RuleType.String, "Path"),
        [(RuleType.Url, "normalizedPath")] = (RuleType.String, "NormalizedPath"),
        [(RuleType.Url, "isIp")] = (RuleType.Boolean, "IsIp"),
        [(RuleType.Arn, "partition")] = (RuleType.String, "Partition"),
        [(RuleType.Arn, "service")] = (RuleType.String, "Service"),
        [(RuleType.Arn, "region")] = (RuleType.String, "Region"),
        [(RuleType.Arn, "accountId")] = (RuleType.String, "AccountId"),
        [(RuleType.Arn, "resourceId")] = (RuleType.Strings, "ResourceId"),
    };

    /// <exception cref="NotSupportedException">The value does not have the attribute.</exception>
    public static RuleCode Compile(RuleCode value, string path)
    {
        var code = value;
        foreach (var step in path.Split('.'))
        {
            var bracket = step.IndexOf('[');
            var name = bracket < 0 ? step : step.Substring(0, bracket);
            if (name.Length > 0 || bracket < 0)
            {
                code = Known.TryGetValue((code.Type, name), out var attribute) ? Member(code, attribute.Type, attribute.Property) : throw Unknown(path);
            }

            if (bracket >= 0)
            {
                code = code.Type == RuleType.Strings && ParseIndex(step.Substring(bracket)) is { } index ? Item(code, index) : throw Unknown(path);
            }
        }

        return code;
    }

    private static RuleCode Member(RuleCode owner, RuleType type, string property) =>
        new(type, owner.Operand + (owner.IsNullable ? "?." : ".") + property) { IsNullable = owner.IsNullable };

    private static RuleCode Item(RuleCode list, int index) =>
        new(RuleType.String, CSharpTypes.Wire + "EndpointRules.GetItem(" + list.Text + ", " + index.ToString(CultureInfo.InvariantCulture) + ")") { IsNullable = true };

    private static int? ParseIndex(string bracketed) =>
        bracketed[bracketed.Length - 1] == ']'
        && int.TryParse(bracketed.Substring(1, bracketed.Length - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    private static NotSupportedException Unknown(string path) => new("the attribute '" + path + "' is not supported");
}
