using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Microsoft.AspNetCore.Http;

namespace DataZoneGen.Testing.Core;

/// <summary>Handles requests with the fakes of an application.</summary>
internal sealed class FakeEndpoint
{
    private AwsFake[] _fakes = [];

    /// <summary>Adds a fake.</summary>
    public void Add(AwsFake fake) => _fakes = [.. _fakes, fake];

    /// <summary>Handles a request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var response = await RespondAsync(ServerRequest.Create(context), context.RequestAborted).ConfigureAwait(false);
            await ServerResponse.SendAsync(response, context).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The client receives the exception as a response.")]
    private async Task<FakeResponse> RespondAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        var fakes = _fakes;
        var candidate = fakes[0];
        try
        {
            var service = SignatureParts.FindService(request);
            foreach (var fake in fakes)
            {
                if (service is not null && fakes.Length > 1 && fake.Service.SigningName != service)
                {
                    continue;
                }

                candidate = fake;
                if (await fake.Service.FindAsync(request, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return await fake.HandleAsync(request, cancellationToken).ConfigureAwait(false);
                }
            }

            return Refuse(candidate, FakeRefusal.UnknownOperation, "No fake has an operation for this request.");
        }
        catch (WireFormatException exception)
        {
            return Refuse(candidate, FakeRefusal.Malformed, exception.Message);
        }
        catch (Exception exception) when (exception is not (HttpRequestException or IOException or OperationCanceledException))
        {
            return candidate.WriteException(exception);
        }
    }

    private static FakeResponse Refuse(AwsFake fake, FakeRefusal reason, string message) => fake.Service.WriteError(fake.Service.Protocol.CreateError(reason, message));
}
