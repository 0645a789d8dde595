using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace DataZoneGen.Runtime.Tests;

/// <summary>Reads one request's head, responses with the bytes that characters of a text stand for, and hangs up.</summary>
internal sealed class OneAnswerServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public OneAnswerServer(string answer)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Head = AnswerAsync(answer);
    }

    public int Port { get; }

    public Task<IReadOnlyList<string>> Head { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<IReadOnlyList<string>> AnswerAsync(string answer)
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            length += await stream.ReadAsync(buffer.AsMemory(length));
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer));
        return Encoding.ASCII.GetString(buffer, 0, length).Split("\r\n");
    }
}
