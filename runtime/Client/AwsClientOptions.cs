using System;
using System.ComponentModel;
using System.Net.Http;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Microsoft.Extensions.Logging;

namespace DataZoneGen;

/// <summary>The options of a client. The client copies them when it is created; later changes have no effect on it.</summary>
public class AwsClientOptions
{
    private const int DefaultMinCompressionBytes = 10 * 1024;
    private const long DefaultMaxResponseBytes = 64L * 1024 * 1024;

    // Only the setter of LoggerFactory creates this, so that AOT compilation can trim all logging code from a program that sets no logger.
    private Func<string, ClientLog>? _createLog;

    /// <summary>
    /// The region, such as <c>us-east-1</c>. Default: the environment variables <c>AWS_REGION</c> and <c>AWS_DEFAULT_REGION</c>, then <c>region</c>
    /// of the profile, then the instance metadata.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The profile of the shared AWS configuration files to take credentials and settings from. Default: credentials from the environment, then
    /// the profile in <c>AWS_PROFILE</c> or else <c>default</c>, and the rest of the default AWS credentials chain.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>The source of credentials. It takes precedence over <see cref="Profile"/> and the default chain.</summary>
    public IAwsCredentialsProvider? Credentials { get; set; }

    /// <summary>
    /// The source of bearer tokens, used only for services that accept them. If a service accepts both tokens and signatures and this is set, the
    /// client uses tokens. Default: the environment variable <c>AWS_BEARER_TOKEN_</c> with the service's signing name, such as
    /// <c>AWS_BEARER_TOKEN_BEDROCK</c>, then, for services that accept only tokens, the SSO session of the profile.
    /// </summary>
    public IAwsTokenProvider? TokenProvider { get; set; }

    /// <summary>
    /// Whether to send request bodies uncompressed, even where the service accepts compressed ones. Default: <c>AWS_DISABLE_REQUEST_COMPRESSION</c>, then
    /// <c>disable_request_compression</c> of the profile, then <see langword="false"/>.
    /// </summary>
    public bool? DisableRequestCompression { get; set; }

    /// <summary>
    /// The minimum size of a body to compress where the service allows it, in bytes. Default: <c>AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES</c>, then
    /// <c>request_min_compression_size_bytes</c> of the profile, then 10 KiB.
    /// </summary>
    public int? RequestMinCompressionSizeBytes { get; set; }

    /// <summary>
    /// When requests have checksums, for the operations that have them, such as those of S3. Default: <c>AWS_REQUEST_CHECKSUM_CALCULATION</c>, then
    /// <c>request_checksum_calculation</c> of the profile, then <see cref="RequestChecksumCalculation.WhenSupported"/>.
    /// </summary>
    public RequestChecksumCalculation? RequestChecksumCalculation { get; set; }

    /// <summary>
    /// When responses are compared with their checksums, for the operations that have them, such as <c>GetObject</c> of S3. Default:
    /// <c>AWS_RESPONSE_CHECKSUM_VALIDATION</c>, then <c>response_checksum_validation</c> of the profile, then
    /// <see cref="ResponseChecksumValidation.WhenSupported"/>.
    /// </summary>
    public ResponseChecksumValidation? ResponseChecksumValidation { get; set; }

    /// <summary>
    /// An endpoint to use in place of the default endpoint of the service. Default: the environment variables <c>AWS_ENDPOINT_URL_</c> with the service's id, then
    /// <c>AWS_ENDPOINT_URL</c>, then <c>endpoint_url</c> of the profile's <c>services</c> section, then <c>endpoint_url</c> of the profile; none of these if
    /// <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS</c> or <c>ignore_configured_endpoint_urls</c> is <c>true</c>. Its path, if any, is
    /// prepended to the path of every request.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Whether to use FIPS endpoints. Default: <c>AWS_USE_FIPS_ENDPOINT</c>, then <c>use_fips_endpoint</c> of the profile, then
    /// <see langword="false"/>.
    /// </summary>
    public bool? UseFipsEndpoint { get; set; }

    /// <summary>
    /// Whether to use dual-stack endpoints, which support IPv6 and IPv4. Default: <c>AWS_USE_DUALSTACK_ENDPOINT</c>, then <c>use_dualstack_endpoint</c> of the
    /// profile, then <see langword="false"/>.
    /// </summary>
    public bool? UseDualStackEndpoint { get; set; }

    /// <summary>
    /// Whether to use endpoints of the account for services that have them, such as DynamoDB. They need credentials with an
    /// <see cref="AwsCredentials.AccountId"/>. Default: <c>AWS_ACCOUNT_ID_ENDPOINT_MODE</c>, then <c>account_id_endpoint_mode</c> of the profile, then
    /// <see cref="AccountIdEndpointMode.Preferred"/>.
    /// </summary>
    public AccountIdEndpointMode? AccountIdEndpointMode { get; set; }

    /// <summary>
    /// Whether to send every request to the endpoint's host, even if the operation has a host prefix, such as <c>sync-</c>. Default:
    /// <c>AWS_DISABLE_HOST_PREFIX_INJECTION</c>, then <c>disable_host_prefix_injection</c> of the profile, then <see langword="true"/> if the
    /// host is an IP address or <c>localhost</c>, which have no subdomains.
    /// </summary>
    public bool? DisableHostPrefixInjection { get; set; }

    /// <summary>
    /// How failed requests are retried. Default: <c>AWS_RETRY_MODE</c>, then <c>retry_mode</c> of the profile, then
    /// <see cref="RetryMode.Standard"/>. The value <c>legacy</c> means <see cref="RetryMode.Standard"/>, too.
    /// </summary>
    public RetryMode? RetryMode { get; set; }

    /// <summary>
    /// The maximum number of attempts, including the first one. Default: <c>AWS_MAX_ATTEMPTS</c>, then <c>max_attempts</c> of the profile, then
    /// 3, or what AWS defines for the service (4 for DynamoDB). 1 disables retries.
    /// </summary>
    public int? MaxAttempts { get; set; }

    /// <summary>
    /// The application id in the user agent: at most 50 letters, digits and <c>!#$%&amp;'*+-.^_`|~</c>. Default: <c>AWS_SDK_UA_APP_ID</c>,
    /// then <c>sdk_ua_app_id</c> of the profile.
    /// </summary>
    public string? AppId { get; set; }

    /// <summary>
    /// The maximum duration of a call, including all attempts and delays. Default: 100 seconds.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> means no limit.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The maximum duration of one attempt, including reading the response. Default: no limit. Operations that wait on the server for a message or a task
    /// have at least the time that this may take: 25 seconds in SQS, 70 seconds in Step Functions and SWF.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>The maximum size of a response, in bytes. Default: 64 MiB.</summary>
    public long MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>
    /// The invoker that sends HTTP requests, such as an <see cref="HttpClient"/> from an HTTP client factory. It should not follow redirects or store
    /// cookies. The client does not dispose it. Default: an invoker that the client creates and disposes.
    /// </summary>
    public HttpMessageInvoker? HttpInvoker { get; set; }

    /// <summary>
    /// The HTTP version to request, such as <see cref="System.Net.HttpVersion.Version20"/>. Default: the version of the <see cref="HttpClient"/> in
    /// <see cref="HttpInvoker"/>, then 1.1. Event streams use at least 2.0, because a response can start during the request only there.
    /// </summary>
    public Version? HttpVersion { get; set; }

    /// <summary>
    /// Which other HTTP versions are allowed. Default: the policy of the <see cref="HttpClient"/> in <see cref="HttpInvoker"/>, then
    /// <see cref="System.Net.Http.HttpVersionPolicy.RequestVersionOrLower"/>.
    /// </summary>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }

    /// <summary>
    /// The factory of the client's logger, whose category has the service's name, such as <c>DataZoneGen.DataZone</c>. Log messages contain no
    /// secrets. Default: no logging.
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

    /// <summary>The clock for timestamps of requests, delays and timeouts.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Creates the idempotency tokens that the caller does not set. Default: random GUIDs.</summary>
    public Func<string>? IdempotencyTokenGenerator { get; set; }

    /// <summary>Returns random numbers from 0 (inclusive) to 1 (exclusive) for the jitter of delays.</summary>
    internal Func<double> Jitter { get; set; } = Random.Shared.NextDouble;

    /// <summary>The environment to read settings from.</summary>
    internal EnvironmentVariables Variables { get; set; } = EnvironmentVariables.Process;

    /// <summary>Returns the values of endpoint parameters that are specific to the service. Generated options override it if there are any.</summary>
    /// <returns>The values; <see langword="null"/> if there are none.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual EndpointContext? GetEndpointContext() => null;

    /// <summary>Validates the options and copies them.</summary>
    /// <exception cref="ArgumentException">An option is not valid; the exception names it.</exception>
    internal AwsClientOptions Snapshot()
    {
        Validate();
        return (AwsClientOptions)MemberwiseClone();
    }

    /// <summary>Combines these options with the environment, the profile and the defaults, in this order of precedence.</summary>
    /// <exception cref="AwsConfigurationException">The environment or the profile has a value that is not valid.</exception>
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
            RequestChecksumCalculation = RequestChecksumCalculation ?? shared.RequestChecksumCalculation ?? DataZoneGen.RequestChecksumCalculation.WhenSupported,
            ResponseChecksumValidation = ResponseChecksumValidation ?? shared.ResponseChecksumValidation ?? DataZoneGen.ResponseChecksumValidation.WhenSupported,
            Endpoint = Endpoint?.OriginalString ?? shared.EndpointUrl,
            EndpointContext = CompleteEndpointContext(GetEndpointContext(), service, shared),
            UseFipsEndpoint = UseFipsEndpoint ?? shared.UseFipsEndpoint ?? false,
            UseDualStackEndpoint = UseDualStackEndpoint ?? shared.UseDualStackEndpoint ?? false,
            AccountIdEndpointMode = AccountIdEndpointMode ?? shared.AccountIdEndpointMode ?? DataZoneGen.AccountIdEndpointMode.Preferred,
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

    /// <summary>Sets the service-specific endpoint parameters that only the environment or the profile have.</summary>
    private static EndpointContext? CompleteEndpointContext(EndpointContext? context, ServiceDescription service, SharedConfig shared)
    {
        foreach (var setting in service.Storage?.Settings ?? [])
        {
            if (context?.Find(setting.Parameter) is null)
            {
                context = (context ?? new EndpointContext()).Set(setting.Parameter, shared.FindBoolean(setting.Variable, setting.Key));
            }
        }

        return context;
    }

    private void Validate()
    {
        var isRegionValid = Region is null || EndpointRules.IsValidHostLabel(Region, allowDots: false);
        Require(isRegionValid, nameof(Region), "A region consists of letters, digits and hyphens.");
        Require(Profile is null || Profile.Length > 0, nameof(Profile), "A profile name must not be empty.");
        var isEndpointValid = Endpoint is null || ResolvedEndpoint.IsUsable(Endpoint);
        Require(isEndpointValid, nameof(Endpoint), "An endpoint must be an absolute http or https URL without user information, query and fragment.");
        Require(AccountIdEndpointMode is not { } account || Enum.IsDefined(account), nameof(AccountIdEndpointMode), "The mode is not defined.");
        Require(RequestChecksumCalculation is not { } calculation || Enum.IsDefined(calculation), nameof(RequestChecksumCalculation), "The value is not defined.");
        Require(ResponseChecksumValidation is not { } validation || Enum.IsDefined(validation), nameof(ResponseChecksumValidation), "The value is not defined.");
        Require(RetryMode is not { } mode || Enum.IsDefined(mode), nameof(RetryMode), "The retry mode is not defined.");
        Require(MaxAttempts is null or >= 1, nameof(MaxAttempts), "The value must be at least 1.");
        Require(AppId is null || SharedConfig.IsAppId(AppId), nameof(AppId), "An application id has at most 50 characters: letters, digits and !#$%&'*+-.^_`|~.");
        Require(IsTimeout(Timeout), nameof(Timeout), "A timeout must be positive or infinite.");
        Require(IsTimeout(AttemptTimeout), nameof(AttemptTimeout), "A timeout must be positive or infinite.");
        Require(MaxResponseBytes is >= 1 and <= int.MaxValue, nameof(MaxResponseBytes), "The value must be between 1 and 2,147,483,647.");
        Require(RequestMinCompressionSizeBytes is null or >= 0, nameof(RequestMinCompressionSizeBytes), "The value must not be negative.");
        Require(HttpVersion is null or { Major: >= 1 and <= 3 }, nameof(HttpVersion), "The major version must be 1, 2 or 3.");
        Require(HttpVersionPolicy is not { } policy || Enum.IsDefined(policy), nameof(HttpVersionPolicy), "The version policy is not defined.");
        Require(TimeProvider is not null, nameof(TimeProvider), "The value must not be null.");
    }

    // Timers support no longer duration.
    private static bool IsTimeout(TimeSpan value)
        => value == System.Threading.Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value.TotalMilliseconds < uint.MaxValue);

    private static void Require(bool condition, string name, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message, name);
        }
    }
}
