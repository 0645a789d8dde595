using System;
using DataZoneGen.Testing;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Runtime.Tests;

/// <summary>The fake of <see cref="TestService"/> by hand, just as a generated one.</summary>
internal sealed class TestFake(FakeOptions? options = null) : AwsFake(TestFakeService.Instance, options)
{
    public FakeHandler<GetItemRequest, GetItemResponse> OnGetItem() => On(FakeGetItem.Instance);

    public FakeHandler<GetItemRequest, GetItemResponse> OnGetItem(Func<GetItemRequest, GetItemResponse> respond) => OnGetItem().Then(respond);

    public FakeHandler<PutItemRequest, PutItemResponse> OnPutItem() => On(FakePutItem.Instance);

    public FakeHandler<UploadRequest, CopyResponse> OnCopyItem() => On(FakeCopyItem.Instance);

    /// <summary>Creates a client whose waits take no time.</summary>
    public TestClient CreateClient(Action<AwsClientOptions>? configure = null) => TestClient.Over(CreateHandler(), configure);
}

internal sealed class TestFakeService : FakeService
{
    public static readonly TestFakeService Instance = new();

    private TestFakeService()
        : base("Test Store", "teststore", FakeProtocols.RestJson, [FakeGetItem.Instance, FakePutItem.Instance, FakeCopyItem.Instance])
    {
    }

    protected internal override bool WriteError(AwsServiceException value, FakeErrorWriter error)
    {
        if (value is not NotFoundException notFound)
        {
            return false;
        }

        error.Begin(notFound, "NotFoundException", 404, "message");
        error.Json.String("resource"u8, notFound.Resource);
        return true;
    }
}

internal sealed class FakeGetItem : FakeOperation<GetItemRequest, GetItemResponse>
{
    public static readonly FakeGetItem Instance = new();

    private FakeGetItem()
        : base("GetItem", "GET", "/items/{Id}")
    {
    }

    protected internal override GetItemRequest Read(ref FakeRequestReader request) => new(request.Labels.String("Id") ?? "", request.Query.Boolean("verbose"));

    protected internal override void Write(GetItemResponse value, FakeResponseWriter response)
    {
        response.Header("x-tag", value.Tag);
        var json = response.Json;
        json.BeginObject();
        json.String("name"u8, value.Name);
        json.Int32("size"u8, value.Size);
        json.EndObject();
    }

    protected internal override void Validate(GetItemRequest value, RequestValidation validation) => validation.Length(value.Id, "Id", 2, 4);
}

internal sealed class FakePutItem : FakeOperation<PutItemRequest, PutItemResponse>
{
    public static readonly FakePutItem Instance = new();

    private FakePutItem()
        : base("PutItem", "PUT", "/items/{Id}")
    {
        SensitiveNames = ["name"];
        TokenNames = ["token"];
    }

    protected internal override PutItemRequest Read(ref FakeRequestReader request)
    {
        string? name = null;
        string? token = null;
        while (request.Json.NextMember(out var member))
        {
            if (member.Is("name"u8))
            {
                name = request.Json.String();
            }
            else if (member.Is("token"u8))
            {
                token = request.Json.String();
            }
            else
            {
                request.Json.Skip();
            }
        }

        return new PutItemRequest(request.Labels.String("Id") ?? "", name, token, request.Headers.String("x-label"));
    }

    protected internal override void Write(PutItemResponse value, FakeResponseWriter response) => response.Header("x-count", value.Count);
}

internal sealed class FakeCopyItem : FakeOperation<UploadRequest, CopyResponse>
{
    public static readonly FakeCopyItem Instance = new();

    private FakeCopyItem()
        : base("CopyItem", "POST", "/copies") => (StreamsRequest, StreamsResponse) = (true, true);

    protected internal override UploadRequest Read(ref FakeRequestReader request) => new(request.BodyStream());

    protected internal override void Write(CopyResponse value, FakeResponseWriter response) => response.Body(value.Body, "text/plain", requiresLength: false);
}
