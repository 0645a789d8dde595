using System;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Telemetry;

public class CostTests
{
    [Fact]
    public void Watching_a_call_allocates_nothing_while_nobody_listens()
    {
        var service = new WatchedService();
        var settings = new AwsClientOptions { Region = "us-east-1", Variables = TestClient.NoVariables }.ToSettings(service);
        using var pool = new CallPool();
        using var call = new Call(pool);
        var target = new SigningEndpoint(new ResolvedEndpoint("https://example.com"), "us-east-1", "watched");
        var metadata = new ResponseMetadata();
        var error = new AwsServiceException("message") { ErrorCode = "code" };
        call.Start(service.Operation, settings, default);

        Assert.Equal(0, AllocatedBytes.Of(Watch));

        void Watch()
        {
            var observer = call.Observer;
            observer.Start(settings, target: null);
            Assert.Null(TraceHeader.Create(observer.Span));
            observer.AttemptStarted(target);
            observer.AttemptFailed(error);
            observer.RetryScheduled(error, TimeSpan.FromSeconds(1));
            observer.AttemptStarted(target);
            observer.AttemptSucceeded();
            observer.CallSucceeded(metadata);
            observer.CallFailed(error);
        }
    }
}
