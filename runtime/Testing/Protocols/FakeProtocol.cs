using System.Collections.Generic;
using System.ComponentModel;
using System.Net;
using DataZoneGen.Testing.Core;

namespace DataZoneGen.Testing.Wire;

/// <summary>The server side of a protocol: finds the operation of a request, completes responses, and writes errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FakeProtocol : IErrorFormat
{
    private protected const string RequestIdHeader = "x-amzn-requestid";

    private protected FakeProtocol()
    {
    }

    /// <summary>Creates the error of a request that the service refuses, with the error code that services of the protocol use.</summary>
    internal AwsServiceException CreateError(FakeRefusal reason, string message)
    {
        var (code, status) = GetError(reason);
        return new AwsServiceException(message) { ErrorCode = code, StatusCode = (HttpStatusCode)status };
    }

    /// <summary>Creates the object that finds operations.</summary>
    internal abstract IOperationFinder CreateFinder(IReadOnlyList<FakeOperation> operations);

    /// <summary>Writes what is before the members of an output.</summary>
    internal virtual void Begin(FakeResponseWriter response, FakeOperation operation)
    {
    }

    /// <summary>Writes what is after the members of an output, and the request id.</summary>
    internal virtual void End(FakeResponseWriter response, FakeOperation operation, string requestId) => response.DefaultHeader(RequestIdHeader, requestId);

    /// <inheritdoc/>
    void IErrorFormat.BeginError(FakeErrorWriter writer, in ErrorHead error) => BeginError(writer, error);

    /// <summary>Writes what is before the members of an error.</summary>
    private protected abstract void BeginError(FakeErrorWriter writer, in ErrorHead error);

    /// <summary>Writes what is after the members of an error, and the request id.</summary>
    internal abstract void EndError(FakeErrorWriter writer, string requestId);

    /// <summary>Returns the error code and the status of a refused request.</summary>
    private protected abstract (string Code, int Status) GetError(FakeRefusal reason);
}
