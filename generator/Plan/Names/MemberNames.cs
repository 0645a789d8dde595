using System;
using System.Collections.Generic;

namespace DataZoneGen.Generator.Plan.Names;

/// <summary>
/// Gives the members of one type names that differ from each other, from the type itself (CS0542) and from what the type
/// has already. A name that is taken gets the suffix; if that is taken too, a number.
/// </summary>
internal sealed class MemberNames
{
    private static readonly string[] OfEveryType = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private static readonly string[] OfRecords = ["Clone", "EqualityContract", "PrintMembers", "Deconstruct"];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly string _suffix;

    private MemberNames(string suffix, string typeName, params IEnumerable<string>[] taken)
    {
        _suffix = suffix;
        _taken.Add(typeName);
        _taken.UnionWith(OfEveryType);
        foreach (var names in taken)
        {
            _taken.UnionWith(names);
        }
    }

    public static MemberNames OfRecord(string typeName, bool isResponse) =>
        new("Value", typeName, OfRecords, isResponse ? ["Metadata", "Dispose", "DisposeAsync"] : []);

    public static MemberNames OfUnion(string typeName) => new("Variant", typeName, OfRecords, ["Unknown", "Name", "Value"]);

    /// <param name="typeName">The enumeration.</param>
    /// <param name="kindName">The enum behind its <c>Kind</c>: a member of that name would hide it.</param>
    public static MemberNames OfEnum(string typeName, string kindName) =>
        new("Value", typeName, ["Value", "Kind", kindName, "IsKnown", "Unknown", "Parse", "TryParse"]);

    public static MemberNames OfOptions(string typeName) => new(
        "Value",
        typeName,
        ["Region", "Profile", "Credentials", "TokenProvider", "Endpoint", "UseFipsEndpoint", "UseDualStackEndpoint", "RetryMode", "MaxAttempts", "AppId"],
        ["DisableHostPrefixInjection", "DisableRequestCompression", "RequestMinCompressionSizeBytes", "Timeout", "AttemptTimeout", "MaxResponseBytes", "HttpInvoker", "TimeProvider"],
        ["HttpVersion", "HttpVersionPolicy", "LoggerFactory", "IdempotencyTokenGenerator", "GetEndpointContext"]);

    public static MemberNames OfException(string typeName) => new(
        "Value",
        typeName,
        ["Message", "Data", "Source", "HelpLink", "HResult", "StackTrace", "InnerException", "TargetSite", "GetBaseException", "GetObjectData"],
        ["StatusCode", "ErrorCode", "RequestId", "ExtendedRequestId", "Service", "Operation", "IsThrottling", "IsTransient", "Attempts", "ServiceMessage", "ModeledRetry", "Metadata"]);

    /// <summary>Whether a type with these members has one of that name already.</summary>
    public bool Has(string name) => _taken.Contains(name);

    public string Take(string wanted)
    {
        var name = wanted;
        if (_taken.Contains(name))
        {
            name += _suffix;
        }

        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
