using System;
using System.Text;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>
/// The base class of responses with a streaming body. A response keeps its connection until it is disposed or read to the end.
/// </summary>
public abstract record AwsStreamingResponse : AwsResponse, IDisposable, IAsyncDisposable
{
    private IDisposable? _connection;

    /// <summary>Determines whether another response has the same type. Derived types also compare their members.</summary>
    /// <param name="other">The other response.</param>
    /// <returns><see langword="true"/> if the types are the same; otherwise, <see langword="false"/>.</returns>
    public virtual bool Equals(AwsStreamingResponse? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Releases the connection. Unread data is lost.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Releases the connection. Unread data is lost. If the stream or the events of the request are still being sent, this is canceled as well.
    /// </summary>
    /// <returns>A task that completes when the connection is released and the request is no longer read.</returns>
    public async ValueTask DisposeAsync()
    {
        var connection = _connection as IAsyncDisposable;
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
        if (connection is not null)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal void SetConnection(IDisposable connection) => _connection = connection;

    /// <summary>Releases the connection.</summary>
    /// <param name="disposing"><see langword="true"/> if a dispose method calls this method; <see langword="false"/> if a finalizer does.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
