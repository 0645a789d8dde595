using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>A service of one operation, with the errors that the retry suite models, and the pipeline of a client that calls it.</summary>
internal sealed class RetriedService : IDisposable
{
    private readonly Description _description;
    private readonly HttpMessageInvoker _invoker;
    private IReadOnlyList<JsonElement> _answers = [];

    /// <param name="suite">The suite, which models some errors.</param>
    /// <param name="service">The service's name in the suite; null for one that no rule knows.</param>
    /// <param name="adjust">Adjusts the client.</param>
    public RetriedService(JsonElement suite, string? service, Func<PipelineSettings, PipelineSettings> adjust)
    {
        _description = new Description(ServiceId(service), suite.GetProperty("modeledErrors"));
        _invoker = new HttpMessageInvoker(StubHandler.Over(SendAsync));
        Pipeline = new AwsPipeline(adjust(new PipelineSettings
        {
            Service = _description,
            Region = "us-east-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            MaxAttempts = 3,
            Timeout = Timeout.InfiniteTimeSpan,
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            MaxResponseBytes = 1024 * 1024,
            HttpInvoker = _invoker,
            TimeProvider = Clock,
            Variables = EnvironmentVariables.Process,
            Jitter = static () => 1,
        }));
    }

    public AwsPipeline Pipeline { get; }

    public FakeClock Clock { get; } = new(new DateTimeOffset(2019, 6, 1, 0, 0, 0, TimeSpan.Zero), skipsWaits: true);

    public IList<CapturedRequest> Requests { get; } = [];

    /// <summary>Called when a request has come, before it is responded.</summary>
    public Action Received { get; set; } = static () => { };

    /// <summary>A profile of the suite as a mode of ours.</summary>
    public static RetryMode Mode(string profile) => profile switch
    {
        "standard-2.0" => RetryMode.StandardUntil2026,
        "standard-2.1" => RetryMode.Standard,
        _ => throw new NotSupportedException("profile " + profile),
    };

    /// <summary>Makes a call that is responded as given, once for each attempt.</summary>
    /// <returns>What the call ended with; null for a success.</returns>
    public async Task<AwsException?> CallAsync(IEnumerable<JsonElement> answers)
    {
        _answers = [.. answers];
        Requests.Clear();
        try
        {
            await Pipeline.SendAsync(new Call(_description), new object(), CancellationToken.None);
            return null;
        }
        catch (AwsException exception)
        {
            return exception;
        }
    }

    public void Dispose()
    {
        Pipeline.Dispose();
        _invoker.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(await CapturedRequest.FromAsync(request, cancellationToken));
        Received();
        var answer = _answers[Math.Min(Requests.Count, _answers.Count) - 1];
        return answer.TryGetProperty("exception", out var exception) ? throw ExceptionOf(exception.GetString()!) : MessageOf(answer);
    }

    /// <summary>Suites write services as AWS's command line does.</summary>
    private static string ServiceId(string? service) => service switch
    {
        "dynamodb" => "DynamoDB",
        "dynamodb-streams" => "DynamoDB Streams",
        "sqs" or "sfn" or "swf" => service.ToUpperInvariant(),
        _ => "Any",
    };

    private static Exception ExceptionOf(string name) => name switch
    {
        "read-timeout" or "connect-timeout" => new TaskCanceledException(name, new TimeoutException()),
        "connection-error" => new HttpRequestException(name),
        "http-client-error" => new IOException(name),
        _ => throw new NotSupportedException("exception " + name),
    };

    private static HttpResponseMessage MessageOf(JsonElement answer)
    {
        var message = new HttpResponseMessage((HttpStatusCode)answer.GetProperty("status").GetInt32()) { Content = new ByteArrayContent([]) };
        if (answer.TryGetProperty("errorCode", out var code))
        {
            message.Headers.TryAddWithoutValidation("x-amzn-errortype", code.GetString());
        }

        if (answer.TryGetProperty("date", out var date))
        {
            message.Headers.TryAddWithoutValidation("Date", date.GetString());
        }

        foreach (var header in answer.TryGetProperty("headers", out var headers) ? headers.EnumerateObject() : default)
        {
            message.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        }

        return message;
    }

    private sealed class Description : ServiceDescription
    {
        private readonly Dictionary<string, ModeledRetry> _retryable = new(StringComparer.Ordinal);

        public Description(string serviceId, JsonElement errors)
            : base(serviceId, "any", "2026-01-02")
        {
            foreach (var shape in errors.EnumerateObject())
            {
                var code = shape.Value.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString()! : shape.Name;
                _retryable[code] = !shape.Value.TryGetProperty("retryable", out var retryable) ? ModeledRetry.None
                    : retryable.TryGetProperty("throttling", out var throttling) && throttling.GetBoolean() ? ModeledRetry.Throttling
                    : ModeledRetry.Transient;
            }
        }

        protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) => new("https://service.example.com");

        protected internal override AwsServiceException ReadError(ref ErrorReader error) =>
            new ModeledException(error.Message, _retryable.GetValueOrDefault(error.Code));
    }

    private sealed class ModeledException(string? message, ModeledRetry retry) : AwsServiceException(message)
    {
        protected internal override ModeledRetry ModeledRetry => retry;
    }

    private sealed record Answer : AwsResponse;

    private sealed class Call(ServiceDescription service) : Operation<object, Answer>(service, "Call", HttpMethod.Get)
    {
        protected internal override void Write(object input, RequestWriter request) => request.Path("/"u8);

        protected internal override Answer Read(ref ResponseReader response) => new();
    }
}
