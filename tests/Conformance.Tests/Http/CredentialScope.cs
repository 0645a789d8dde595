namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>The region and service that a request is signed for. An asymmetric signature has no region here: it is for a set of regions, in a header.</summary>
internal sealed record CredentialScope(string? Region, string Service)
{
    /// <summary>
    /// The scope of an Authorization header: <c>… Credential=key/date/region/service/aws4_request, …</c>, without the region in an asymmetric signature.
    /// </summary>
    public static CredentialScope Of(string authorization)
    {
        var parts = authorization.Split(',')[0].Split('/');
        return parts.Length == 5 ? new CredentialScope(parts[2], parts[3]) : new CredentialScope(null, parts[2]);
    }
}
