using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using DataZoneGen.Testing.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Wire;

/// <summary>Creates handlers that record and replay the calls of a service. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FakeRecordings
{
    /// <summary>Creates a handler that sends requests and records them with their responses in a file, which it overwrites.</summary>
    /// <param name="service">The service.</param>
    /// <param name="path">The path of the file.</param>
    /// <param name="innerHandler">The handler that sends the requests; <see langword="null"/> for one like that of clients.</param>
    /// <returns>The handler, which disposes the inner one.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The returned handler owns the inner one.")]
    public static HttpMessageHandler Record(FakeService service, string path, HttpMessageHandler? innerHandler = null)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new RecordingHandler(service, path, innerHandler ?? ClientServices.CreateHandler());
    }

    /// <summary>Creates a handler that responds as recorded in a file: to equal inputs in the order of the recording, with the last response again and again.</summary>
    /// <param name="service">The service.</param>
    /// <param name="path">The path of the file.</param>
    /// <returns>The handler, which sends no requests.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not a recording, or not one of the service.</exception>
    public static HttpMessageHandler Replay(FakeService service, string path)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ReplayHandler(service, path);
    }
}
