using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>Each source of credentials of the usual AWS chain, against a fake of whatever gives them out, in a process of its own.</summary>
public sealed class SourceTests : IDisposable
{
    private const string Secret = "planted-secret";

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory();

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task A_profile_can_assume_a_role_with_the_keys_of_another()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, RoleProfile, ("AWS_PROFILE", "role"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/", output, StringComparison.Ordinal);
        Assert.Contains("token=t", output, StringComparison.Ordinal);
        var request = Assert.Single(aws.Requests);
        Assert.Contains("Credential=AKIDBASE/", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("RoleArn=" + Uri.EscapeDataString("arn:aws:iam::123456789012:role/reader"), request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_asked_for_by_name_can_do_so_too()
    {
        await using var aws = await FakeAws.StartAsync();

        Assert.Contains("Credential=AKIDROLE1/", await RunAsync(aws, RoleProfile, ("TEST_PROFILE", "role")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_calls_at_once_assume_a_role_once()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, RoleProfile, ("AWS_PROFILE", "role"), ("TEST_CONCURRENT", "100"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task A_role_is_assumed_anew_when_the_service_says_that_its_credentials_have_expired()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, RoleProfile, ("AWS_PROFILE", "role"), ("TEST_REFUSE", "1"));

        Assert.Contains("Credential=AKIDROLE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDROLE2/", output, StringComparison.Ordinal);
        Assert.Equal(2, aws.Requests.Count);
    }

    [Fact]
    public async Task A_role_that_may_not_be_assumed_is_told_with_the_reason_and_without_secrets()
    {
        await using var aws = await FakeAws.StartAsync(denies: true);

        var output = await RunAsync(aws, RoleProfile, ("AWS_PROFILE", "role"));

        Assert.Contains("AwsCredentialsException: The role arn:aws:iam::123456789012:role/reader cannot be assumed: ", output, StringComparison.Ordinal);
        Assert.Contains("This one may not assume that role", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_PROFILE")]
    [InlineData("TEST_PROFILE")]
    public async Task A_source_profile_that_does_not_exist_is_told(string variable)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, "[profile role]\nrole_arn = arn:aws:iam::123456789012:role/reader\nsource_profile = gone\nregion = eu-west-1\n", (variable, "role"));

        Assert.Contains("AwsCredentialsException: The source_profile 'gone' of the profile 'role' does not exist.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_can_name_a_web_identity()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, config: "", ("AWS_REGION", "eu-west-1"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"), ("AWS_WEB_IDENTITY_TOKEN_FILE", TokenFile()));

        Assert.Contains("Credential=AKIDWEB1/", output, StringComparison.Ordinal);
        Assert.Contains("WebIdentityToken=" + Secret, Assert.Single(aws.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_identity_that_is_refused_is_told_without_its_token()
    {
        await using var aws = await FakeAws.StartAsync(denies: true);

        var output = await RunAsync(
            aws, config: "", ("AWS_REGION", "eu-west-1"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"), ("AWS_WEB_IDENTITY_TOKEN_FILE", TokenFile()));

        Assert.Contains("This one may not assume that role", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_can_name_a_web_identity()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws,
            $"[profile pod]\nrole_arn = arn:aws:iam::123456789012:role/pod\nweb_identity_token_file = {TokenFile()}\nregion = eu-west-1\n",
            ("AWS_PROFILE", "pod"));

        Assert.Contains("Credential=AKIDWEB1/", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_has_an_endpoint_and_its_credentials_rotate()
    {
        // They are replaced when half their time is over.
        await using var aws = await FakeAws.StartAsync(TimeSpan.FromSeconds(4));

        var output = await RunAsync(
            aws, config: "",
            ("AWS_REGION", "eu-west-1"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Url + "/container"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", Secret), ("TEST_KEYS", "2"));

        Assert.Contains("Credential=AKIDCONTAINER1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDCONTAINER2/", output, StringComparison.Ordinal);
        Assert.Equal(Secret, aws.Requests[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_container_s_token_that_cannot_be_sent_is_not_repeated()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, config: "",
            ("AWS_REGION", "eu-west-1"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Url + "/container"), ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "a\n" + Secret));

        Assert.Contains("AwsCredentialsException: The authorization token for the container's credentials has", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_has_a_metadata_service_with_credentials_and_region()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, config: "", ("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url));

        Assert.Contains("Credential=AKIDINSTANCE", output, StringComparison.Ordinal);
        Assert.Contains("/eu-north-1/", output, StringComparison.Ordinal);
        Assert.All(
            aws.Requests.Where(request => request.Path != "/latest/api/token"),
            request => Assert.Equal(FakeAws.InstanceToken, request.Headers["x-aws-ec2-metadata-token"]));
    }

    [Fact]
    public async Task A_profile_can_name_a_process()
    {
        await using var aws = await FakeAws.StartAsync();
        var script = Script("""echo '{ "Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "s", "SessionToken": "t" }'""");

        var output = await RunAsync(aws, $"[profile tool]\ncredential_process = sh {script}\nregion = eu-west-1\n", ("AWS_PROFILE", "tool"));

        Assert.Contains("Credential=AKIDPROCESS/", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo planted-secret >&2; exit 3")]
    [InlineData("echo planted-secret")]
    [InlineData("""echo '{ "Version": 1, "SecretAccessKey": "planted-secret" }'""")]
    [InlineData("""echo '{ "Version": 7, "SecretAccessKey": "planted-secret" }'""")]
    public async Task What_a_process_writes_is_not_repeated(string command)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, $"[profile tool]\ncredential_process = sh {Script(command)}\nregion = eu-west-1\n", ("AWS_PROFILE", "tool"));

        Assert.Contains("AwsCredentialsException: The credential_process of the profile failed", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_process_writes_is_not_repeated_either_when_a_role_needs_it()
    {
        await using var aws = await FakeAws.StartAsync();
        var config = $"""
            [profile tool]
            credential_process = sh {Script("echo planted-secret >&2; exit 3")}
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/reader
            source_profile = tool
            region = eu-west-1

            """;

        var output = await RunAsync(aws, config, ("AWS_PROFILE", "role"));

        Assert.Contains("AwsCredentialsException: The credential_process of the profile failed", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_can_use_single_sign_on_that_was_done_before()
    {
        await using var aws = await FakeAws.StartAsync();
        SignIn(DateTimeOffset.UtcNow.AddHours(1));

        var output = await RunAsync(aws, SignOnProfile, ("AWS_PROFILE", "person"));

        Assert.Contains("Credential=AKIDSSO1/", output, StringComparison.Ordinal);
        var request = Assert.Single(aws.Requests);
        Assert.Equal(Secret, request.Headers["x-amz-sso_bearer_token"]);
        Assert.Contains("role_name=Reader", request.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_PROFILE", false)]
    [InlineData("AWS_PROFILE", true)]
    [InlineData("TEST_PROFILE", false)]
    [InlineData("TEST_PROFILE", true)]
    public async Task Single_sign_on_that_is_due_is_told_with_what_to_do(string variable, bool isExpired)
    {
        await using var aws = await FakeAws.StartAsync();
        if (isExpired)
        {
            SignIn(DateTimeOffset.UtcNow.AddHours(-1));
        }

        var output = await RunAsync(aws, SignOnProfile, (variable, "person"));

        Assert.Contains("AwsCredentialsException: The SSO session has expired or was never started: run 'aws sso login", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_PROFILE")]
    [InlineData("TEST_PROFILE")]
    public async Task Single_sign_on_gives_bearer_tokens_as_well(string variable)
    {
        await using var aws = await FakeAws.StartAsync();
        SignIn(DateTimeOffset.UtcNow.AddHours(1));

        var output = await RunAsync(aws, SignOnProfile, (variable, "person"), ("TEST_BEARER", "1"));

        Assert.Contains("scope=Bearer " + Secret, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_bearer_token_is_told_with_what_to_set()
    {
        await using var aws = await FakeAws.StartAsync();

        Assert.Contains(
            "AwsCredentialsException: No bearer token: set options.TokenProvider, AWS_BEARER_TOKEN_TESTSTORE, or a profile with single sign-on.",
            await RunAsync(aws, RoleProfile, ("AWS_PROFILE", "role"), ("TEST_BEARER", "1")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_in_a_file_that_is_rewritten_are_used_without_a_new_client()
    {
        await using var aws = await FakeAws.StartAsync();
        var next = Path.Combine(_home.FullName, "next");
        await File.WriteAllTextAsync(next, "[default]\naws_access_key_id = AKIDNEXT\naws_secret_access_key = s\n");
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));
        var file = Path.Combine(_home.FullName, ".aws", "credentials");
        await File.WriteAllTextAsync(file, "[default]\naws_access_key_id = AKIDFIRST\naws_secret_access_key = s\n");

        var output = await RunAsync(aws, config: "", ("AWS_REGION", "eu-west-1"), ("TEST_REPLACE", next + "|" + file), ("TEST_KEYS", "2"));

        Assert.Contains("Credential=AKIDFIRST/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDNEXT/", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_PROFILE", "role", "The profile 'role' assumes a role")]
    [InlineData("TEST_PROFILE", "role", "The profile 'role' assumes a role")]
    [InlineData("AWS_PROFILE", "person", "The profile 'person' uses single sign-on")]
    [InlineData("TEST_PROFILE", "tool", "The profile 'tool' runs a credential_process")]
    public async Task What_a_profile_needs_a_package_for_is_told_with_the_package(string variable, string profile, string use)
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, RoleProfile + SignOnProfile + "[profile tool]\ncredential_process = x\nregion = eu-west-1\n", (variable, profile), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains($"AwsCredentialsException: {use}, which takes the package DataZoneGen.Credentials.Sdk: run 'dotnet add package", output, StringComparison.Ordinal);
        Assert.Empty(aws.Requests);
    }

    [Fact]
    public async Task A_web_identity_in_the_environment_needs_the_package_too()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, config: "", ("AWS_REGION", "eu-west-1"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"),
            ("AWS_WEB_IDENTITY_TOKEN_FILE", TokenFile()), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("takes the package DataZoneGen.Credentials.Sdk", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bearer_token_of_single_sign_on_needs_the_package_too()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, SignOnProfile, ("AWS_PROFILE", "person"), ("TEST_BEARER", "1"), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("The profile 'person' uses single sign-on, which takes the package DataZoneGen.Credentials.Sdk", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_s_credentials_that_a_service_rejects_are_dropped_and_fetched_anew()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, config: "", ("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url), ("TEST_REFUSE", "1"), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("Credential=AKIDINSTANCE1/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDINSTANCE2/", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_s_credentials_that_a_service_rejects_are_dropped_and_fetched_anew()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws, config: "",
            ("AWS_REGION", "eu-west-1"), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", aws.Url + "/container"), ("TEST_REFUSE", "1"), ("TEST_WITHOUT_SDK", "1"));

        Assert.Contains("Credential=AKIDCONTAINER2/", output, StringComparison.Ordinal);
        Assert.Contains("loaded=False", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_can_assume_a_role_with_the_credentials_of_the_instance()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws,
            "[profile role]\nrole_arn = arn:aws:iam::123456789012:role/reader\ncredential_source = Ec2InstanceMetadata\nregion = eu-west-1\n",
            ("AWS_PROFILE", "role"), ("AWS_EC2_METADATA_DISABLED", "false"), ("AWS_EC2_METADATA_SERVICE_ENDPOINT", aws.Url));

        Assert.Contains("Credential=AKIDROLE2/", output, StringComparison.Ordinal);
        Assert.Contains("Credential=AKIDINSTANCE1/", aws.Requests[^1].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profiles_whose_sources_form_a_circle_are_told()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(
            aws,
            """
            [profile a]
            role_arn = arn:aws:iam::123456789012:role/a
            source_profile = b
            region = eu-west-1
            [profile b]
            role_arn = arn:aws:iam::123456789012:role/b
            source_profile = a

            """,
            ("AWS_PROFILE", "a"));

        Assert.Contains("AwsCredentialsException: The source_profile of the profile 'a' leads back to it.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_line_of_a_file_is_not_repeated()
    {
        await using var aws = await FakeAws.StartAsync();

        var output = await RunAsync(aws, $"[default]\naws_secret_access_key {Secret}\n", ("AWS_REGION", "eu-west-1"));

        Assert.Contains("AwsCredentialsException: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
    }

    private const string RoleProfile = $"""
        [profile base]
        aws_access_key_id = AKIDBASE
        aws_secret_access_key = {Secret}
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/reader
        source_profile = base
        region = eu-west-1

        """;

    private const string SignOnProfile = """
        [sso-session company]
        sso_start_url = https://company.example/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
        [profile person]
        sso_session = company
        sso_account_id = 123456789012
        sso_role_name = Reader
        region = eu-west-1

        """;

    private Task<string> RunAsync(FakeAws aws, string config, params (string Name, string Value)[] environment)
        => ChildProcess.RunAsync([.. Environment(aws, config), .. environment]);

    private (string Name, string Value)[] Environment(FakeAws aws, string config)
    {
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws"));
        File.WriteAllText(Path.Combine(_home.FullName, ".aws", "config"), config);
        return [("HOME", _home.FullName), ("USERPROFILE", _home.FullName), ("AWS_ENDPOINT_URL_STS", aws.Url), ("AWS_ENDPOINT_URL_SSO", aws.Url)];
    }

    private string TokenFile()
    {
        var file = Path.Combine(_home.FullName, "token");
        File.WriteAllText(file, Secret);
        return file;
    }

    private string Script(string text)
    {
        var file = Path.Combine(_home.FullName, "tool.sh");
        File.WriteAllText(file, text + "\n");
        return file;
    }

    /// <summary>Leaves behind what <c>aws sso login</c> does.</summary>
    private void SignIn(DateTimeOffset until)
    {
        var cache = Directory.CreateDirectory(Path.Combine(_home.FullName, ".aws", "sso", "cache"));
#pragma warning disable CA5350 // The name of the file is the SHA-1 of the session's.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("company")));
#pragma warning restore CA5350
        File.WriteAllText(
            Path.Combine(cache.FullName, name + ".json"),
            $$"""{ "accessToken": "{{Secret}}", "expiresAt": "{{until:yyyy-MM-ddTHH:mm:ssZ}}", "region": "eu-west-1", "startUrl": "https://company.example/start" }""");
    }
}
