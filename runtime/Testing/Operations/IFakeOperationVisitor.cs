using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Receives an operation with its types.</summary>
internal interface IFakeOperationVisitor
{
    void Visit<TRequest, TResponse>(FakeOperation<TRequest, TResponse> operation)
        where TRequest : class
        where TResponse : AwsResponse;
}
