using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.C2j;

/// <summary>Reads how a service and its operations authenticate. Older models have one scheme, in a vocabulary of its own.</summary>
internal static class AuthReader
{
    /// <summary>The schemes of a service; empty for the usual signature.</summary>
    public static EquatableArray<AuthScheme> ReadService(EquatableArray<AuthScheme> existing, JsonObject metadata, ModelSource source)
    {
        var version = source.String(metadata, "signatureVersion");
        var schemes = AuthScheme.Read(metadata, "auth", existing, source);
        return schemes.Count == 0 && version == "bearer" ? [AuthScheme.Bearer] : schemes;
    }

    /// <summary>The operation with the schemes that the text names; empty for those of its service. The older field goes first.</summary>
    public static OperationModel ReadOperation(OperationModel operation, JsonObject value, ModelSource source)
    {
        var schemes = AuthScheme.Read(value, "auth", operation.Auth, source);
        var isUnsigned = source.Boolean(value, "unsignedPayload", operation.IsUnsignedPayload);
        return source.String(value, "authtype") switch
        {
            null => operation with { Auth = schemes, IsUnsignedPayload = isUnsigned },
            "none" => operation with { Auth = [AuthScheme.None], IsUnsignedPayload = isUnsigned },
            "v4" => operation with { Auth = [AuthScheme.SigV4], IsUnsignedPayload = isUnsigned },
            "v4-unsigned-body" => operation with { Auth = [AuthScheme.SigV4], IsUnsignedPayload = true },
            "bearer" => operation with { Auth = [AuthScheme.Bearer], IsUnsignedPayload = isUnsigned },
            var other => operation with { Auth = [AuthScheme.Unsupported(other)], IsUnsignedPayload = isUnsigned },
        };
    }
}
