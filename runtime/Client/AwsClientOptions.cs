using System;
using System.Net.Http;
using System.Threading;
using DataZoneGen.Wire;

namespace DataZoneGen;

/// <summary>The settings of a client. The client takes them down when it is made; later changes have no effect on it.</summary>
public class AwsClientOptions
{
    private const int DefaultMinCompressionBytes = 10 * 1024;
    private const long DefaultMaxResponseBytes = 64L * 1024 * 1024;

    /// <summary>
    /// The region, such as <c>us-east-1</c>. Without it: the environment variables <c>AWS_REGION</c> and <c>AWS_DEFAULT_REGION</c>, then the profile,
    /// then the machine's metadata.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The profile of the shared AWS configuration files to take credentials and region from. Without it: credentials from the environment, then
    /// <c>AWS_PROFILE</c> and the rest of the usual AWS chain.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>Where credentials come from; goes before <see cref="Profile"/> and the usual chain.</summary>
    public IAwsCredentialsProvider? Credentials { get; set; }

    /// <summary>Where bearer tokens come from; only asked by services that take them in place of signatures.</summary>
    public IAwsTokenProvider? TokenProvider { get; set; }

    /// <summary>Whether to send bodies as they are, even where the service takes compressed ones.</summary>
    public bool DisableRequestCompression { get; set; }

    /// <summary>The shortest body that is compressed where the service allows it, in bytes; 10 KiB.</summary>
    public int RequestMinCompressionSizeBytes { get; set; } = DefaultMinCompressionBytes;

    /// <summary>
    /// An endpoint to use in place of the service's own. Without it: the environment variables <c>AWS_ENDPOINT_URL_</c> with the service's id, then
    /// <c>AWS_ENDPOINT_URL</c>. A path in it is put before the path of every request.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Whether to call endpoints validated under FIPS 140.</summary>
    public bool UseFipsEndpoint { get; set; }

    /// <summary>Whether to call endpoints that serve IPv6 as well.</summary>
    public bool UseDualStackEndpoint { get; set; }

    /// <summary>How failed requests are sent again.</summary>
    public RetryMode RetryMode { get; set; }

    /// <summary>
    /// How many times a request is sent at most, the first included. 1 sends nothing again, for those who have retries of their own.
    /// </summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>
    /// The longest a call may take, all attempts and waits included; 100 seconds. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> sets
    /// no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The longest one attempt may take until its answer has been read. No limit unless set.</summary>
    public TimeSpan AttemptTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>The longest answer that is read, in bytes; 64 MiB.</summary>
    public long MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>
    /// What sends HTTP requests: an <see cref="HttpClient"/>, perhaps of an HTTP client factory, or an invoker over a handler. It is not disposed
    /// of. Without it the client makes its own. It should follow no redirects and keep no cookies.
    /// </summary>
    public HttpMessageInvoker? HttpInvoker { get; set; }

    /// <summary>The clock by which requests are dated, waits measured and time limits kept.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where idempotency tokens come from that the caller leaves out; random GUIDs unless set.</summary>
    public Func<string>? IdempotencyTokenGenerator { get; set; }

    /// <summary>Where random waits come from: numbers from 0 up to 1.</summary>
    internal Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>Takes the settings down.</summary>
    /// <exception cref="ArgumentException">One is out of range; the exception names it.</exception>
    internal PipelineSettings ToSettings(ServiceDescription service)
    {
        var isRegion = Region is null || EndpointRules.IsValidHostLabel(Region, allowDots: false);
        Require(isRegion, nameof(Region), "A region is letters, digits and hyphens.");
        Require(Profile is null || Profile.Length > 0, nameof(Profile), "A profile has a name.");
        var isEndpoint = Endpoint is null || ResolvedEndpoint.IsUsable(Endpoint);
        Require(isEndpoint, nameof(Endpoint), "An endpoint is an absolute http or https URL without user, query and fragment.");
        Require(Enum.IsDefined(RetryMode), nameof(RetryMode), "There is no such mode.");
        Require(MaxAttempts >= 1, nameof(MaxAttempts), "There is at least one attempt.");
        Require(IsTimeLimit(Timeout), nameof(Timeout), "A time limit is positive or infinite.");
        Require(IsTimeLimit(AttemptTimeout), nameof(AttemptTimeout), "A time limit is positive or infinite.");
        Require(MaxResponseBytes is >= 1 and <= int.MaxValue, nameof(MaxResponseBytes), "It lies between 1 and 2,147,483,647.");
        Require(RequestMinCompressionSizeBytes >= 0, nameof(RequestMinCompressionSizeBytes), "A length is not negative.");
        Require(TimeProvider is not null, nameof(TimeProvider), "There must be a clock.");
        return new PipelineSettings
        {
            Service = service,
            Region = Region,
            Profile = Profile,
            Credentials = Credentials,
            TokenProvider = TokenProvider,
            DisableRequestCompression = DisableRequestCompression,
            RequestMinCompressionSizeBytes = RequestMinCompressionSizeBytes,
            Endpoint = Endpoint?.OriginalString,
            UseFipsEndpoint = UseFipsEndpoint,
            UseDualStackEndpoint = UseDualStackEndpoint,
            RetryMode = RetryMode,
            MaxAttempts = MaxAttempts,
            Timeout = Timeout,
            AttemptTimeout = AttemptTimeout,
            MaxResponseBytes = MaxResponseBytes,
            HttpInvoker = HttpInvoker,
            TimeProvider = TimeProvider!,
            IdempotencyTokenGenerator = IdempotencyTokenGenerator,
            Jitter = Jitter,
        };
    }

    // A timer takes no more milliseconds than this.
    private static bool IsTimeLimit(TimeSpan value)
        => value == System.Threading.Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds < uint.MaxValue);

    private static void Require(bool condition, string name, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, name);
        }
    }
}
