using System.Collections.Generic;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>
/// Writes the methods that add a client to the services of an application. They are written into the consumer's own project, where it has the
/// HTTP client factory, so that the runtime and with it every other consumer does without that package. Each service has all of it for itself:
/// a class that services shared would exist once in each project, and projects that see each other's internals could not tell them apart.
/// </summary>
internal static class RegistrationEmitter
{
    private const string Remarks =
        "What the options leave open comes from the container, where it is registered: credentials, tokens, loggers, the clock.";

    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(RegistrationUnit unit)
    {
        yield return (unit.Context.Names.Registration, Write(unit.Context));
    }

    private static SourceWriter Write(UnitContext context)
    {
        var names = context.Names;
        var writer = SourceWriter.File(context);
        writer.Line("using global::Microsoft.Extensions.DependencyInjection;").Line("using global::Microsoft.Extensions.DependencyInjection.Extensions;").Line();
        writer.Summary("Adds <see cref=\"" + names.Client + "\"/> to the services of an application.").Generated();
        using (writer.Block(context.Access + " static partial class " + names.Registration))
        {
            writer.Line($"private const string HttpClientName = {Literals.String(context.Namespace + "." + names.Client)};");
            WriteDocs(writer, names, isKeyed: false, parameter: null);
            writer.Line($"""
                public static {CSharpTypes.HttpClientBuilder} Add{names.Client}(this {CSharpTypes.ServiceCollection} services) =>
                    Add(services, key: null, static (_, _) => {"{ }"});
                """);
            foreach (var isKeyed in new[] { false, true })
            {
                WriteMethod(writer, names, isKeyed, CSharpTypes.Action + "<" + names.Options + "> configure", "Sets the options.", "(_, options) => configure(options)");
                WriteMethod(
                    writer,
                    names,
                    isKeyed,
                    CSharpTypes.Action + "<" + CSharpTypes.ServiceProvider + ", " + names.Options + "> configure",
                    "Sets the options, with the help of other services.",
                    "configure");
                WriteMethod(
                    writer,
                    names,
                    isKeyed,
                    CSharpTypes.Configuration + " configuration",
                    "A section with the options by their names. A key that is no option, and a value that is none for its option, is an error.",
                    "(_, options) => Bind(options, configuration)");
            }

            WriteRegistration(writer, names);
            writer.Line().Line($$"""
                private static {{names.Client}} Create({{CSharpTypes.ServiceProvider}} provider, string name) =>
                    new(provider.GetRequiredService<{{CSharpTypes.OptionsMonitor}}<{{names.Options}}>>().Get(name));

                private static void Bind({{names.Options}} options, {{CSharpTypes.Configuration}} configuration)
                {
                    foreach (var setting in configuration.GetChildren())
                    {
                        {{CSharpTypes.Wire}}ClientServices.Set(options, setting.Path, setting.Key, setting.Value);
                    }
                }
                """);
        }

        return writer;
    }

    private static void WriteMethod(SourceWriter writer, ClientNames names, bool isKeyed, string parameter, string summary, string configure)
    {
        var parameterName = parameter.Substring(parameter.LastIndexOf(' ') + 1);
        WriteDocs(writer, names, isKeyed, $"/// <param name=\"{parameterName}\">{summary}</param>");
        var method = (isKeyed ? "AddKeyed" : "Add") + names.Client;
        var key = isKeyed ? "string key, " : "";
        var check = isKeyed ? "\n    " + CSharpTypes.ArgumentException + ".ThrowIfNullOrEmpty(key);" : "";
        writer.Line($$"""
            public static {{CSharpTypes.HttpClientBuilder}} {{method}}(
                this {{CSharpTypes.ServiceCollection}} services, {{key}}{{parameter}})
            {{{check}}
                {{CSharpTypes.ArgumentNullException}}.ThrowIfNull({{parameterName}});
                return Add(services, {{(isKeyed ? "key" : "key: null")}}, {{configure}});
            }
            """);
    }

    private static void WriteDocs(SourceWriter writer, ClientNames names, bool isKeyed, string? parameter)
    {
        writer.Summary(isKeyed
            ? "Adds another client, as one object for the whole application, under its own type and as <see cref=\"" + names.Interface + "\"/>, both with a key."
            : "Adds the client, as one object for the whole application, under its own type and as <see cref=\"" + names.Interface + "\"/>.");
        writer.Line("/// <remarks>" + Remarks + "</remarks>").Line("/// <param name=\"services\">The application's services.</param>");
        writer.LineIf(isKeyed, "/// <param name=\"key\">The key to ask for the client with; also the name of its options.</param>");
        writer.LineIf(parameter is not null, parameter!);
        writer.Line("/// <returns>The HTTP client that sends the requests, to add handlers to.</returns>");
    }

    private static void WriteRegistration(SourceWriter writer, ClientNames names)
    {
        writer.Separate();
        using (writer.Block($"""
            private static {CSharpTypes.HttpClientBuilder} Add(
                {CSharpTypes.ServiceCollection} services, string? key, {CSharpTypes.Action}<{CSharpTypes.ServiceProvider}, {names.Options}> configure)
            """))
        {
            writer.Line($$"""
                {{CSharpTypes.ArgumentNullException}}.ThrowIfNull(services);
                var name = key ?? "";
                var http = key is null ? HttpClientName : HttpClientName + ":" + key;
                services.AddOptions<{{names.Options}}>(name)
                    .Configure<{{CSharpTypes.ServiceProvider}}>((options, provider) => configure(provider, options))
                    .PostConfigure<{{CSharpTypes.ServiceProvider}}>((options, provider) =>
                    {
                        {{CSharpTypes.Wire}}ClientServices.Complete(options, provider);
                        options.HttpInvoker ??= new {{CSharpTypes.HttpMessageInvoker}}(
                            provider.GetRequiredService<{{CSharpTypes.HttpMessageHandlerFactory}}>().CreateHandler(http), disposeHandler: false);
                    });
                if (key is null)
                {
                    services.TryAddSingleton(static provider => Create(provider, ""));
                    services.TryAddSingleton<{{names.Interface}}>(static provider => provider.GetRequiredService<{{names.Client}}>());
                }
                else
                {
                    services.TryAddKeyedSingleton(key, static (provider, key) => Create(provider, (string)key!));
                    services.TryAddKeyedSingleton<{{names.Interface}}>(key, static (provider, key) => provider.GetRequiredKeyedService<{{names.Client}}>(key));
                }

                // A client that lives as long as the application keeps its handler as long; the handler renews its connections itself. The
                // loggers of the factory would show paths, and with them identifiers: the client logs for itself.
                return services.AddHttpClient(http)
                    .ConfigurePrimaryHttpMessageHandler({{CSharpTypes.Wire}}ClientServices.CreateHandler)
                    .SetHandlerLifetime({{CSharpTypes.InfiniteTimeSpan}})
                    .RemoveAllLoggers();
                """);
        }
    }
}
