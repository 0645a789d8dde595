using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Microsoft.Extensions.Logging;

namespace DataZoneGen;

/// <summary>The settings of a client. The client takes them down when it is made; later changes have no effect on it.</summary>
public class AwsClientOptions
{
    private const int DefaultMinCompressionBytes = 10 * 1024;
    private const long DefaultMaxResponseBytes = 64L * 1024 * 1024;

    // Made where a logger is set, and nowhere else: a native program that sets none holds no code that logs.
    private Func<string, ClientLog>? _createLog;

    /// <summary>
    /// The region, such as <c>us-east-1</c>. Without it: the environment variables <c>AWS_REGION</c> and <c>AWS_DEFAULT_REGION</c>, then <c>region</c>
    /// of the profile, then the machine's metadata.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The profile of the shared AWS configuration files to take credentials and settings from. Without it: credentials from the environment, then
    /// the profile in <c>AWS_PROFILE</c> or else <c>default</c>, and the rest of the usual AWS chain.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>Where credentials come from; goes before <see cref="Profile"/> and the usual chain.</summary>
    public IAwsCredentialsProvider? Credentials { get; set; }

    /// <summary>
    /// Where bearer tokens come from; only asked for services that accept them. A service that accepts signatures as well gets the token: who gives
    /// one means it to be used. Without it: the environment variable <c>AWS_BEARER_TOKEN_</c> with the service's signing name, such as
    /// <c>AWS_BEARER_TOKEN_BEDROCK</c>, then, for services that accept nothing else, single sign-on as the profile has it.
    /// </summary>
    public IAwsTokenProvider? TokenProvider { get; set; }

    /// <summary>
    /// Whether to send bodies as they are, even where the service takes compressed ones. Without it: <c>AWS_DISABLE_REQUEST_COMPRESSION</c>, then
    /// <c>disable_request_compression</c> of the profile, then <see langword="false"/>.
    /// </summary>
    public bool? DisableRequestCompression { get; set; }

    /// <summary>
    /// The shortest body that is compressed where the service allows it, in bytes. Without it: <c>AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES</c>, then
    /// <c>request_min_compression_size_bytes</c> of the profile, then 10 KiB.
    /// </summary>
    public int? RequestMinCompressionSizeBytes { get; set; }

    /// <summary>
    /// An endpoint to use in place of the service's own. Without it: the environment variables <c>AWS_ENDPOINT_URL_</c> with the service's id, then
    /// <c>AWS_ENDPOINT_URL</c>, then <c>endpoint_url</c> of the profile's <c>services</c> section, then that of the profile; none of these when
    /// <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS</c> or <c>ignore_configured_endpoint_urls</c> says so. A path in it is put before the path of every
    /// request.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Whether to call endpoints validated under FIPS 140. Without it: <c>AWS_USE_FIPS_ENDPOINT</c>, then <c>use_fips_endpoint</c> of the profile, then
    /// <see langword="false"/>.
    /// </summary>
    public bool? UseFipsEndpoint { get; set; }

    /// <summary>
    /// Whether to call endpoints that serve IPv6 as well. Without it: <c>AWS_USE_DUALSTACK_ENDPOINT</c>, then <c>use_dualstack_endpoint</c> of the
    /// profile, then <see langword="false"/>.
    /// </summary>
    public bool? UseDualStackEndpoint { get; set; }

    /// <summary>
    /// Whether to send every request to the endpoint's own host, also where the operation has a prefix for it, such as <c>sync-</c>. Without it:
    /// <c>AWS_DISABLE_HOST_PREFIX_INJECTION</c>, then <c>disable_host_prefix_injection</c> of the profile, then whether the host is an IP address or
    /// <c>localhost</c>, which has no names below it.
    /// </summary>
    public bool? DisableHostPrefixInjection { get; set; }

    /// <summary>
    /// How failed requests are sent again. Without it: <c>AWS_RETRY_MODE</c>, then <c>retry_mode</c> of the profile, then
    /// <see cref="RetryMode.Standard"/>, which <c>legacy</c> stands for as well.
    /// </summary>
    public RetryMode? RetryMode { get; set; }

    /// <summary>
    /// How many times a request is sent at most, the first included. Without it: <c>AWS_MAX_ATTEMPTS</c>, then <c>max_attempts</c> of the profile, then
    /// 3, or what AWS has set for the service (4 for DynamoDB). 1 sends nothing again, for those who have retries of their own.
    /// </summary>
    public int? MaxAttempts { get; set; }

    /// <summary>
    /// What the user agent says about the application: at most 50 letters, digits and <c>!#$%&amp;'*+-.^_`|~</c>. Without it: <c>AWS_SDK_UA_APP_ID</c>,
    /// then <c>sdk_ua_app_id</c> of the profile.
    /// </summary>
    public string? AppId { get; set; }

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

    /// <summary>
    /// The version of HTTP to ask for, such as <see cref="System.Net.HttpVersion.Version20"/>. Without it: that of an <see cref="HttpClient"/> in
    /// <see cref="HttpInvoker"/>, then 1.1. Events are sent with 2.0 at least, for only there an answer can come meanwhile.
    /// </summary>
    public Version? HttpVersion { get; set; }

    /// <summary>
    /// What may come in place of that version. Without it: what an <see cref="HttpClient"/> in <see cref="HttpInvoker"/> says, then
    /// <see cref="System.Net.Http.HttpVersionPolicy.RequestVersionOrLower"/>.
    /// </summary>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }

    /// <summary>
    /// Where the client logs, under a category of the service's name such as <c>DataZoneGen.DataZone</c>. Nothing that it logs is secret. It logs
    /// nothing unless set.
    /// </summary>
    public ILoggerFactory? LoggerFactory
    {
        get;
        set
        {
            field = value;
            _createLog = value is null ? null : category => new LoggerLog(value.CreateLogger(category));
        }
    }

    /// <summary>The clock by which requests are dated, waits measured and time limits kept.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where idempotency tokens come from that the caller leaves out; random GUIDs unless set.</summary>
    public Func<string>? IdempotencyTokenGenerator { get; set; }

    /// <summary>Where random waits come from: numbers from 0 up to 1.</summary>
    internal Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>The environment that settings are taken from.</summary>
    internal EnvironmentVariables Variables { get; set; } = EnvironmentVariables.OfProcess;

    /// <summary>What the service's own settings tell its endpoint rules; generated options override it where there are such settings.</summary>
    /// <returns>The values; <see langword="null"/> for none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual EndpointContext? GetEndpointContext() => null;

    /// <summary>A copy that later changes do not reach.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the exception names it.</exception>
    internal AwsClientOptions TakeDown()
    {
        Validate();
        return (AwsClientOptions)MemberwiseClone();
    }

    /// <summary>The settings of a client: these options, and for what they leave open the environment, the profile and the defaults.</summary>
    /// <exception cref="AwsConfigurationException">The environment or the profile has a value that is none.</exception>
    internal PipelineSettings ToSettings(ServiceDescription service)
    {
        var shared = new SharedConfig(Profile, service.ServiceId, Variables);
        var mode = RetryMode ?? shared.RetryMode ?? DataZoneGen.RetryMode.Standard;
        var region = Region ?? shared.Region;
        var settings = new PipelineSettings
        {
            Service = service,
            Region = region,
            MissingRegionMessage = region is null ? shared.MissingRegionMessage : "",
            UsesInstanceRegion = region is null && !shared.IsProfileMissing,
            Profile = Profile,
            Credentials = Credentials,
            TokenProvider = TokenProvider,
            PrefersBearerToken = shared.PrefersBearerToken ?? false,
            DisableRequestCompression = DisableRequestCompression ?? shared.DisableRequestCompression ?? false,
            RequestMinCompressionSizeBytes = RequestMinCompressionSizeBytes ?? shared.RequestMinCompressionSizeBytes ?? DefaultMinCompressionBytes,
            Endpoint = Endpoint?.OriginalString ?? shared.EndpointUrl,
            EndpointContext = GetEndpointContext(),
            UseFipsEndpoint = UseFipsEndpoint ?? shared.UseFipsEndpoint ?? false,
            UseDualStackEndpoint = UseDualStackEndpoint ?? shared.UseDualStackEndpoint ?? false,
            DisableHostPrefixInjection = DisableHostPrefixInjection ?? shared.DisableHostPrefixInjection,
            RetryMode = mode,
            MaxAttempts = MaxAttempts ?? shared.MaxAttempts ?? ServiceCustomizations.GetRetryProfile(mode, service.ServiceId).MaxAttempts,
            AppId = AppId ?? shared.AppId,
            Timeout = Timeout,
            AttemptTimeout = AttemptTimeout,
            MaxResponseBytes = MaxResponseBytes,
            HttpInvoker = HttpInvoker,
            HttpVersion = HttpVersion,
            HttpVersionPolicy = HttpVersionPolicy,
            Log = _createLog?.Invoke(TelemetryNames.SourcePrefix + service.ServiceId),
            TimeProvider = TimeProvider,
            IdempotencyTokenGenerator = IdempotencyTokenGenerator,
            Variables = Variables,
            Jitter = Jitter,
        };
        foreach (var problem in shared.Problems)
        {
            settings.Log?.ConfigurationIgnored(problem);
        }

        return settings;
    }

    private void Validate()
    {
        var isRegion = Region is null || EndpointRules.IsValidHostLabel(Region, allowDots: false);
        Require(isRegion, nameof(Region), "A region is letters, digits and hyphens.");
        Require(Profile is null || Profile.Length > 0, nameof(Profile), "A profile has a name.");
        var isEndpoint = Endpoint is null || ResolvedEndpoint.IsUsable(Endpoint);
        Require(isEndpoint, nameof(Endpoint), "An endpoint is an absolute http or https URL without user, query and fragment.");
        Require(RetryMode is not { } mode || Enum.IsDefined(mode), nameof(RetryMode), "There is no such mode.");
        Require(MaxAttempts is null or >= 1, nameof(MaxAttempts), "There is at least one attempt.");
        Require(AppId is null || SharedConfig.IsAppId(AppId), nameof(AppId), "It is at most 50 letters, digits and !#$%&'*+-.^_`|~.");
        Require(IsTimeLimit(Timeout), nameof(Timeout), "A time limit is positive or infinite.");
        Require(IsTimeLimit(AttemptTimeout), nameof(AttemptTimeout), "A time limit is positive or infinite.");
        Require(MaxResponseBytes is >= 1 and <= int.MaxValue, nameof(MaxResponseBytes), "It lies between 1 and 2,147,483,647.");
        Require(RequestMinCompressionSizeBytes is null or >= 0, nameof(RequestMinCompressionSizeBytes), "A length is not negative.");
        Require(HttpVersion is null or { Major: >= 1 and <= 3 }, nameof(HttpVersion), "HTTP has the versions 1 to 3.");
        Require(HttpVersionPolicy is not { } policy || Enum.IsDefined(policy), nameof(HttpVersionPolicy), "There is no such policy.");
        Require(TimeProvider is not null, nameof(TimeProvider), "There must be a clock.");
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
