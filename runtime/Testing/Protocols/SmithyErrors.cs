namespace DataZoneGen.Testing.Core;

/// <summary>The error codes of the protocols other than XML.</summary>
internal static class SmithyErrors
{
    /// <summary>Returns the error code of a refused request.</summary>
    public static string GetCode(FakeRefusal reason) => reason switch
    {
        FakeRefusal.Malformed => "SerializationException",
        FakeRefusal.UnknownOperation => "UnknownOperationException",
        FakeRefusal.Validation => "ValidationException",
        FakeRefusal.Throttling => "ThrottlingException",
        FakeRefusal.MissingSignature => "MissingAuthenticationTokenException",
        FakeRefusal.UnknownCredentials => "UnrecognizedClientException",
        FakeRefusal.ClockSkew => "RequestTimeTooSkewed",
        _ => "InvalidSignatureException",
    };

    /// <summary>Returns the error of a refused request for protocols that use only the status 400, except for unknown operations.</summary>
    public static (string Code, int Status) GetRpcError(FakeRefusal reason) => (GetCode(reason), reason == FakeRefusal.UnknownOperation ? 404 : 400);
}
