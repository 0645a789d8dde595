using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>A home folder for a child process, with a configuration file and what else sources of credentials read.</summary>
internal sealed class AwsHome : IDisposable
{
    /// <summary>What no message may repeat.</summary>
    public const string Secret = "planted-secret";

    public const string RoleArn = "arn:aws:iam::123456789012:role/reader";

    /// <summary>The profile <c>role</c>, which assumes a role with the keys of the profile <c>base</c>.</summary>
    public const string RoleProfile = $"""
        [profile base]
        aws_access_key_id = AKIDBASE
        aws_secret_access_key = {Secret}
        [profile role]
        role_arn = {RoleArn}
        source_profile = base
        region = eu-west-1

        """;

    /// <summary>The profile <c>person</c>, which uses single sign-on.</summary>
    public const string SignOnProfile = """
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

    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory();

    public string Folder => _home.FullName;

    public void Dispose() => _home.Delete(recursive: true);

    /// <summary>Runs the child process with the configuration; STS and single sign-on are the fake.</summary>
    public async Task<string> RunAsync(FakeAws aws, string config, params (string Name, string Value)[] environment)
    {
        Directory.CreateDirectory(Path.Combine(Folder, ".aws"));
        await File.WriteAllTextAsync(Path.Combine(Folder, ".aws", "config"), config);
        return await ChildProcess.RunAsync(
            [("HOME", Folder), ("USERPROFILE", Folder), ("AWS_ENDPOINT_URL_STS", aws.Url), ("AWS_ENDPOINT_URL_SSO", aws.Url), .. environment]);
    }

    /// <summary>Writes a file with the token of a web identity.</summary>
    public string WriteToken()
    {
        var file = Path.Combine(Folder, "token");
        File.WriteAllText(file, Secret);
        return file;
    }

    /// <summary>Writes a script for <c>sh</c>.</summary>
    public string WriteScript(string text)
    {
        var file = Path.Combine(Folder, "tool.sh");
        File.WriteAllText(file, text + "\n");
        return file;
    }

    /// <summary>Leaves behind what <c>aws sso login</c> does.</summary>
    public void SignIn(DateTimeOffset until)
    {
        var cache = Directory.CreateDirectory(Path.Combine(Folder, ".aws", "sso", "cache"));
#pragma warning disable CA5350 // The name of the file is the SHA-1 of the session's.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("company")));
#pragma warning restore CA5350
        File.WriteAllText(
            Path.Combine(cache.FullName, name + ".json"),
            $$"""{ "accessToken": "{{Secret}}", "expiresAt": "{{until:yyyy-MM-ddTHH:mm:ssZ}}", "region": "eu-west-1", "startUrl": "https://company.example/start" }""");
    }
}
