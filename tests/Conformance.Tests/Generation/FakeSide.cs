using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>The generated server side of a service.</summary>
/// <param name="service">The service.</param>
internal sealed class FakeSide(FakeService service)
{
    /// <summary>Finds the service in the assembly of a client with a fake.</summary>
    public static FakeSide Find(Assembly assembly)
    {
        var type = assembly.GetTypes().Single(static type => type.IsSubclassOf(typeof(FakeService)));
        return new FakeSide((FakeService)type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);
    }

    /// <summary>Finds the operation of a request, and reads the input.</summary>
    /// <returns>The name of the operation and the input; <see langword="null"/> if there is no operation.</returns>
    public async Task<(string Operation, object Input)?> ReadAsync(FakeRequest request)
    {
        if (await service.FindAsync(request, default) is not { } operation)
        {
            return null;
        }

        await request.ReadBodyAsync(operation.StreamsRequest, default);
        var reading = new Reading(request);
        operation.Accept(reading);
        return (operation.Name, reading.Input!);
    }

    /// <summary>Writes the output of an operation.</summary>
    public FakeResponse Write(string operation, object output)
    {
        var writing = new Writing(service, output);
        service.Operations.Single(o => o.Name == operation).Accept(writing);
        return writing.Response!;
    }

    /// <summary>Writes an error.</summary>
    public FakeResponse WriteError(AwsServiceException error) => service.WriteError(error);

    private sealed class Reading(FakeRequest request) : IFakeOperationVisitor
    {
        public object? Input { get; private set; }

        public void Visit<TRequest, TResponse>(FakeOperation<TRequest, TResponse> operation)
            where TRequest : class
            where TResponse : AwsResponse
        {
            var reader = new FakeRequestReader(request, operation);
            Input = operation.Read(ref reader);
            reader.End();
        }
    }

    private sealed class Writing(FakeService service, object output) : IFakeOperationVisitor
    {
        public FakeResponse? Response { get; private set; }

        public void Visit<TRequest, TResponse>(FakeOperation<TRequest, TResponse> operation)
            where TRequest : class
            where TResponse : AwsResponse => Response = service.Write(operation, (TResponse)output);
    }
}
