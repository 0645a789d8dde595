using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Configuration;

/// <summary>Which of option, environment and profile counts, setting by setting.</summary>
public class SharedConfigTests
{
    // Schemes that are not known are passed over, so no value is a bad one.
    private const string AuthSchemePreference = "auth_scheme_preference";

    private static readonly Dictionary<string, Func<SharedConfig, object?>> Settings = new(StringComparer.Ordinal)
    {
        ["region"] = static settings => settings.Region,
        ["retry_mode"] = static settings => settings.RetryMode,
        ["max_attempts"] = static settings => settings.MaxAttempts,
        ["use_fips_endpoint"] = static settings => settings.UseFipsEndpoint,
        ["use_dualstack_endpoint"] = static settings => settings.UseDualStackEndpoint,
        ["account_id_endpoint_mode"] = static settings => settings.AccountIdEndpointMode,
        ["endpoint_url"] = static settings => settings.EndpointUrl,
        ["sdk_ua_app_id"] = static settings => settings.AppId,
        ["disable_host_prefix_injection"] = static settings => settings.DisableHostPrefixInjection,
        ["disable_request_compression"] = static settings => settings.DisableRequestCompression,
        ["request_min_compression_size_bytes"] = static settings => settings.RequestMinCompressionSizeBytes,
        ["request_checksum_calculation"] = static settings => settings.RequestChecksumCalculation,
        ["response_checksum_validation"] = static settings => settings.ResponseChecksumValidation,
        [AuthSchemePreference] = static settings => settings.PrefersBearerToken,
    };

    public static TheoryData<string, string, string, object, string, object> Sources => new()
    {
        { "region", "AWS_REGION", "eu-west-1", "eu-west-1", "us-east-2", "us-east-2" },
        { "region", "AWS_DEFAULT_REGION", "eu-west-1", "eu-west-1", "us-east-2", "us-east-2" },
        { "retry_mode", "AWS_RETRY_MODE", "Adaptive", RetryMode.Adaptive, "Legacy", RetryMode.Standard },
        { "retry_mode", "AWS_RETRY_MODE", "adaptive", RetryMode.Adaptive, "standard", RetryMode.Standard },
        { "max_attempts", "AWS_MAX_ATTEMPTS", "5", 5, "7", 7 },
        { "use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT", "true", true, "False", false },
        { "use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT", "true", true, "False", false },
        { "account_id_endpoint_mode", "AWS_ACCOUNT_ID_ENDPOINT_MODE", "Required", AccountIdEndpointMode.Required, "preferred", AccountIdEndpointMode.Preferred },
        { "account_id_endpoint_mode", "AWS_ACCOUNT_ID_ENDPOINT_MODE", "required", AccountIdEndpointMode.Required, "disabled", AccountIdEndpointMode.Disabled },
        { "endpoint_url", "AWS_ENDPOINT_URL", "https://a.example", "https://a.example", "http://b.example/base", "http://b.example/base" },
        { "endpoint_url", "AWS_ENDPOINT_URL_TEST_STORE", "https://a.example", "https://a.example", "http://b.example/base", "http://b.example/base" },
        { "sdk_ua_app_id", "AWS_SDK_UA_APP_ID", "nightly", "nightly", "daily#2", "daily#2" },
        { "disable_host_prefix_injection", "AWS_DISABLE_HOST_PREFIX_INJECTION", "true", true, "false", false },
        { "disable_request_compression", "AWS_DISABLE_REQUEST_COMPRESSION", "TRUE", true, "false", false },
        { "request_min_compression_size_bytes", "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "0", 0, "128", 128 },
        {
            "request_checksum_calculation", "AWS_REQUEST_CHECKSUM_CALCULATION", "WHEN_REQUIRED", RequestChecksumCalculation.WhenRequired,
            "when_supported", RequestChecksumCalculation.WhenSupported
        },
        {
            "response_checksum_validation", "AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required", ResponseChecksumValidation.WhenRequired,
            "When_Supported", ResponseChecksumValidation.WhenSupported
        },
        { AuthSchemePreference, "AWS_AUTH_SCHEME_PREFERENCE", "httpBearerAuth,sigv4", true, "sigv4a, sigv4", false },
    };

    public static TheoryData<string, string, string> BadValues => new()
    {
        { "region", "AWS_REGION", "us east" },
        { "retry_mode", "AWS_RETRY_MODE", "eager" },
        { "max_attempts", "AWS_MAX_ATTEMPTS", "0" },
        { "max_attempts", "AWS_MAX_ATTEMPTS", "three" },
        { "max_attempts", "AWS_MAX_ATTEMPTS", "99999999999" },
        { "use_fips_endpoint", "AWS_USE_FIPS_ENDPOINT", "1" },
        { "use_dualstack_endpoint", "AWS_USE_DUALSTACK_ENDPOINT", "yes" },
        { "account_id_endpoint_mode", "AWS_ACCOUNT_ID_ENDPOINT_MODE", "always" },
        { "endpoint_url", "AWS_ENDPOINT_URL", "a.example" },
        { "endpoint_url", "AWS_ENDPOINT_URL", "https://user:word@a.example" },
        { "endpoint_url", "AWS_ENDPOINT_URL_TEST_STORE", "ftp://a.example" },
        { "sdk_ua_app_id", "AWS_SDK_UA_APP_ID", "two words" },
        { "sdk_ua_app_id", "AWS_SDK_UA_APP_ID", "123456789012345678901234567890123456789012345678901" },
        { "disable_host_prefix_injection", "AWS_DISABLE_HOST_PREFIX_INJECTION", "on" },
        { "disable_request_compression", "AWS_DISABLE_REQUEST_COMPRESSION", "no" },
        { "request_min_compression_size_bytes", "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "-1" },
        { "request_checksum_calculation", "AWS_REQUEST_CHECKSUM_CALCULATION", "always" },
        { "response_checksum_validation", "AWS_RESPONSE_CHECKSUM_VALIDATION", "true" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_environment_goes_before_the_profile(string key, string variable, string value, object expected, string inProfile, object expectedInProfile)
    {
        using var folder = new SettingsFolder($"[profile work]\n{key} = {inProfile}\n");

        Assert.Equal(expectedInProfile, Settings[key](folder.Settings("work")));
        folder[variable] = value;
        Assert.Equal(expected, Settings[key](folder.Settings("work")));
    }

    [Fact]
    public void Every_setting_is_among_those_that_are_tested()
    {
        string[] others = [nameof(SharedConfig.IsProfileMissing), nameof(SharedConfig.MissingRegionMessage), nameof(SharedConfig.Problems)];

        Assert.Equal(typeof(SharedConfig).GetProperties().Length - others.Length, Settings.Count);
        Assert.All(Settings.Keys, static key => Assert.Contains(Sources, row => (string)row[0] == key));
        Assert.All(Settings.Keys.Where(static key => key != AuthSchemePreference), static key => Assert.Contains(BadValues, row => (string)row[0] == key));
    }

    [Fact]
    public void What_nobody_says_is_left_open()
    {
        using var folder = new SettingsFolder();
        var settings = folder.Settings();

        Assert.All(Settings, setting => Assert.Null(setting.Value(settings)));
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_bad_value_is_told_by_the_name_of_its_variable(string key, string variable, string value)
    {
        using var folder = new SettingsFolder { [variable] = value };

        var exception = Assert.Throws<AwsConfigurationException>(() => Settings[key](folder.Settings()));

        Assert.StartsWith(variable + " must be ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, exception.Message.Replace("from 0", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_bad_value_in_a_profile_is_told_by_its_key_and_the_profile(string key, string variable, string value)
    {
        Assert.NotNull(variable);
        using var folder = new SettingsFolder($"[profile work]\n{key} = {value}\n");

        var exception = Assert.Throws<AwsConfigurationException>(() => Settings[key](folder.Settings("work")));

        Assert.StartsWith($"{key} in the profile 'work' must be ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_app_id_has_50_characters()
    {
        using var folder = new SettingsFolder { ["AWS_SDK_UA_APP_ID"] = new('a', 50) };

        Assert.Equal(new('a', 50), folder.Settings().AppId);
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_TEST_STORE,AWS_ENDPOINT_URL,services,profile", "https://one.example")]
    [InlineData("AWS_ENDPOINT_URL,services,profile", "https://all.example")]
    [InlineData("services,profile", "https://service.example")]
    [InlineData("profile", "https://profile.example")]
    [InlineData("AWS_ENDPOINT_URL_TEST_STORE,AWS_ENDPOINT_URL,services,profile,AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", null)]
    [InlineData("AWS_ENDPOINT_URL_TEST_STORE,AWS_ENDPOINT_URL,services,profile,ignore", null)]
    public void Endpoints_go_from_special_to_general_within_environment_and_profile(string sources, string? expected)
    {
        var given = sources.Split(',');
        using var folder = new SettingsFolder($"""
            [services local]
            other =
              endpoint_url = https://wrong.example
            test_store =
              region = us-east-1
              endpoint_url = https://service.example
            [default]
            {(given.Contains("services") ? "services = local" : "")}
            {(given.Contains("profile") ? "endpoint_url = https://profile.example" : "")}
            {(given.Contains("ignore") ? "ignore_configured_endpoint_urls = true" : "")}
            """);
        (string Name, string Value)[] variables =
        [
            ("AWS_ENDPOINT_URL_TEST_STORE", "https://one.example"),
            ("AWS_ENDPOINT_URL", "https://all.example"),
            ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"),
        ];
        foreach (var (name, value) in variables.Where(variable => given.Contains(variable.Name)))
        {
            folder[name] = value;
        }

        Assert.Equal(expected, folder.Settings().EndpointUrl);
    }

    [Fact]
    public void A_bad_endpoint_of_a_service_is_told_as_such()
    {
        using var folder = new SettingsFolder("[default]\nservices = local\n[services local]\ntest_store =\n  endpoint_url = nowhere\n");

        Assert.StartsWith(
            "endpoint_url of the service in the profile 'default' must be ",
            Assert.Throws<AwsConfigurationException>(() => folder.Settings().EndpointUrl).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_is_looked_for_while_the_environment_has_every_setting()
    {
        var read = new List<string>();
        var variables = new EnvironmentVariables(name =>
        {
            read.Add(name);
            return name switch
            {
                "AWS_REGION" => "eu-west-1",
                "AWS_RETRY_MODE" => "standard",
                "AWS_ENDPOINT_URL" or "AWS_ENDPOINT_URL_TEST_STORE" => "http://localhost",
                "AWS_MAX_ATTEMPTS" or "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES" => "1",
                "AWS_SDK_UA_APP_ID" => "nightly",
                "AWS_AUTH_SCHEME_PREFERENCE" => "sigv4",
                "AWS_ACCOUNT_ID_ENDPOINT_MODE" => "preferred",
                "AWS_REQUEST_CHECKSUM_CALCULATION" or "AWS_RESPONSE_CHECKSUM_VALIDATION" => "when_required",
                "HOME" or "AWS_CONFIG_FILE" or "AWS_SHARED_CREDENTIALS_FILE" => null,
                _ => "false",
            };
        });
        var settings = new SharedConfig("work", "Test Store", variables);

        Assert.All(Settings, setting => Assert.NotNull(setting.Value(settings)));

        Assert.DoesNotContain("HOME", read);
        Assert.DoesNotContain("AWS_CONFIG_FILE", read);
    }

    [Theory]
    [InlineData("config")]
    [InlineData("credentials")]
    public async Task A_file_that_cannot_be_read_stops_no_call_that_has_what_it_needs(string file)
    {
        using var folder = new SettingsFolder("[default]\nregion = us-east-2\n", "[default]\nregion = us-east-2\n");
        using var exclusive = folder.Lock(file);
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.Variables = folder.Variables);

        await client.GetItemAsync("id");

        Assert.StartsWith("https://teststore.us-east-1.", Assert.Single(handler.Seen).Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("planted = planted\n[profile work]\nregion = eu-west-1\n")]
    [InlineData("[profile work]# note\nregion = eu-west-1\n")]
    [InlineData("[x];\n[profile work]\nregion = eu-west-1\nno separator\n")]
    [InlineData("[plugins]\nno separator\n[profile work]\nregion = eu-west-1\n")]
    public async Task An_odd_line_elsewhere_does_not_keep_a_setting_from_the_call(string config)
    {
        using var folder = new SettingsFolder(config);
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => (options.Region, options.Profile, options.Variables) = (null, "work", folder.Variables));

        await client.GetItemAsync("id");

        Assert.StartsWith("https://teststore.eu-west-1.", Assert.Single(handler.Seen).Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("work", null)]
    [InlineData(null, "work")]
    public async Task A_profile_that_has_no_region_gets_none_from_another(string? inCode, string? variable)
    {
        using var folder = new SettingsFolder(
            "[default]\nregion = us-east-2\n[profile other]\nregion = us-west-1\n[profile work]\noutput = json\n",
            "[default]\nregion = us-east-2\n")
        {
            ["AWS_PROFILE"] = variable ?? "other",
        };

        Assert.Equal("No region was found. Set options.Region, AWS_REGION, or region in the profile 'work'.", await FailAsync(folder, inCode));
    }

    [Theory]
    [InlineData("wrok", null)]
    [InlineData(null, "wrok")]
    public async Task A_profile_that_does_not_exist_is_told_by_its_name_and_gets_no_region(string? inCode, string? variable)
    {
        using var folder = new SettingsFolder("[default]\nregion = us-east-2\n[profile work]\nregion = us-west-1\n") { ["AWS_PROFILE"] = variable ?? "work" };

        Assert.Equal("No region was found: the profile 'wrok' does not exist.", await FailAsync(folder, inCode));
    }

    [Fact]
    public async Task A_custom_endpoint_is_not_signed_for_the_region_of_another_profile()
    {
        using var folder = new SettingsFolder("[default]\nregion = us-east-2\n[profile work]\nendpoint_url = http://localhost:4566\n");

        Assert.Equal("No region was found. Set options.Region, AWS_REGION, or region in the profile 'work'.", await FailAsync(folder, "work"));
    }

    [Fact]
    public async Task A_missing_region_is_told_with_what_may_hide_it_and_no_line_is_repeated()
    {
        using var folder = new SettingsFolder("planted\n[profile work]\n= planted\n", "[work]\n");
        using var exclusive = folder.Lock("credentials");

        Assert.Equal(
            "No region was found. Set options.Region, AWS_REGION, or region in the profile 'work'. "
            + $"Line 3 of the file {folder.PathOf("config")} is not a property. "
            + $"Line 1 of the file {folder.PathOf("config")} is neither a section nor a property. "
            + $"The file {folder.PathOf("credentials")} cannot be read.",
            await FailAsync(folder, "work"));
    }

    [Fact]
    public async Task What_the_profile_says_reaches_the_call()
    {
        using var folder = new SettingsFolder(
            "[profile work]\nregion = eu-west-1\nmax_attempts = 2\nuse_fips_endpoint = true\nsdk_ua_app_id = nightly\n");
        var handler = new StubHandler(() => StubHandler.Json("", HttpStatusCode.InternalServerError));
        using var client = TestClient.Over(handler, options =>
        {
            options.Region = null;
            options.Profile = "work";
            options.Variables = folder.Variables;
        });

        await Assert.ThrowsAnyAsync<AwsServiceException>(() => client.GetItemAsync("id"));

        Assert.Equal(2, handler.Seen.Count);
        Assert.StartsWith("https://teststore-fips.eu-west-1.", handler.Seen[0].Url, StringComparison.Ordinal);
        Assert.Contains(" app/nightly ", handler.Seen[0].Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_goes_before_environment_and_profile()
    {
        using var folder = new SettingsFolder(
            "[default]\nregion = eu-west-1\nmax_attempts = 2\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\nsdk_ua_app_id = nightly\n")
        {
            ["AWS_REGION"] = "eu-west-2",
            ["AWS_MAX_ATTEMPTS"] = "4",
            ["AWS_USE_FIPS_ENDPOINT"] = "true",
            ["AWS_SDK_UA_APP_ID"] = "daily",
        };
        var handler = new StubHandler(() => StubHandler.Json("", HttpStatusCode.InternalServerError));
        using var client = TestClient.Over(handler, options =>
        {
            options.MaxAttempts = 1;
            options.UseFipsEndpoint = false;
            options.UseDualStackEndpoint = false;
            options.AppId = "mine";
            options.Variables = folder.Variables;
        });

        await Assert.ThrowsAnyAsync<AwsServiceException>(() => client.GetItemAsync("id"));

        Assert.Equal("https://teststore.us-east-1.amazonaws.com/items/id", Assert.Single(handler.Seen).Url);
        Assert.Contains(" app/mine ", handler.Seen[0].Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_value_fails_each_call_and_not_the_making_of_a_client()
    {
        using var folder = new SettingsFolder { ["AWS_MAX_ATTEMPTS"] = "none" };
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.Variables = folder.Variables);

        var first = client.GetItemAsync("id");
        await Assert.ThrowsAsync<AwsConfigurationException>(() => first);
        await Assert.ThrowsAsync<AwsConfigurationException>(() => client.GetItemAsync("id"));

        Assert.Empty(handler.Seen);
    }

    private static async Task<string> FailAsync(SettingsFolder folder, string? profile)
    {
        folder["AWS_EC2_METADATA_DISABLED"] = "true";
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => (options.Region, options.Profile, options.Variables) = (null, profile, folder.Variables));

        var exception = await Assert.ThrowsAsync<AwsConfigurationException>(() => client.GetItemAsync("id"));

        Assert.Empty(handler.Seen);
        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
        return exception.Message;
    }
}
