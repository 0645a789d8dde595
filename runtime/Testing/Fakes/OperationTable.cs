using System;
using System.Collections.Generic;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The operations of a fake with their handlers.</summary>
internal sealed class OperationTable : IFakeOperationVisitor
{
    private readonly Dictionary<FakeOperation, OperationHandlers> _operations = [];
    private readonly FakeService _service;
    private readonly FakeOptions _options;
    private readonly CallLog _calls;

    public OperationTable(FakeService service, FakeOptions options, CallLog calls)
    {
        (_service, _options, _calls) = (service, options, calls);
        foreach (var operation in service.Operations)
        {
            operation.Accept(this);
        }
    }

    /// <summary>Returns an operation.</summary>
    public OperationHandlers Get(FakeOperation operation) => _operations[operation];

    /// <summary>Returns an operation.</summary>
    /// <exception cref="ArgumentException">The operation is not one of the service.</exception>
    public OperationHandlers<TRequest, TResponse> Get<TRequest, TResponse>(FakeOperation<TRequest, TResponse> operation)
        where TRequest : class
        where TResponse : AwsResponse =>
        _operations.TryGetValue(operation, out var handlers)
            ? (OperationHandlers<TRequest, TResponse>)handlers
            : throw new ArgumentException($"{_service.ServiceId} has no operation {operation.Name}.", nameof(operation));

    /// <summary>Returns the name of the operation with a type of requests; <see langword="null"/> if there is none.</summary>
    public string? FindName(Type requestType)
    {
        foreach (var operation in _operations.Values)
        {
            if (operation.RequestType == requestType)
            {
                return operation.Name;
            }
        }

        return null;
    }

    /// <summary>Removes all handlers.</summary>
    public void Clear()
    {
        foreach (var operation in _operations.Values)
        {
            operation.Clear();
        }
    }

    void IFakeOperationVisitor.Visit<TRequest, TResponse>(FakeOperation<TRequest, TResponse> operation) =>
        _operations.Add(operation, new OperationHandlers<TRequest, TResponse>(_service, operation, _options, _calls));
}
