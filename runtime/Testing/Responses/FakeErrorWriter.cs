using System;
using System.ComponentModel;
using DataZoneGen.Testing.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Wire;

/// <summary>
/// Writes an error response. After <see cref="Begin"/>, the body is in the object with the members of the error; the runtime ends it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FakeErrorWriter : MessageWriter<FakeErrorWriter>
{
    private readonly IErrorFormat _format;

    internal FakeErrorWriter(IErrorFormat format) => _format = format;

    /// <summary>The HTTP status code.</summary>
    internal int Status { get; private set; }

    /// <summary>Writes what all errors have, and starts the object with the members.</summary>
    /// <param name="value">The error.</param>
    /// <param name="code">The error code.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="messageName">The wire name of the message; <see langword="null"/> for that of the protocol.</param>
    /// <param name="queryCode">The error code in the AWS query protocol, for services that used it before; otherwise, <see langword="null"/>.</param>
    public void Begin(AwsServiceException value, string code, int statusCode, string? messageName = null, string? queryCode = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrEmpty(code);
        Status = statusCode;
        _format.BeginError(this, new ErrorHead(code, statusCode, queryCode, messageName, value.ServiceMessage));
    }
}
