using System.Linq;

namespace DataZoneGen.Generator.Model;

internal enum AuthScheme
{
    SigV4,
    Bearer,
    None,
    Unsupported,
}

/// <summary>Decides how an operation authenticates: its own word first, then its service's.</summary>
internal static class Authentication
{
    private const string Bearer = "smithy.api#httpBearerAuth";

    public static AuthScheme Of(OperationModel operation, ServiceMetadata metadata) => operation.AuthType switch
    {
        "none" => AuthScheme.None,
        "v4" or "v4-unsigned-body" => AuthScheme.SigV4,
        "bearer" => AuthScheme.Bearer,
        not null => AuthScheme.Unsupported,
        null when operation.Auth.Count > 0 => Best(operation.Auth),
        null when metadata.Auth.Count > 0 => Best(metadata.Auth),
        _ => metadata.SignatureVersion == "bearer" ? AuthScheme.Bearer : AuthScheme.SigV4,
    };

    /// <summary>Whether an operation whose requests are signed accepts a bearer token in place of the signature.</summary>
    public static bool AcceptsBearerToken(OperationModel operation, ServiceMetadata metadata) =>
        operation.AuthType is null
        && Of(operation, metadata) == AuthScheme.SigV4
        && (operation.Auth.Count > 0 ? operation.Auth : metadata.Auth).Contains(Bearer);

    public static bool IsPayloadUnsigned(OperationModel operation) => operation.IsUnsignedPayload || operation.AuthType == "v4-unsigned-body";

    /// <summary>Of several schemes, the one that needs the least from a caller of AWS: the ordinary credentials.</summary>
    private static AuthScheme Best(EquatableArray<string> schemes) =>
        schemes.Contains("aws.auth#sigv4") ? AuthScheme.SigV4
        : schemes.Contains(Bearer) ? AuthScheme.Bearer
        : schemes.Contains("smithy.api#noAuth") ? AuthScheme.None
        : AuthScheme.Unsupported;
}
