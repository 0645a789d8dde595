namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>The region and service that a request is signed for.</summary>
internal sealed record CredentialScope(string Region, string Service)
{
    /// <summary>The scope of an Authorization header: <c>… Credential=key/date/region/service/aws4_request, …</c>.</summary>
    public static CredentialScope Of(string authorization)
    {
        var parts = authorization.Split(',')[0].Split('/');
        return new CredentialScope(parts[2], parts[3]);
    }
}
