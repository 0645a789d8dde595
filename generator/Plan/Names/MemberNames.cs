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

    private static readonly HashSet<string> OfUnions = Set([.. ObjectMembers, "Clone", "EqualityContract", "PrintMembers", "Deconstruct", "Unknown", "Name", "Value"]);

    private static readonly HashSet<string> OfRecords = Set([.. ObjectMembers, "Clone", "EqualityContract", "PrintMembers", "Deconstruct"]);

    private static readonly HashSet<string> OfResponses = Set([.. OfRecords, "Metadata", "Dispose", "DisposeAsync"]);

    private static readonly HashSet<string> OfEnums = Set([.. ObjectMembers, "Value", "Kind", "IsKnown", "Unknown", "Parse", "TryParse"]);

    private static readonly HashSet<string> OfOptions = Set(
    [
        .. ObjectMembers,
        "Region", "Profile", "Credentials", "TokenProvider", "Endpoint", "UseFipsEndpoint", "UseDualStackEndpoint", "AccountIdEndpointMode", "RetryMode", "MaxAttempts", "AppId",
        "DisableHostPrefixInjection", "DisableRequestCompression", "RequestMinCompressionSizeBytes", "RequestChecksumCalculation", "ResponseChecksumValidation",
        "Timeout", "AttemptTimeout", "MaxResponseBytes", "HttpInvoker", "TimeProvider",
        "HttpVersion", "HttpVersionPolicy", "LoggerFactory", "IdempotencyTokenGenerator", "GetEndpointContext",
    ]);

    private static readonly HashSet<string> OfExceptions = Set(
    [
        .. ObjectMembers,
        "Message", "Data", "Source", "HelpLink", "HResult", "StackTrace", "InnerException", "TargetSite", "GetBaseException", "GetObjectData",
        "StatusCode", "ErrorCode", "RequestId", "ExtendedRequestId", "Service", "Operation", "IsThrottling", "IsTransient", "Attempts", "ServiceMessage", "ModeledRetry", "Metadata",
    ]);

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reserved;
    private readonly string _suffix;

    private MemberNames(string suffix, HashSet<string> reserved, string typeName)
    {
        _suffix = suffix;
        _reserved = reserved;
        _taken.Add(typeName);
    }

    public static MemberNames ForRecord(string typeName, bool isResponse) => new("Value", isResponse ? OfResponses : OfRecords, typeName);

    public static MemberNames ForUnion(string typeName) => new("Variant", OfUnions, typeName);

    /// <param name="typeName">The name of the struct.</param>
    /// <param name="kindName">The type of its property <c>Kind</c>, which a member with the same name would hide.</param>
    public static MemberNames ForEnum(string typeName, string kindName)
    {
        var names = new MemberNames("Value", OfEnums, typeName);
        names._taken.Add(kindName);
        return names;
    }

    public static MemberNames ForOptions(string typeName) => new("Value", OfOptions, typeName);

    public static MemberNames ForException(string typeName) => new("Value", OfExceptions, typeName);

    /// <summary>Returns whether the name is already used.</summary>
    public bool Has(string name) => _reserved.Contains(name) || _taken.Contains(name);

    public string Take(string wanted)
    {
        var name = Has(wanted) ? wanted + _suffix : wanted;
        for (var number = 2; Has(name); number++)
        {
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        _taken.Add(name);
        return name;
    }

    private static HashSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
