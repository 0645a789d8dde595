using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Runtime.Tests.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Client;

/// <summary>No option is lost on its way to the pipeline, and no setting of the environment or the profile is.</summary>
public sealed class OptionTests
{
    /// <summary>A value of each option that is not its default.</summary>
    private static readonly Dictionary<string, object> Values = new(StringComparer.Ordinal)
    {
        [nameof(AwsClientOptions.Region)] = "sa-east-1",
        [nameof(AwsClientOptions.Profile)] = "other",
        [nameof(AwsClientOptions.Credentials)] = TestClient.Credentials,
        [nameof(AwsClientOptions.TokenProvider)] = new Tokens(),
        [nameof(AwsClientOptions.DisableRequestCompression)] = true,
        [nameof(AwsClientOptions.RequestMinCompressionSizeBytes)] = 77,
        [nameof(AwsClientOptions.RequestChecksumCalculation)] = RequestChecksumCalculation.WhenRequired,
        [nameof(AwsClientOptions.ResponseChecksumValidation)] = ResponseChecksumValidation.WhenRequired,
        [nameof(AwsClientOptions.Endpoint)] = new Uri("https://option.example"),
        [nameof(AwsClientOptions.UseFipsEndpoint)] = true,
        [nameof(AwsClientOptions.UseDualStackEndpoint)] = true,
        [nameof(AwsClientOptions.AccountIdEndpointMode)] = AccountIdEndpointMode.Required,
        [nameof(AwsClientOptions.DisableHostPrefixInjection)] = true,
        [nameof(AwsClientOptions.RetryMode)] = RetryMode.Adaptive,
        [nameof(AwsClientOptions.MaxAttempts)] = 9,
        [nameof(AwsClientOptions.AppId)] = "option",
        [nameof(AwsClientOptions.Timeout)] = TimeSpan.FromSeconds(7),
        [nameof(AwsClientOptions.AttemptTimeout)] = TimeSpan.FromSeconds(7),
        [nameof(AwsClientOptions.MaxResponseBytes)] = 7L,
        [nameof(AwsClientOptions.HttpInvoker)] = new HttpMessageInvoker(new StubHandler()),
        [nameof(AwsClientOptions.HttpVersion)] = new Version(2, 0),
        [nameof(AwsClientOptions.HttpVersionPolicy)] = HttpVersionPolicy.RequestVersionExact,
        [nameof(AwsClientOptions.LoggerFactory)] = NullLoggerFactory.Instance,
        [nameof(AwsClientOptions.TimeProvider)] = new FakeClock(),
        [nameof(AwsClientOptions.IdempotencyTokenGenerator)] = static () => "token",
    };

    public static TheoryData<string> Names => [.. Values.Keys];

    /// <summary>Each variable of the environment with a value that is not the default of its setting.</summary>
    public static IEnumerable<object[]> Variables =>
        SharedConfigTests.Sources.DistinctBy(static row => row[1]).Select(static row => new[] { row[1], row[2] });

    [Fact]
    public void Every_option_has_a_value_here() =>
        Assert.Equal(typeof(AwsClientOptions).GetProperties().Select(static option => option.Name).Order(StringComparer.Ordinal), Values.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_option_reaches_the_pipeline(string name)
    {
        var setting = typeof(PipelineSettings).GetProperty(name == nameof(AwsClientOptions.LoggerFactory) ? nameof(PipelineSettings.Log) : name);

        Assert.True(setting is not null, "PipelineSettings has no property for the option " + name + ".");
        Assert.NotEqual(setting.GetValue(Settings(null)), setting.GetValue(Settings(name)));
    }

    [Theory]
    [MemberData(nameof(Variables))]
    public void Each_variable_reaches_the_pipeline(string variable, string value) => Assert.NotEqual(Settings(null), Settings(null, variable, value));

    [Theory]
    [MemberData(nameof(Variables))]
    public void An_option_goes_before_its_variable(string variable, string value)
    {
        var changed = typeof(PipelineSettings).GetProperties().Where(setting => !Equals(setting.GetValue(Settings(null)), setting.GetValue(Settings(null, variable, value))));

        // The preference among authentication schemes has no option of its own.
        var options = changed.Select(static setting => setting.Name).Where(Values.ContainsKey).ToList();
        Assert.True(options.Count > 0 || variable == "AWS_AUTH_SCHEME_PREFERENCE", "No option goes before " + variable + ".");
        Assert.All(options, name => Assert.Equal(Get(Settings(name), name), Get(Settings(name, variable, value), name)));
    }

    private static object? Get(PipelineSettings settings, string name) => typeof(PipelineSettings).GetProperty(name)!.GetValue(settings);

    private static PipelineSettings Settings(string? option, string? variable = null, string? value = null)
    {
        var options = new AwsClientOptions { Variables = new EnvironmentVariables(name => name == variable ? value : null) };
        if (option is not null)
        {
            typeof(AwsClientOptions).GetProperty(option)!.SetValue(options, Values[option]);
        }

        // The environment itself is no setting, and compares by reference.
        return options.ToSettings(TestService.Description) with { Variables = TestClient.NoVariables };
    }

    private sealed class Tokens : IAwsTokenProvider
    {
        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new("token");
    }
}
