using System;
using System.Collections.Generic;

namespace DataZoneGen.Generator.Plan.Names;

/// <summary>
/// Creates unique names for the members of a type, which must also differ from the type (CS0542) and from members that the type already has.
/// If a name is already used, a suffix is appended; if that name is used too, a number is appended instead.
/// </summary>
internal sealed class MemberNames
{
    private static readonly string[] ObjectMembers = ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private static readonly string[] RecordMembers = ["Clone", "EqualityContract", "PrintMembers", "Deconstruct"];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly string _suffix;

    private MemberNames(string suffix, string typeName, params IEnumerable<string>[] taken)
    {
        _suffix = suffix;
        _taken.Add(typeName);
        _taken.UnionWith(ObjectMembers);
        foreach (var names in taken)
        {
            _taken.UnionWith(names);
        }
    }

    public static MemberNames ForRecord(string typeName, bool isResponse) =>
        new("Value", typeName, RecordMembers, isResponse ? ["Metadata", "Dispose", "DisposeAsync"] : []);

    public static MemberNames ForUnion(string typeName) => new("Variant", typeName, RecordMembers, ["Unknown", "Name", "Value"]);

    /// <param name="typeName">The name of the struct.</param>
    /// <param name="kindName">The type of its property <c>Kind</c>, which a member with the same name would hide.</param>
    public static MemberNames ForEnum(string typeName, string kindName) =>
        new("Value", typeName, ["Value", "Kind", kindName, "IsKnown", "Unknown", "Parse", "TryParse"]);

    public static MemberNames ForOptions(string typeName) => new(
        "Value",
        typeName,
        ["Region", "Profile", "Credentials", "TokenProvider", "Endpoint", "UseFipsEndpoint", "UseDualStackEndpoint", "AccountIdEndpointMode", "RetryMode", "MaxAttempts", "AppId"],
        ["DisableHostPrefixInjection", "DisableRequestCompression", "RequestMinCompressionSizeBytes", "RequestChecksumCalculation", "ResponseChecksumValidation", "Timeout", "AttemptTimeout", "MaxResponseBytes", "HttpInvoker", "TimeProvider"],
        ["HttpVersion", "HttpVersionPolicy", "LoggerFactory", "IdempotencyTokenGenerator", "GetEndpointContext"]);

    public static MemberNames ForException(string typeName) => new(
        "Value",
        typeName,
        ["Message", "Data", "Source", "HelpLink", "HResult", "StackTrace", "InnerException", "TargetSite", "GetBaseException", "GetObjectData"],
        ["StatusCode", "ErrorCode", "RequestId", "ExtendedRequestId", "Service", "Operation", "IsThrottling", "IsTransient", "Attempts", "ServiceMessage", "ModeledRetry", "Metadata"]);

    /// <summary>Returns whether the name is already used.</summary>
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
