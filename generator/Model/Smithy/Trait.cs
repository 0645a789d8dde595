namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>The traits that the generator reads. All others are ignored.</summary>
internal static class Trait
{
    public const string Auth = "smithy.api#auth";
    public const string ClientContextParams = "smithy.rules#clientContextParams";
    public const string ContextParam = "smithy.rules#contextParam";
    public const string Deprecated = "smithy.api#deprecated";
    public const string Documentation = "smithy.api#documentation";
    public const string Endpoint = "smithy.api#endpoint";
    public const string EndpointBdd = "smithy.rules#endpointBdd";
    public const string EndpointRuleSet = "smithy.rules#endpointRuleSet";
    public const string Enum = "smithy.api#enum";
    public const string EnumValue = "smithy.api#enumValue";
    public const string Error = "smithy.api#error";
    public const string EventHeader = "smithy.api#eventHeader";
    public const string EventPayload = "smithy.api#eventPayload";
    public const string HostLabel = "smithy.api#hostLabel";
    public const string Http = "smithy.api#http";
    public const string HttpChecksum = "aws.protocols#httpChecksum";
    public const string HttpChecksumRequired = "smithy.api#httpChecksumRequired";
    public const string HttpError = "smithy.api#httpError";
    public const string HttpHeader = "smithy.api#httpHeader";
    public const string HttpLabel = "smithy.api#httpLabel";
    public const string HttpPayload = "smithy.api#httpPayload";
    public const string HttpPrefixHeaders = "smithy.api#httpPrefixHeaders";
    public const string HttpQuery = "smithy.api#httpQuery";
    public const string HttpQueryParams = "smithy.api#httpQueryParams";
    public const string HttpResponseCode = "smithy.api#httpResponseCode";
    public const string IdempotencyToken = "smithy.api#idempotencyToken";
    public const string JsonName = "smithy.api#jsonName";
    public const string Length = "smithy.api#length";
    public const string MediaType = "smithy.api#mediaType";
    public const string Mixin = "smithy.api#mixin";
    public const string OperationContextParams = "smithy.rules#operationContextParams";
    public const string OptionalAuth = "smithy.api#optionalAuth";
    public const string Paginated = "smithy.api#paginated";
    public const string Pattern = "smithy.api#pattern";
    public const string Range = "smithy.api#range";
    public const string RequestCompression = "smithy.api#requestCompression";
    public const string Required = "smithy.api#required";
    public const string RequiresLength = "smithy.api#requiresLength";
    public const string Retryable = "smithy.api#retryable";
    public const string Sensitive = "smithy.api#sensitive";
    public const string AwsQueryError = "aws.protocols#awsQueryError";
    public const string AwsQueryCompatible = "aws.protocols#awsQueryCompatible";
    public const string Service = "aws.api#service";
    public const string SigV4 = "aws.auth#sigv4";
    public const string Sparse = "smithy.api#sparse";
    public const string StaticContextParams = "smithy.rules#staticContextParams";
    public const string Streaming = "smithy.api#streaming";
    public const string TimestampFormat = "smithy.api#timestampFormat";
    public const string Title = "smithy.api#title";
    public const string TraitDefinition = "smithy.api#trait";
    public const string UnsignedPayload = "aws.auth#unsignedPayload";
    public const string Waitable = "smithy.waiters#waitable";
}
