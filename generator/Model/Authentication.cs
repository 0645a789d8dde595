using System.Linq;

namespace DataZoneGen.Generator.Model;

/// <summary>Decides how an operation authenticates: by a scheme of its own if it names any, else by one of its service.</summary>
internal static class Authentication
{
    /// <summary>The schemes that an operation allows, best first; empty where the model names none.</summary>
    public static EquatableArray<AuthScheme> GetSchemes(OperationModel operation, ServiceMetadata metadata) =>
        operation.Auth.Count > 0 ? operation.Auth : metadata.Auth;

    /// <summary>Of the schemes that an operation allows, the one that needs the least from a caller of AWS: the ordinary credentials.</summary>
    public static AuthKind Choose(OperationModel operation, ServiceMetadata metadata)
    {
        var schemes = GetSchemes(operation, metadata);
        return schemes.Count == 0 || schemes.Contains(AuthScheme.SigV4) ? AuthKind.SigV4
            : schemes.Contains(AuthScheme.Bearer) ? AuthKind.Bearer
            : schemes.Contains(AuthScheme.None) ? AuthKind.None
            : AuthKind.Unsupported;
    }

    /// <summary>Returns whether an operation with signed requests also accepts a bearer token.</summary>
    public static bool AcceptsBearerToken(OperationModel operation, ServiceMetadata metadata) =>
        Choose(operation, metadata) == AuthKind.SigV4 && GetSchemes(operation, metadata).Contains(AuthScheme.Bearer);
}
