using System;
using System.IO;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Configuration;

/// <summary>How the shared configuration files are read.</summary>
public class SharedProfileTests
{
    [Theory]
    [InlineData("[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\nregion=eu-west-1", "work")]
    [InlineData("[profile work]\r\nregion = eu-west-1\r\n", "work")]
    [InlineData("[profile\twork]\nregion\t=\teu-west-1\n", "work")]
    [InlineData("[ profile  work ]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work] # the day job\nregion = eu-west-1 ; near\n", "work")]
    [InlineData("# first\n\n[profile work]\n; second\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\n  output = json\n  region = eu-west-1\n", "work")]
    [InlineData("[profile work]\nREGION = eu-west-1\n", "work")]
    [InlineData("[profile work]\nregion = us-east-1\n[profile other]\nregion = us-east-2\n[profile work]\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\ns3 =\n  region = us-east-1\nregion = eu-west-1\n", "work")]
    [InlineData("[profile work]\nca_bundle = /etc/\n  more lines of it\nregion = eu-west-1\n", "work")]
    [InlineData("[default]\nregion = eu-west-1\n", "default")]
    [InlineData("[profile default]\nregion = eu-west-1\n", "default")]
    [InlineData("[default]\nregion = us-east-1\n[profile default]\nregion = eu-west-1\n", "default")]
    [InlineData("[profile default]\nregion = eu-west-1\n[default]\nregion = us-east-1\n", "default")]
    public void A_setting_is_found_in_the_profile_of_a_config_file(string config, string profile)
    {
        using var folder = new SettingsFolder(config);

        Assert.Equal("eu-west-1", SharedProfile.Load(profile, folder.Variables)["region"]);
    }

    [Theory]
    [InlineData("[work]\nregion = eu-west-1\n")]
    [InlineData("[profile worker]\nregion = eu-west-1\n")]
    [InlineData("[profile Work]\nregion = eu-west-1\n")]
    [InlineData("[sso-session work]\nregion = eu-west-1\n")]
    [InlineData("[profile work]\nregion =\n")]
    [InlineData("[profile work]\ns3 =\n  region = eu-west-1\n")]
    [InlineData("[profile work]\n#region = eu-west-1\n")]
    [InlineData("[default]\nregion = eu-west-1\n")]
    [InlineData("")]
    public void What_belongs_to_something_else_is_not_found(string config)
    {
        using var folder = new SettingsFolder(config);

        Assert.Null(SharedProfile.Load("work", folder.Variables)["region"]);
    }

    [Fact]
    public void The_credentials_file_names_profiles_without_a_marker_and_counts_more()
    {
        using var folder = new SettingsFolder("[profile work]\nregion = us-east-1\nretry_mode = standard\n", "[work]\nregion = eu-west-1\n");
        var profile = SharedProfile.Load("work", folder.Variables);

        Assert.Equal(("eu-west-1", "standard"), (profile["region"], profile["retry_mode"]));
    }

    [Fact]
    public void Without_a_name_the_profile_is_the_one_in_AWS_PROFILE()
    {
        using var folder = new SettingsFolder("[default]\nregion = us-east-1\n[profile work]\nregion = eu-west-1\n") { ["AWS_PROFILE"] = "work" };

        Assert.Equal("eu-west-1", SharedProfile.Load(null, folder.Variables)["region"]);
    }

    [Fact]
    public void Without_any_name_the_profile_is_default()
    {
        using var folder = new SettingsFolder("[profile work]\nregion = us-east-1\n[default]\nregion = eu-west-1\n");

        Assert.Equal("eu-west-1", SharedProfile.Load(null, folder.Variables)["region"]);
    }

    [Fact]
    public void The_files_can_lie_elsewhere()
    {
        using var folder = new SettingsFolder("[default]\nregion = us-east-1\n", "[default]\nregion = us-east-2\n");
        File.WriteAllText(folder.PathOf("other"), "[default]\nregion = eu-west-1\n");
        folder["AWS_CONFIG_FILE"] = folder.PathOf("other");
        folder["AWS_SHARED_CREDENTIALS_FILE"] = folder.PathOf("none");

        Assert.Equal("eu-west-1", SharedProfile.Load(null, folder.Variables)["region"]);
    }

    [Fact]
    public void Without_a_home_there_are_no_settings()
        => Assert.Null(SharedProfile.Load(null, TestClient.NoVariables)["region"]);

    [Theory]
    [InlineData("aws_secret_access_key", "aws_secret_access_key = planted")]
    [InlineData("aws_session_token", "AWS_SESSION_TOKEN = planted")]
    [InlineData("aws_access_key_id", "aws_access_key_id = planted")]
    public void What_is_secret_is_not_kept(string key, string line)
    {
        using var folder = new SettingsFolder("[default]\n" + line + "\nregion = eu-west-1\n");
        var profile = SharedProfile.Load(null, folder.Variables);

        Assert.Equal((null, "eu-west-1"), (profile[key], profile["region"]));
    }

    [Theory]
    [InlineData("[default\nregion = eu-west-1", 1)]
    [InlineData("region = eu-west-1", 1)]
    [InlineData("[default]\nregion = eu-west-1\n\nplanted-secret\n", 4)]
    [InlineData("[default]\n= planted-secret\n", 2)]
    public void A_line_that_is_nothing_is_told_by_its_number_alone(string config, int line)
    {
        using var folder = new SettingsFolder(config);

        var exception = Assert.Throws<AwsConfigurationException>(() => SharedProfile.Load(null, folder.Variables));

        Assert.Equal($"Line {line} of the configuration file {folder.PathOf("config")} is neither a section nor a setting.", exception.Message);
        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named()
    {
        using var folder = new SettingsFolder("[default]\n");
        using var exclusive = new FileStream(folder.PathOf("config"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var exception = Assert.Throws<AwsConfigurationException>(() => SharedProfile.Load(null, folder.Variables));

        Assert.Contains(folder.PathOf("config"), exception.Message, StringComparison.Ordinal);
    }
}
