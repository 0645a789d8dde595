using System;
using System.Net.Http;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>The connection of a response that was received while its request body is still being sent. Disposing it ends both.</summary>
internal sealed class DuplexConnection(HttpResponseMessage response, RequestBody body, TimeProvider timeProvider) : IDisposable, IAsyncDisposable
{
    public void Dispose() => Close();

    public async ValueTask DisposeAsync() => await CancelledWork.WaitAsync(Close(), timeProvider).ConfigureAwait(false);

    private Task Close()
    {
        var end = body.CancelAsync();
        response.Dispose();
        return end;
    }
}
