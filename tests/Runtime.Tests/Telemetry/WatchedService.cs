using System;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests.Telemetry;

/// <summary>A service that nobody but one test calls, so that what is heard of it is the test's own.</summary>
internal sealed class WatchedService : ServiceDescription
{
    private readonly GetWatched _operation;

    public WatchedService()
        : base("Watched " + Guid.NewGuid().ToString("N"), "watched", "2026-01-02")
        => _operation = new GetWatched(this);

    public Task<GetItemResponse> CallAsync(TestClient client, string id = "id") => client.CallAsync(_operation, new GetItemRequest(id));

    /// <summary>The same with a response that is handed on as a stream.</summary>
    public Task<GetItemResponse> CallForStreamAsync(TestClient client) => client.CallAsync(new GetWatchedStream(this), new GetItemRequest("id"));

    public Operation Operation => _operation;

    protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) =>
        TestService.Description.ResolveEndpoint(in parameters);

    protected internal override AwsServiceException ReadError(ref ErrorReader error) => TestService.Description.ReadError(ref error);

    private sealed class GetWatchedStream : Operation<GetItemRequest, GetItemResponse>
    {
        public GetWatchedStream(WatchedService service)
            : base(service, "GetWatchedStream", HttpMethod.Get) => StreamsResponse = true;

        protected internal override void Write(GetItemRequest input, RequestWriter request) => GetItem.Instance.Write(input, request);

        protected internal override GetItemResponse Read(ref ResponseReader response) => new();
    }

    private sealed class GetWatched(WatchedService service) : Operation<GetItemRequest, GetItemResponse>(service, "GetWatched", HttpMethod.Get)
    {
        protected internal override void Write(GetItemRequest input, RequestWriter request) => GetItem.Instance.Write(input, request);

        protected internal override GetItemResponse Read(ref ResponseReader response) => GetItem.Instance.Read(ref response);
    }
}
