using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>A request that the server received.</summary>
/// <param name="Number">The number of the request, from 1.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Head">Request line and headers.</param>
/// <param name="Body">The body.</param>
internal sealed record FaultRequest(int Number, string Target, string Head, string Body);

/// <summary>
/// A server on the loopback interface with a planned fault for each request. It writes to the socket directly, because HTTP servers do not allow
/// such faults.
/// </summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private const int MaxRequestLength = 64 * 1024;
    private const int Backlog = 2048;

    private readonly Func<FaultRequest, Fault> _plan;
    private readonly Func<FaultRequest, string> _createBody;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Fault, int> _injected = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly SemaphoreSlim _stalls = new(0);
    private TcpListener _listener;
    private int _requests;
    private int _connections;
    private int _open;

    /// <summary>Starts a server.</summary>
    /// <param name="plan">Returns the fault for a request.</param>
    /// <param name="createBody">Returns the body of the valid response.</param>
    public FaultServer(Func<FaultRequest, Fault> plan, Func<FaultRequest, string> createBody)
    {
        (_plan, _createBody) = (plan, createBody);
        _listener = Listen(port: 0);
        Endpoint = new Uri("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
    }

    public Uri Endpoint { get; }

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The number of connections since the start.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The number of open connections.</summary>
    public int OpenConnections => Volatile.Read(ref _open);

    /// <summary>The number of responses with each fault.</summary>
    public IReadOnlyDictionary<Fault, int> Injected => _injected;

    /// <summary>Returns the bytes of a response that replaces the planned one, or null.</summary>
    public Func<FaultRequest, byte[]?> Override { get; set; } = static _ => null;

    /// <summary>Completes when the server has stalled a response.</summary>
    public Task StallAsync() => _stalls.WaitAsync(_end.Token);

    /// <summary>Stops accepting connections. Existing connections stay open.</summary>
    public void StopListening() => _listener.Stop();

    /// <summary>Accepts connections again.</summary>
    public void StartListening() => _listener = Listen(Endpoint.Port);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll(_running.Keys);
        _end.Dispose();
        _stalls.Dispose();
        if (!_failures.IsEmpty)
        {
            throw new AggregateException("The server itself failed.", _failures);
        }
    }

    private TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start(Backlog);
        Run(AcceptAllAsync(listener));
        return listener;
    }

    private void Run(Task task)
    {
        _running.TryAdd(task, true);
        task.ContinueWith(
            done =>
            {
                _running.TryRemove(done, out _);
                if (done.Exception is { } exception)
                {
                    _failures.Enqueue(exception);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task AcceptAllAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(_end.Token);
                Run(ServeAsync(socket));
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _connections);
        Interlocked.Increment(ref _open);
        try
        {
            socket.NoDelay = true;
            while (await ReadRequestAsync(socket) is { } request && await RespondAsync(socket, request))
            {
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client closed the connection, or the server was disposed.
        }
        finally
        {
            socket.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    /// <returns>Whether the connection stays open.</returns>
    private async Task<bool> RespondAsync(Socket socket, FaultRequest request)
    {
        if (Override(request) is { } bytes)
        {
            await SendAsync(socket, bytes);
            return true;
        }

        var fault = _plan(request);
        _injected.AddOrUpdate(fault, 1, static (_, count) => count + 1);
        var body = Encoding.UTF8.GetBytes(_createBody(request));
        await SendAsync(socket, fault == Fault.None ? FaultResponses.Valid(body) : FaultResponses.Faulty(fault, body));
        switch (fault)
        {
            case Fault.StalledHeaders or Fault.StalledBody:
                _stalls.Release();
                await socket.ReceiveAsync(new byte[1], _end.Token);
                return false;
            case Fault.ResetBeforeResponse or Fault.ResetInBody:
                // Gives the client time to read the sent bytes, because a reset discards unread bytes.
                await Task.Delay(fault == Fault.ResetInBody ? 20 : 0, _end.Token);
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                return false;
            case Fault.CloseBeforeResponse or Fault.TruncatedHeaders or Fault.LengthTooLong or Fault.LengthTooShort or Fault.NotHttp:
                socket.Shutdown(SocketShutdown.Send);
                return false;
            default:
                return true;
        }
    }

    private async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes, _end.Token)..];
        }
    }

    /// <summary>Reads one request. Clients do not pipeline requests, so no bytes of the next one can follow.</summary>
    private async Task<FaultRequest?> ReadRequestAsync(Socket socket)
    {
        var buffer = new byte[1024];
        var length = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length), _end.Token);
            if (count == 0)
            {
                return null;
            }

            length += count;
            if (Parse(buffer.AsSpan(0, length)) is { } request)
            {
                return request;
            }

            if (length == buffer.Length && length < MaxRequestLength)
            {
                Array.Resize(ref buffer, 2 * length);
            }
        }
    }

    private FaultRequest? Parse(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var head = Encoding.ASCII.GetString(bytes[..end]);
        var body = bytes[(end + 4)..];
        return body.Length < GetContentLength(head)
            ? null
            : new FaultRequest(Interlocked.Increment(ref _requests), head.Split(' ')[1], head, Encoding.UTF8.GetString(body));
    }

    private static int GetContentLength(string head)
    {
        const string name = "\r\nContent-Length: ";
        var start = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? 0 : int.Parse(head.AsSpan(start + name.Length).ToString().Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
