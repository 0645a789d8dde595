using System;
using System.Text;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>
/// The base of responses whose body is read as a stream. The response holds its connection until it is disposed of or read to the end.
/// </summary>
public abstract record AwsStreamingResponse : AwsResponse, IDisposable, IAsyncDisposable
{
    private IDisposable? _connection;

    /// <summary>Whether the other response is of the same type; the types derived compare their members.</summary>
    /// <param name="other">The other response.</param>
    /// <returns>Whether it is.</returns>
    public virtual bool Equals(AwsStreamingResponse? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Gives the connection back. What has not been read is lost.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Gives the connection back. What has not been read is lost. Where the request's stream or events are still being sent, that ends as well.
    /// </summary>
    /// <returns>When it has been given back, and nothing of the request is read any more.</returns>
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

    /// <summary>Gives the connection back.</summary>
    /// <param name="disposing">Whether this is not a finalizer.</param>
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
