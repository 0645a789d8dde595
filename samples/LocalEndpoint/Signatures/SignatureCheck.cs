using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using DataZoneGen;
using DataZoneGen.Testing;
using LocalEndpoint.DataZone;
using LocalEndpoint.STS;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LocalEndpoint.Signatures;

/// <summary>Verifies the signature of each request before a fake sees it.</summary>
internal sealed class SignatureCheck(LocalDataZoneOptions options, DataZoneFake dataZone, STSFake sts)
{
    /// <summary>The maximum size of a request body in bytes. Real requests have less than a hundred.</summary>
    public const int MaxBodySize = 1 << 20;

    private readonly SignatureVerifier _verifier = new(options);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.Date = options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;

        var target = RequestTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

        // All operations of STS have the same path, which DataZone does not use.
        var (fake, service) = target.RawPath == "/" ? ((AwsFake)sts, "sts") : (dataZone, "datazone");
        try
        {
            _verifier.Verify(new SignedRequest(context.Request.Method, target, context.Request.Headers, body.ToArray()), service);
        }
        catch (AwsServiceException error)
        {
            await fake.WriteErrorAsync(context, error);
            return;
        }

        await next(context);
    }
}
