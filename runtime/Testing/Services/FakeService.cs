using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing.Core;

namespace DataZoneGen.Testing.Wire;

/// <summary>The server side of a service. Generated code has one for each service with a fake.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FakeService
{
    private readonly IOperationFinder _finder;

    /// <summary>Initializes a new instance of the <see cref="FakeService"/> class.</summary>
    /// <param name="serviceId">The id of the service, such as <c>DataZone</c>.</param>
    /// <param name="signingName">The service's name in the credential scope.</param>
    /// <param name="protocol">The protocol of the service.</param>
    /// <param name="operations">The operations.</param>
    protected FakeService(string serviceId, string signingName, FakeProtocol protocol, IReadOnlyList<FakeOperation> operations)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceId);
        ArgumentException.ThrowIfNullOrEmpty(signingName);
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(operations);
        (ServiceId, SigningName, Protocol, Operations) = (serviceId, signingName, protocol, operations);
        _finder = protocol.CreateFinder(operations);
    }

    /// <summary>The id of the service, such as <c>DataZone</c>.</summary>
    public string ServiceId { get; }

    /// <summary>The service's name in the credential scope.</summary>
    public string SigningName { get; }

    /// <summary>The protocol of the service.</summary>
    public FakeProtocol Protocol { get; }

    /// <summary>The operations.</summary>
    public IReadOnlyList<FakeOperation> Operations { get; }

    /// <summary>Writes an error that the model of the service defines.</summary>
    /// <param name="value">The error.</param>
    /// <param name="error">The writer of the response.</param>
    /// <returns><see langword="true"/> if the service defines the error; otherwise, <see langword="false"/>, and nothing has been written.</returns>
    protected internal abstract bool WriteError(AwsServiceException value, FakeErrorWriter error);

    /// <summary>Finds the operation of a request.</summary>
    /// <returns>The operation; <see langword="null"/> if the request is not one for this service.</returns>
    /// <exception cref="DataZoneGen.Core.WireFormatException">The protocol finds operations by the body, which cannot be read.</exception>
    internal ValueTask<FakeOperation?> FindAsync(FakeRequest request, CancellationToken cancellationToken) => _finder.FindAsync(request, cancellationToken);

    /// <summary>Writes a successful response.</summary>
    internal FakeResponse Write<TRequest, TResponse>(FakeOperation<TRequest, TResponse> operation, TResponse response)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var writer = new FakeResponseWriter();
        Protocol.Begin(writer, operation);
        operation.Write(response, writer);
        Protocol.End(writer, operation, FakeResponse.CreateRequestId());
        return FakeResponse.From(writer, writer.Status);
    }

    /// <summary>Writes an error, which need not be in the model.</summary>
    internal FakeResponse WriteError(AwsServiceException error)
    {
        var writer = new FakeErrorWriter(Protocol);
        if (!WriteError(error, writer))
        {
            writer.Begin(error, GetCode(error), error.StatusCode == 0 ? (int)HttpStatusCode.BadRequest : (int)error.StatusCode);
        }

        Protocol.EndError(writer, FakeResponse.CreateRequestId());
        return FakeResponse.From(writer, writer.Status);
    }

    /// <summary>Returns the error code of an exception. One without a code has the name of its class, which generated classes have from the model.</summary>
    private static string GetCode(AwsServiceException error) => error.ErrorCode.Length > 0 ? error.ErrorCode : error.GetType().Name;
}
