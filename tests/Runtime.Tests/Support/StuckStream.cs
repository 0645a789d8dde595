using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Runtime.Tests;

/// <summary>
/// A stream whose reads and writes wait until they are released. One that ignores cancellation waits in any case; one that ends late goes on for a
/// moment after it was canceled, so that a caller who does not wait for its end finds it in use.
/// </summary>
internal sealed class StuckStream(bool ignoresCancellation = false, bool endsLate = false) : Stream
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _active;

    /// <summary>Completes when the first read or write has begun.</summary>
    public Task Entered => _entered.Task;

    /// <summary>Whether a read or write is under way.</summary>
    public bool IsInUse => Volatile.Read(ref _active) > 0;

    public void Release() => _released.TrySetResult();

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => 4;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await WaitAsync(cancellationToken);
        return 0;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        await WaitAsync(cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WaitAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset;

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _active);
        try
        {
            _entered.TrySetResult();
            await _released.Task.WaitAsync(ignoresCancellation ? CancellationToken.None : cancellationToken);
        }
        catch (OperationCanceledException) when (endsLate)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }
}
