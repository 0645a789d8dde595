using System;
using System.IO;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Configuration;

/// <summary>How the shared configuration files are read.</summary>
public class SharedFilesTests
{
    [Theory]
    [InlineData("[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\nregion=eu-west-1", "work")]
    [InlineData("[profile work]\r\nregion = eu-west-1\r\n", "work")]
    [InlineData("\uFEFF[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile\twork]\nregion\t=\teu-west-1\n", "work")]
    [InlineData("[ profile \t work\t]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work] # the day job\nregion = eu-west-1 ; near\n", "work")]
    [InlineData("[profile work]# the day job\nregion = eu-west-1\t# near ; and dear\n", "work")]
    [InlineData("[profile work];\nregion = eu-west-1 ;\n", "work")]
    [InlineData("[profile work]; [profile other]\nregion = eu-west-1\n", "work")]
    [InlineData("# first\n\n[profile work]\n; second\n \t \n  # third\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\n  output = json\n  region = eu-west-1\n", "work")]
    [InlineData("  [profile other]\n  region = us-east-1\n  [profile work]\n  region = eu-west-1\n", "work")]
    [InlineData("[profile work]\nREGION = eu-west-1\n", "work")]
    [InlineData("[profile work]\nregion = us-east-1\nRegion = eu-west-1\n", "work")]
    [InlineData("[profile work]\nregion = us-east-1\n[profile other]\nregion = us-east-2\n[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\nregion = eu-west-1\n[profile other]\nregion = us-east-2\n[profile work]\noutput = json\n", "work")]
    [InlineData("[profile work]\ns3 =\n  region = us-east-1\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\nca_bundle = /etc/\n  more lines of it\n  region = us-east-1\nregion = eu-west-1\n", "work")]
    [InlineData("[profile some-thing:long/the_one%only.foo@bar+]\nregion = eu-west-1\n", "some-thing:long/the_one%only.foo@bar+")]
    [InlineData("[profile 'Foo Bar']\nregion = eu-west-1\n", "Foo Bar")]
    [InlineData("[profile \"Foo Bar\"] # quoted\nregion = eu-west-1\n", "Foo Bar")]
    [InlineData("[profile 'work']\nregion = eu-west-1\n", "work")]
    [InlineData("[default]\nregion = eu-west-1\n", "default")]
    [InlineData("[ default ]\nregion = eu-west-1\n", "default")]
    [InlineData("[profile default]\nregion = eu-west-1\n", "default")]
    [InlineData("[default]\nregion = us-east-1\n[profile default]\nregion = eu-west-1\n", "default")]
    [InlineData("[profile default]\nregion = eu-west-1\n[default]\nregion = us-east-1\n", "default")]
    [InlineData("[profile default]\noutput = json\n[default]\nregion = us-east-1\n[profile default]\nregion = eu-west-1\n", "default")]
    [InlineData("[plugins]\ncli_legacy_plugin_path\n[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile other]\nkey : value\n= value\n  continued\n[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("region = us-east-1\n[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile other\nregion = us-east-1\n[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\nregion = eu-west-1\n[profile two words]\nregion = us-east-1\n[profile a!b]\nregion = us-east-1\n", "work")]
    [InlineData("[profile work]\nregion = eu-west-1\n[]\n[profile]\n[profile ]\n[profile '']\nregion = us-east-1\n", "work")]
    [InlineData("[profile work]\nregion = eu-west-1\nin valid = value\nno separator\n= no name\n", "work")]
    public void A_setting_is_found_in_the_profile_of_a_config_file(string config, string profile)
    {
        using var folder = new SettingsFolder(config);

        Assert.Equal("eu-west-1", Find(folder, profile)!["region"]);
    }

    [Theory]
    [InlineData("[work]\nregion = eu-west-1\n")]
    [InlineData("[profilework]\nregion = eu-west-1\n")]
    [InlineData("[profile worker]\nregion = eu-west-1\n")]
    [InlineData("[profile Work]\nregion = eu-west-1\n")]
    [InlineData("[sso-session work]\nregion = eu-west-1\n")]
    [InlineData("[services work]\nregion = eu-west-1\n")]
    [InlineData("[profile work\nregion = eu-west-1\n")]
    [InlineData("[profile work] region = eu-west-1\n")]
    [InlineData("[profile work!]\nregion = eu-west-1\n")]
    [InlineData("[default]\nregion = eu-west-1\n")]
    [InlineData("")]
    public void What_is_not_the_profile_is_not_taken_for_it(string config)
    {
        using var folder = new SettingsFolder(config);

        Assert.Null(Find(folder, "work"));
    }

    [Theory]
    [InlineData("[profile work]\nregion =\n")]
    [InlineData("[profile work]\nregion = # none\n")]
    [InlineData("[profile work]\ns3 =\n  region = eu-west-1\n")]
    [InlineData("[profile work]\n#region = eu-west-1\n")]
    [InlineData("[profile work]\n[plugins]\nregion = eu-west-1\n")]
    [InlineData("[profile work]\n[broken\nregion = eu-west-1\n")]
    [InlineData("[profile work]\n[profile two words]\nregion = eu-west-1\n")]
    public void What_belongs_to_something_else_is_not_found(string config)
    {
        using var folder = new SettingsFolder(config);

        Assert.Null(Find(folder, "work")!["region"]);
    }

    [Theory]
    [InlineData("name = val=ue", "val=ue")]
    [InlineData("name \t=  \tvalue \t", "value")]
    [InlineData("name = \U0001F602 ü", "\U0001F602 ü")]
    [InlineData("name = value; no comment", "value; no comment")]
    [InlineData("name = value# no comment", "value# no comment")]
    [InlineData("name = value # comment", "value")]
    [InlineData("name = value\n -continued", "value\n-continued")]
    [InlineData("name = value\n \t -continued \t \n\t \n -again", "value\n-continued\n-again")]
    [InlineData("name = value\n -continued # no comment", "value\n-continued # no comment")]
    [InlineData("name = value\n key = continued", "value\nkey = continued")]
    public void A_value_is_as_AWS_s_own_tools_read_it(string lines, string expected)
    {
        using var folder = new SettingsFolder("[profile work]\n" + lines + "\n[profile other]\n");

        Assert.Equal(expected, Find(folder, "work")!["name"]);
    }

    [Theory]
    [InlineData("s3 =\n name = value", "value")]
    [InlineData("s3 =\n name=a=b", "a=b")]
    [InlineData("s3 =\n\n  other = 1\n\t \n  NAME = value", "value")]
    [InlineData("s3 =\n  in valid = 1\n  invalid\n  = 2\n  name = value", "value")]
    [InlineData("s3 = # nested\n  name = value", "value")]
    public void A_property_below_another_is_found_by_both_names(string lines, string expected)
    {
        using var folder = new SettingsFolder("[profile work]\n" + lines + "\n");

        Assert.Equal(expected, Find(folder, "work")!["s3.name"]);
    }

    [Theory]
    [InlineData("[work]\nregion = eu-west-1\n", "work")]
    [InlineData("[ work ] # keys\nregion = eu-west-1\n", "work")]
    [InlineData("[default]\nregion = eu-west-1\n", "default")]
    [InlineData("[Foo Bar]\nregion = eu-west-1\n", "Foo Bar")]
    [InlineData("['Foo Bar']\nregion = eu-west-1\n", "Foo Bar")]
    [InlineData("[sso-sessionfoo]\nregion = eu-west-1\n", "sso-sessionfoo")]
    [InlineData("[profile work]\nregion = us-east-1\n[work]\nregion = eu-west-1\n", "work")]
    public void The_credentials_file_names_profiles_without_a_prefix(string credentials, string profile)
    {
        using var folder = new SettingsFolder(config: null, credentials);

        Assert.Equal("eu-west-1", Find(folder, profile)!["region"]);
    }

    [Fact]
    public void A_profile_with_a_prefix_in_the_credentials_file_is_none()
    {
        using var folder = new SettingsFolder(config: null, "[profile work]\nregion = eu-west-1\n");

        Assert.Null(Find(folder, "work"));
    }

    [Fact]
    public void A_profile_in_both_files_has_the_properties_of_both_and_the_credentials_file_counts_more()
    {
        using var folder = new SettingsFolder("[profile work]\nregion = us-east-1\nretry_mode = standard\n", "[work]\nregion = eu-west-1\noutput =\n");
        var profile = Find(folder, "work")!;

        Assert.Equal(("eu-west-1", "standard"), (profile["region"], profile["retry_mode"]));
        Assert.Equal(("us-east-1", "eu-west-1"), (profile.InConfigFile!["region"], profile.InCredentialsFile!["region"]));
    }

    [Fact]
    public void Sections_for_single_sign_on_and_services_are_found_by_name()
    {
        using var folder = new SettingsFolder("[sso-session company]\nsso_region = eu-west-1\n[services local]\ndatazone =\n  endpoint_url = http://localhost\n");
        var files = SharedFiles.ReadSettings(folder.Variables);

        Assert.Equal("eu-west-1", files.FindSsoSession("company")!["sso_region"]);
        Assert.Equal("http://localhost", files.FindServices("local")!["datazone.endpoint_url"]);
        Assert.Null(files.FindSsoSession("local"));
    }

    [Theory]
    [InlineData(null, null, "default")]
    [InlineData(null, "work", "work")]
    [InlineData("home", "work", "home")]
    public void The_profile_is_the_one_in_code_else_in_AWS_PROFILE_else_default(string? asked, string? variable, string expected)
    {
        using var folder = new SettingsFolder { ["AWS_PROFILE"] = variable };

        Assert.Equal(expected, SharedProfile.GetName(asked, folder.Variables));
    }

    [Fact]
    public void The_files_can_lie_elsewhere()
    {
        using var folder = new SettingsFolder("[default]\nregion = us-east-1\n", "[default]\nregion = us-east-2\n");
        File.WriteAllText(folder.PathOf("other"), "[default]\nregion = eu-west-1\n");
        folder["AWS_CONFIG_FILE"] = folder.PathOf("other");
        folder["AWS_SHARED_CREDENTIALS_FILE"] = folder.PathOf("none");

        Assert.Equal("eu-west-1", Find(folder, "default")!["region"]);
    }

    [Theory]
    [InlineData("AWS_CONFIG_FILE", "~/.aws/other")]
    [InlineData("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/other")]
    [InlineData("AWS_SHARED_CREDENTIALS_FILE", "~//.aws/other")]
    public void A_tilde_in_the_name_of_a_file_is_the_user_s_folder(string variable, string path)
    {
        using var folder = new SettingsFolder { [variable] = path };
        File.WriteAllText(folder.PathOf("other"), "[default]\nregion = eu-west-1\n");

        Assert.Equal("eu-west-1", Find(folder, "default")!["region"]);
    }

    [Theory]
    [InlineData("HOME")]
    [InlineData("USERPROFILE")]
    [InlineData(null)]
    public void The_user_s_folder_is_found_by_variable_or_else_by_the_system(string? variable)
    {
        using var folder = new SettingsFolder("[default]\nregion = eu-west-1\n");
        var home = folder.Variables.Home;
        var variables = new EnvironmentVariables(name => name == variable ? home : null, () => variable is null ? home : "elsewhere");

        Assert.Equal("eu-west-1", SharedFiles.ReadSettings(variables).FindProfile("default")!["region"]);
    }

    [Fact]
    public void Without_a_home_there_are_no_profiles()
        => Assert.Null(SharedFiles.ReadSettings(TestClient.NoVariables).FindProfile("default"));

    [Theory]
    [InlineData("aws_secret_access_key", "aws_secret_access_key = planted\n  planted")]
    [InlineData("aws_session_token", "AWS_SESSION_TOKEN = planted")]
    [InlineData("aws_access_key_id", "aws_access_key_id = planted")]
    public void Access_keys_are_kept_only_for_those_who_ask_for_them(string key, string line)
    {
        using var folder = new SettingsFolder("[default]\n" + line + "\nregion = eu-west-1\n");

        Assert.Null(Find(folder, "default")![key]);
        Assert.Equal("eu-west-1", Find(folder, "default")!["region"]);
        Assert.StartsWith("planted", SharedFiles.ReadAll(folder.Variables).FindProfile("default")![key], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[default]\nregion : planted-secret\n", 2)]
    [InlineData("[default]\n\nregion planted-secret\n  more\n", 3)]
    [InlineData("[default]\nregion = us-east-1\nregion\n", 3)]
    public void A_property_without_a_separator_fails_who_looks_it_up_and_is_not_repeated(string config, int line)
    {
        using var folder = new SettingsFolder(config);
        var profile = Find(folder, "default")!;

        var exception = Assert.Throws<AwsConfigurationException>(() => profile["region"]);

        Assert.Equal($"region in the profile 'default' cannot be used: line {line} of the file {folder.PathOf("config")} has no '='.", exception.Message);
        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
        Assert.Null(profile["output"]);
    }

    [Theory]
    [InlineData("planted = planted\n[default]\n", 1)]
    [InlineData("[default]\n\n[planted\nplanted = planted\n", 3)]
    [InlineData("[default]\n[planted] planted\n", 2)]
    [InlineData("planted\n[default]\n", 1)]
    public void A_line_that_belongs_nowhere_is_told_by_its_number_alone(string config, int line)
    {
        using var folder = new SettingsFolder(config);

        Assert.Equal(
            $"Line {line} of the file {folder.PathOf("config")} is neither a section nor a property.",
            Assert.Single(SharedFiles.ReadSettings(folder.Variables).Problems));
    }

    [Theory]
    [InlineData("[default]\nplanted-secret\n", 2)]
    [InlineData("[default]\n= planted-secret\nplanted\n", 2)]
    public void A_line_of_the_profile_that_is_no_property_is_told_by_its_number_alone(string config, int line)
    {
        using var folder = new SettingsFolder(config);

        Assert.Equal($"Line {line} of the file {folder.PathOf("config")} is not a property.", Find(folder, "default")!.Problem);
    }

    [Theory]
    [InlineData("config")]
    [InlineData("credentials")]
    public void A_file_that_cannot_be_read_is_named_and_the_other_one_read(string file)
    {
        using var folder = new SettingsFolder("[profile work]\nregion = eu-west-1\n", "[work]\nregion = eu-west-1\n");
        using var exclusive = folder.Lock(file);
        var files = SharedFiles.ReadSettings(folder.Variables);

        Assert.Equal($"The file {folder.PathOf(file)} cannot be read.", Assert.Single(files.Problems));
        Assert.Equal("eu-west-1", files.FindProfile("work")!["region"]);
    }

    private static SharedProfile? Find(SettingsFolder folder, string name) => SharedFiles.ReadSettings(folder.Variables).FindProfile(name);
}
