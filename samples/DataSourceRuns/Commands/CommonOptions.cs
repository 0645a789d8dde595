using System.CommandLine;
using System.Globalization;

namespace DataSourceRuns.Commands;

/// <summary>The options that several commands share; each option is one object, whichever command it is added to.</summary>
internal static class CommonOptions
{
    /// <summary>As many items as DataZone puts on one page.</summary>
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
        Description = "The run. Default: the latest one of the data source.",
        HelpName = "id",
    };

    public static Option<string?> Region { get; } = new("--region")
    {
        Description = "The AWS Region. Default: what the environment or the profile says.",
        HelpName = "name",
    };

    public static Option<string?> Profile { get; } = new("--profile")
    {
        Description = "The profile of the shared AWS configuration to take credentials from.",
        HelpName = "name",
    };

    public static Option<string?> Endpoint { get; } = new("--endpoint")
    {
        Description = "Another endpoint to talk to, such as the one that serve keeps up.",
        HelpName = "url",
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document and nothing else.",
    };

    public static Option<int> Limit { get; } = WholeNumber("--limit", "How many to show at most.", "count", 20, min: 1, max: 100_000);

    public static Option<int> Timeout { get; } =
        WholeNumber("--timeout", "How long to watch at most; the run itself is never stopped.", "minutes", 30, min: 1, max: 10_000);

    /// <summary>An option with a whole number in a range.</summary>
    public static Option<int> WholeNumber(string name, string description, string helpName, int byDefault, int min, int max, params string[] aliases) =>
        new(name, aliases)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => byDefault,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max) return value;

                result.AddError($"{name} has to be a whole number from {min} to {max}, not '{text}'.");
                return byDefault;
            },
        };

    /// <summary>Adds what every command that calls DataZone takes.</summary>
    public static Command WithConnection(this Command command)
    {
        command.Options.Add(Domain);
        command.Options.Add(Region);
        command.Options.Add(Profile);
        command.Options.Add(Endpoint);
        command.Options.Add(Json);
        return command;
    }

    /// <summary>Adds what commands take that are about a data source.</summary>
    public static Command WithDataSource(this Command command)
    {
        command.Options.Insert(1, DataSource);
        return command;
    }

    /// <summary>Adds what commands take that are about a run.</summary>
    public static Command WithRun(this Command command)
    {
        command.WithDataSource().Options.Insert(2, Run);
        return command;
    }
}
