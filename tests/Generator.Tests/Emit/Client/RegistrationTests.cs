using DataZoneGen.Generator.Tests.Fixtures;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Client;

/// <summary>The registration of a client in a service collection, compiled and run.</summary>
public sealed class RegistrationTests
{
    private const string Extensions = "Acme.Widgets.WidgetsServiceCollectionExtensions";

    [Fact]
    public void A_project_without_the_HTTP_client_factory_gets_none_of_it()
    {
        var run = new Widgets().Run();

        Assert.False(run.Has(Extensions));
        Assert.DoesNotContain(run.HintNames, static name => name.Contains("ServiceCollection", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, Accessibility.Public)]
    [InlineData("Internal", Accessibility.Internal)]
    public void The_methods_are_as_visible_as_the_client(string? access, Accessibility accessibility)
    {
        var test = new Widgets().ToTest();
        test.TestState.HasHttpFactory = true;
        for (var i = 0; i < test.TestState.AdditionalFiles.Count; i++)
        {
            test.TestState.AdditionalFiles[i] = test.TestState.AdditionalFiles[i] with { Access = access };
        }

        Assert.Equal(accessibility, test.Run().Type(Extensions).DeclaredAccessibility);
    }

    [Fact]
    public void The_client_is_one_object_under_both_its_types() => Assert.Equal("True True", Run("""
        services.AddWidgetsClient(options => options.Region = "us-east-1");
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<WidgetsClient>();
        using var scope = provider.CreateScope();
        return ReferenceEquals(client, provider.GetRequiredService<IWidgetsClient>()) + " " + ReferenceEquals(client, scope.ServiceProvider.GetRequiredService<WidgetsClient>());
        """));

    [Fact]
    public void Adding_it_twice_is_one_client_with_both_options() => Assert.Equal("https://widgets.eu-west-1.example.com/widgets 1", Run("""
        services.AddWidgetsClient(options => options.Region = "us-east-1").ConfigurePrimaryHttpMessageHandler(() => stub);
        services.AddWidgetsClient(options => options.Region = "eu-west-1").ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();
        await Call(provider.GetRequiredService<IWidgetsClient>());
        return stub.Url + " " + provider.GetServices<WidgetsClient>().Count();
        """));

    [Fact]
    public void Requests_go_through_the_handlers_of_the_HTTP_client_that_is_returned() => Assert.Equal("via https://widgets.us-east-1.example.com/widgets", Run("""
        services.AddWidgetsClient(options => options.Region = "us-east-1")
            .ConfigurePrimaryHttpMessageHandler(() => stub)
            .AddHttpMessageHandler(() => new Marking());
        using var provider = services.BuildServiceProvider();
        await Call(provider.GetRequiredService<IWidgetsClient>());
        return stub.Mark + " " + stub.Url;
        """));

    [Fact]
    public void What_options_leave_open_comes_from_the_container() => Assert.Equal("AKIDCONTAINER/20010203 started", Run("""
        services.AddSingleton<IAwsCredentialsProvider>(new AwsCredentials("AKIDCONTAINER", "secret"));
        services.AddSingleton<TimeProvider>(new Past());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddWidgetsClient((provider, options) => options.Region = provider.GetRequiredService<Settings>().Region).ConfigurePrimaryHttpMessageHandler(() => stub);
        services.AddSingleton(new Settings("us-east-1"));
        using var provider = services.BuildServiceProvider();
        await Call(provider.GetRequiredService<IWidgetsClient>());
        return stub.Scope + " " + (log.Events.Contains(("DataZoneGen.Widgets", 1, "Widgets GetWidget started.")) ? "started" : "silent");
        """));

    [Fact]
    public void Options_go_before_the_container() => Assert.Equal("AKIDOPTIONS", Run("""
        services.AddSingleton<IAwsCredentialsProvider>(new AwsCredentials("AKIDCONTAINER", "secret"));
        services.AddWidgetsClient(options => { options.Region = "us-east-1"; options.Credentials = new AwsCredentials("AKIDOPTIONS", "secret"); })
            .ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();
        await Call(provider.GetRequiredService<IWidgetsClient>());
        return stub.Scope.Split('/')[0];
        """));

    [Fact]
    public void The_loggers_of_the_factory_do_not_show_URLs() => Assert.Equal("", Run("""
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddWidgetsClient(options => options.Region = "us-east-1").ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();
        await Call(provider.GetRequiredService<IWidgetsClient>());
        return string.Join(",", log.Events.Where(static e => e.Text.Contains("/widgets", StringComparison.Ordinal)).Select(static e => e.Category));
        """));

    [Fact]
    public void Options_can_come_from_a_configuration() => Assert.Equal("https://widgets.ap-south-1.example.com/widgets", Run("""
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Aws:Widgets:region"] = "ap-south-1", ["Aws:Widgets:MaxAttempts"] = "1" }).Build();
        services.AddWidgetsClient(configuration.GetSection("Aws:Widgets")).ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();
        await Call(provider.GetRequiredService<IWidgetsClient>());
        return stub.Url;
        """));

    [Fact]
    public void A_configuration_that_is_wrong_says_where() => Assert.Equal("Aws:Widgets:MaxAttempts must be an integer.", Run("""
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Aws:Widgets:MaxAttempts"] = "many" }).Build();
        services.AddWidgetsClient(configuration.GetSection("Aws:Widgets"));
        using var provider = services.BuildServiceProvider();
        try
        {
            return provider.GetRequiredService<WidgetsClient>().ToString()!;
        }
        catch (AwsConfigurationException exception)
        {
            return exception.Message;
        }
        """));

    [Fact]
    public void Clients_with_keys_are_apart_from_each_other_and_from_the_one_without() => Assert.Equal("us-east-1 eu-west-1 ap-south-1 True", Run("""
        services.AddWidgetsClient(options => options.Region = "us-east-1").ConfigurePrimaryHttpMessageHandler(() => stub);
        services.AddKeyedWidgetsClient("audit", options => options.Region = "eu-west-1").ConfigurePrimaryHttpMessageHandler(() => stub);
        services.AddKeyedWidgetsClient("test", (_, options) => options.Region = "ap-south-1").ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();
        var regions = new List<string>();
        foreach (var client in new[] { provider.GetRequiredService<IWidgetsClient>(), provider.GetRequiredKeyedService<IWidgetsClient>("audit"), provider.GetRequiredKeyedService<IWidgetsClient>("test") })
        {
            await Call(client);
            regions.Add(stub.Url.Split('.')[1]);
        }

        return string.Join(" ", regions) + " " + ReferenceEquals(provider.GetRequiredKeyedService<IWidgetsClient>("audit"), provider.GetRequiredKeyedService<WidgetsClient>("audit"));
        """));

    /// <summary>Runs statements that add a client to <c>services</c> and call a service in memory, the <c>stub</c>.</summary>
    private static string? Run(string statements)
    {
        var test = new Widgets().ToTest();
        test.TestState.HasHttpFactory = true;
        test.TestState.Sources.Add($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net;
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.Widgets;
            using DataZoneGen;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Logging;

            internal static class Probe
            {
                public static string Run() => RunAsync().GetAwaiter().GetResult();

                private static async Task<string> RunAsync()
                {
                    await Task.Yield();
                    var services = new ServiceCollection();
                    services.AddSingleton<IAwsCredentialsProvider>(new AwsCredentials("AKIDEXAMPLE", "secret"));
                    var stub = new Stub();
                    var log = new Log();
                    {{statements}}
                }

                private static Task Call(IWidgetsClient client) => client.GetWidgetAsync(new());
            }

            internal sealed record Settings(string Region);

            internal sealed class Past : TimeProvider
            {
                public override DateTimeOffset GetUtcNow() => new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
            }

            internal sealed class Marking : DelegatingHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    request.Headers.Add("x-mark", "via");
                    return base.SendAsync(request, cancellationToken);
                }
            }

            internal sealed class Stub : HttpMessageHandler
            {
                public string Url { get; private set; } = "";

                public string Mark { get; private set; } = "";

                /// <summary>Access key and date of the credential scope.</summary>
                public string Scope { get; private set; } = "";

                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    Url = request.RequestUri!.AbsoluteUri;
                    Mark = request.Headers.TryGetValues("x-mark", out var marks) ? string.Concat(marks) : "";
                    Scope = string.Join("/", request.Headers.NonValidated["Authorization"].ToString().Split("Credential=")[1].Split('/').Take(2));
                    return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{}") });
                }
            }

            internal sealed class Log : ILoggerProvider
            {
                public List<(string Category, int Id, string Text)> Events { get; } = [];

                public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

                public void Dispose()
                {
                }

                private sealed class Logger(Log log, string category) : ILogger
                {
                    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
                    {
                        log.Events.Add((category, 0, state.ToString()!));
                        return null;
                    }

                    public bool IsEnabled(LogLevel logLevel) => true;

                    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                        log.Events.Add((category, eventId.Id, formatter(state, exception)));
                }
            }
            """);
        return (string?)test.Run().Invoke("Probe", "Run");
    }
}
