using System;
using System.CommandLine;
using System.Globalization;
using DataSourceRuns.Output;
using DataZoneGen;

namespace DataSourceRuns.Commands;

/// <summary>The options that several commands share. Each option is one object that is added to several commands.</summary>
internal static class CommonOptions
{
    /// <summary>The maximum number of items on a page of DataZone.</summary>
    public const int MaxPageSize = 50;

    public static Option<string?> Domain { get; } = new("--domain", "-d")
    {
        Description = "The domain, such as dzd_4kq1x7. Default: DATAZONE_DOMAIN.",
        HelpName = "id",
    };

    public static Option<string?> DataSource { get; } = new("--data-source", "-s")
    {
        Description = "The data source. Default: DATAZONE_DATA_SOURCE.",
        HelpName = "id",
    };

    public static Option<string?> Project { get; } = new("--project")
    {
        Description = "The project. Default: DATAZONE_PROJECT.",
        HelpName = "id",
    };

    public static Option<string?> Run { get; } = new("--run", "-r")
    {
        Description = "The run. Default: the latest run of the data source.",
        HelpName = "id",
    };

    public static Option<string?> Region { get; } = new("--region")
    {
        Description = "The AWS Region. Default: the region of the environment or the profile.",
        HelpName = "name",
    };

    public static Option<string?> Profile { get; } = new("--profile")
    {
        Description = "The profile of the shared AWS configuration.",
        HelpName = "name",
    };

    public static Option<string?> Endpoint { get; } = new("--endpoint")
    {
        Description = "A custom endpoint, such as that of the serve command.",
        HelpName = "url",
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
    };

    public static Option<int> Limit { get; } = CreateInteger("--limit", "The maximum number of items to show.", "count", 20, min: 1, max: 100_000);

    public static Option<int> Timeout { get; } =
        CreateInteger("--timeout", "The maximum time to watch a run. The run is not stopped.", "minutes", 30, min: 1, max: 10_000);

    /// <summary>Creates an option with an integer in a range.</summary>
    public static Option<int> CreateInteger(string name, string description, string helpName, int defaultValue, int min, int max, params string[] aliases) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
                {
                    return value;
                }

                result.AddError($"{name} must be an integer from {min} to {max}, not '{text}'.");
                return defaultValue;
            },
        };

    /// <summary>Adds the options of all commands that call DataZone.</summary>
    public static Command WithConnection(this Command command)
    {
        command.WithClient().Options.Insert(0, Domain);
        return command;
    }

    /// <summary>Adds the options of all commands that call a service.</summary>
    public static Command WithClient(this Command command)
    {
        command.Options.Add(Region);
        command.Options.Add(Profile);
        command.Options.Add(Endpoint);
        command.Options.Add(Json);
        return command;
    }

    /// <summary>Adds the option for a data source.</summary>
    public static Command WithDataSource(this Command command)
    {
        command.Options.Insert(1, DataSource);
        return command;
    }

    /// <summary>Adds the options for a data source and a run.</summary>
    public static Command WithRun(this Command command)
    {
        command.WithDataSource().Options.Insert(2, Run);
        return command;
    }

    /// <summary>Sets the options of a client by the command line.</summary>
    public static TOptions Configure<TOptions>(TOptions client, ParseResult options)
        where TOptions : AwsClientOptions
    {
        client.Region = options.GetValue(Region);
        client.Profile = options.GetValue(Profile);
        client.Endpoint = ParseEndpoint(options.GetValue(Endpoint));
        return client;
    }

    /// <summary>Creates the output that the command line selects.</summary>
    public static IRunOutput CreateOutput(ParseResult options) => options.GetValue(Json) ? new JsonOutput() : new ScreenOutput();

    private static Uri? ParseEndpoint(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new UsageException($"--endpoint must be a URL such as http://127.0.0.1:8080, not '{text}'");
    }
}
