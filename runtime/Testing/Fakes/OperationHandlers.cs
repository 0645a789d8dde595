using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>An operation of a fake with its handlers.</summary>
internal abstract class OperationHandlers
{
    /// <summary>The name of the operation.</summary>
    public abstract string Name { get; }

    /// <summary>The type of the operation's requests.</summary>
    public abstract Type RequestType { get; }

    /// <summary>Reads a request, calls the handler that accepts it, and writes the response.</summary>
    public abstract ValueTask<FakeResponse> HandleAsync(FakeRequest request, CancellationToken cancellationToken);

    /// <summary>Removes all handlers.</summary>
    public abstract void Clear();
}

/// <summary>An operation of a fake with its handlers. Thread-safe.</summary>
/// <param name="service">The service.</param>
/// <param name="operation">The operation.</param>
/// <param name="options">The options of the fake.</param>
/// <param name="calls">The log of calls.</param>
internal sealed class OperationHandlers<TRequest, TResponse>(
    FakeService service, FakeOperation<TRequest, TResponse> operation, FakeOptions options, CallLog calls) : OperationHandlers
    where TRequest : class
    where TResponse : AwsResponse
{
    private readonly object _lock = new();

    // The newest handler first. The array is replaced, never changed.
    private volatile FakeHandler<TRequest, TResponse>[] _handlers = [];

    public override string Name => operation.Name;

    public override Type RequestType => typeof(TRequest);

    /// <summary>The service.</summary>
    public FakeService Service => service;

    /// <summary>Adds a handler, which takes precedence over the existing ones.</summary>
    public FakeHandler<TRequest, TResponse> Add()
    {
        var handler = new FakeHandler<TRequest, TResponse>(operation.Name);
        lock (_lock)
        {
            _handlers = [handler, .. _handlers];
        }

        return handler;
    }

    public override void Clear()
    {
        lock (_lock)
        {
            _handlers = [];
        }
    }

    public override ValueTask<FakeResponse> HandleAsync(FakeRequest request, CancellationToken cancellationToken)
    {
        TRequest input;
        IReadOnlyList<string> missing;
        try
        {
            input = Read(request, out missing);
        }
        catch (WireFormatException exception)
        {
            return new(service.WriteError(service.Protocol.CreateError(FakeRefusal.Malformed, exception.Message)));
        }

        var call = new FakeCall(operation.Name, input);
        calls.Add(call);
        if (options.ValidatesRequests)
        {
            var validation = new RequestValidation();
            foreach (var member in missing)
            {
                validation.Missing(member);
            }

            operation.Validate(input, validation);
            if (validation.GetMessage() is { } message)
            {
                return new(WriteError(call, service.Protocol.CreateError(FakeRefusal.Validation, message)));
            }
        }

        return RunAsync(Take(call, input), call, input, cancellationToken);
    }

    /// <summary>Writes a response.</summary>
    public FakeResponse Write(FakeCall call, TResponse? response)
    {
        if (response is null)
        {
            throw new FakeHandlerException($"The handler of {operation.Name} returned null in place of a response.");
        }

        call.Response = response;
        return service.Write(operation, response);
    }

    /// <summary>Writes an error response.</summary>
    public FakeResponse WriteError(FakeCall call, AwsServiceException error)
    {
        call.Exception = error;
        return service.WriteError(error);
    }

    private TRequest Read(FakeRequest request, out IReadOnlyList<string> missing)
    {
        var reader = new FakeRequestReader(request, operation);
        var input = operation.Read(ref reader);
        reader.End();
        missing = reader.MissingMembers ?? [];
        return input;
    }

    private FakeStep<TRequest, TResponse> Take(FakeCall call, TRequest request)
    {
        var handlers = _handlers;
        foreach (var handler in handlers)
        {
            if (handler.TryTake(request, out var step))
            {
                return step;
            }
        }

        var exception = new FakeHandlerException(handlers.Length == 0
            ? $"{service.ServiceId} {operation.Name} was called, but the fake has no handler for it. Call On{operation.Name} of the fake before the code under test calls the operation."
            : string.Create(CultureInfo.InvariantCulture, $"{service.ServiceId} {operation.Name} was called, but none of its {handlers.Length} handlers accepts the request: a condition is not met, or the steps are used up. Call On{operation.Name} of the fake for a handler that does. Request: {request}"));
        call.Exception = exception;
        throw exception;
    }

    private async ValueTask<FakeResponse> RunAsync(FakeStep<TRequest, TResponse> step, FakeCall call, TRequest request, CancellationToken cancellationToken)
    {
        FakeResponse response;
        try
        {
            if (step.Delay > TimeSpan.Zero)
            {
                await Task.Delay(step.Delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            response = await step.RespondAsync(this, call, request, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsServiceException error)
        {
            response = WriteError(call, error);
        }
        catch (Exception exception)
        {
            call.Exception = exception;
            if (IsTakenForTransportError(exception) && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                throw new FakeHandlerException($"The handler of {operation.Name} failed. {exception.GetType()}: {exception.Message}", exception);
            }

            throw;
        }

        step.Body.ApplyTo(response, options.TimeProvider);
        return response;
    }

    /// <summary>
    /// Whether a client would take the exception of a handler for a failure of the network, and retry. An <see cref="HttpRequestException"/> is meant to be
    /// one.
    /// </summary>
    private static bool IsTakenForTransportError(Exception exception) => exception is IOException or OperationCanceledException;
}
