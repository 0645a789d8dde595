using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes the client with its interface, options, base exception and service description.</summary>
internal static class ClientEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(ClientUnit unit)
    {
        var names = unit.Context.Names;
        yield return (names.Client, Client(unit));
        yield return (names.Interface, Interface(unit));
        yield return (names.Options, Options(unit));
        yield return (names.BaseException, BaseException(unit));
        yield return (names.Service, Service(unit));
        yield return (names.Extensions, Extensions(unit));
    }

    private const string TokenDoc = "/// <param name=\"cancellationToken\">Cancels the call.</param>";

    private const string ResponseDoc = "/// <returns>The response of the service.</returns>";

    /// <summary>Writes the docs of a client method: the operation's own, its parameters and its errors.</summary>
    private static void WriteMethodDocs(SourceWriter writer, MethodPlan method)
    {
        writer.Doc(method.Doc).Line("/// <param name=\"request\">The input of the operation.</param>").Line(TokenDoc).Line(ResponseDoc);
        foreach (var thrown in method.Throws)
        {
            writer.Line("/// <exception cref=\"" + thrown.Type + "\">" + thrown.When + "</exception>");
        }

        writer.Obsolete(method.Obsolete);
    }

    private static SourceWriter Client(ClientUnit unit)
    {
        var names = unit.Context.Names;
        var writer = SourceWriter.File(unit.Context);
        writer.Doc(unit.Doc with { Remarks = ["Safe for use by many threads at once: make one and keep it."] }).Obsolete(unit.Obsolete).Generated();
        using (writer.Block(unit.Context.Access + " sealed partial class " + names.Client + " : " + CSharpTypes.Runtime + "AwsClient, " + names.Interface))
        {
            writer.Line($$"""
                /// <summary>Makes a client.</summary>
                /// <param name="options">Where and how to call; null for the environment's region and credentials.</param>
                public {{names.Client}}({{names.Options}}? options = null)
                    : base({{names.Service}}.Instance, options ?? new {{names.Options}}())
                {
                }
                """);
            foreach (var method in unit.Methods)
            {
                writer.Separate().Line("/// <inheritdoc/>").Obsolete(method.Obsolete);
                writer.Line($"""
                    public {Signature(method)} =>
                        SendAsync({method.Operation}Operation.Instance, request, cancellationToken);
                    """);
            }

            foreach (var method in unit.Methods.Where(static m => m.IsPresignable))
            {
                writer
                    .Summary("Signs " + method.Operation + " into a URL for others to send, valid for one second to seven days. Sends nothing.")
                    .Line("/// <param name=\"request\">The input of the operation.</param>")
                    .Line("/// <param name=\"expiresIn\">How long the URL is valid.</param>")
                    .Line("/// <param name=\"cancellationToken\">Cancels the search for credentials and endpoint.</param>")
                    .Line("/// <returns>The URL, and the headers that must be sent with it.</returns>")
                    .Obsolete(method.Obsolete);
                writer.Line($"""
                    public {CSharpTypes.Task}<{CSharpTypes.Runtime}PresignedRequest> PresignAsync({method.Request} request, {CSharpTypes.TimeSpan} expiresIn, {CSharpTypes.CancellationToken} cancellationToken = default) =>
                        PresignAsync({method.Operation}Operation.Instance, request, expiresIn, cancellationToken);
                    """);
            }
        }

        return writer;
    }

    private static SourceWriter Interface(ClientUnit unit)
    {
        var writer = SourceWriter.File(unit.Context);
        writer.Summary("The operations of <see cref=\"" + unit.Context.Names.Client + "\"/>, for callers that want to replace it in tests.").Obsolete(unit.Obsolete).Generated();
        using (writer.Block(unit.Context.Access + " partial interface " + unit.Context.Names.Interface))
        {
            foreach (var method in unit.Methods)
            {
                WriteMethodDocs(writer, method);
                writer.Line(Signature(method) + ";");
            }
        }

        return writer;
    }

    private static string Signature(MethodPlan method) =>
        CSharpTypes.Task + "<" + method.Response + "> " + method.Operation + "Async(" + method.Request + " request, "
        + CSharpTypes.CancellationToken + " cancellationToken = default)";

    private static SourceWriter Extensions(ClientUnit unit)
    {
        var writer = SourceWriter.File(unit.Context);
        writer.Summary("Shorter ways to call the operations of <see cref=\"" + unit.Context.Names.Interface + "\"/>, to walk through pages and to wait.").Generated();
        using (writer.Block(unit.Context.Access + " static partial class " + unit.Context.Names.Extensions))
        {
            foreach (var method in unit.Methods.Where(static m => m.Parameters.Count > 0))
            {
                writer.Doc(method.Doc).Line("/// <param name=\"client\">The client.</param>");
                foreach (var parameter in method.Parameters)
                {
                    writer.Line("/// <param name=\"" + parameter.Name.TrimStart('@') + "\">" + parameter.Summary + "</param>");
                }

                writer.Line(TokenDoc).Line(ResponseDoc).Obsolete(method.Obsolete);
                var parameters = string.Join(", ", method.Parameters.Select(static p => p.Type + " " + p.Name));
                var values = string.Join(", ", method.Parameters.Select(static p => p.Property + " = " + p.Name));
                writer.Line($$"""
                    public static {{CSharpTypes.Task}}<{{method.Response}}> {{method.Operation}}Async(
                        this {{unit.Context.Names.Interface}} client, {{parameters}}, {{CSharpTypes.CancellationToken}} cancellationToken = default)
                    {
                        {{CSharpTypes.ArgumentNullException}}.ThrowIfNull(client);
                        return client.{{method.Operation}}Async(new() { {{values}} }, cancellationToken);
                    }
                    """);
            }
        }

        return writer;
    }

    private static SourceWriter Options(ClientUnit unit)
    {
        var writer = SourceWriter.File(unit.Context);
        writer.Summary("Where and how <see cref=\"" + unit.Context.Names.Client + "\"/> calls the service.").Generated();
        var header = unit.Context.Access + " sealed partial class " + unit.Context.Names.Options + " : " + CSharpTypes.Runtime + "AwsClientOptions";
        if (unit.Settings.Count == 0)
        {
            return writer.Line(header + ";");
        }

        using (writer.Block(header))
        {
            foreach (var setting in unit.Settings)
            {
                writer.Doc(setting.Doc).Line("public " + setting.Type + " " + setting.Name + " { get; set; }");
            }

            const string type = CSharpTypes.Wire + "EndpointContext";
            writer.Separate().Line("/// <inheritdoc/>").Line("protected override " + type + " GetEndpointContext() => new " + type + "()"
                + string.Concat(unit.Settings.Select(static setting => "\n    .Set(" + Literals.String(setting.Parameter) + ", " + setting.Name + ")")) + ";");
        }

        return writer;
    }

    private static SourceWriter BaseException(ClientUnit unit)
    {
        var writer = SourceWriter.File(unit.Context);
        var doc = new DocPlan("An error that " + DocText.Escape(unit.Context.ServiceId) + " answered with.", ["Errors that the model knows have a class of their own below this one."]);
        ErrorEmitter.WriteException(writer, unit.Context, unit.Context.Names.BaseException, CSharpTypes.Runtime + "AwsServiceException", doc, error: null);
        return writer;
    }

    private static SourceWriter Service(ClientUnit unit)
    {
        var names = unit.Context.Names;
        var writer = SourceWriter.File(unit.Context);
        using (writer.Generated().Block("internal sealed class " + names.Service + " : " + CSharpTypes.Wire + "ServiceDescription"))
        {
            writer.Line($$"""
                public static readonly {{names.Service}} Instance = new();

                private {{names.Service}}()
                    : base({{Literals.String(unit.Context.ServiceId)}}, {{Literals.String(unit.SigningName)}}, {{Literals.String(unit.Context.ApiVersion)}})
                {
                }

                protected override {{CSharpTypes.Wire}}ResolvedEndpoint ResolveEndpoint(in {{CSharpTypes.Wire}}EndpointParameters parameters) =>
                    {{names.Endpoints}}.Resolve(in parameters);
                """);
            if (unit.Headers.Count > 0)
            {
                writer.Separate().Line("protected override void Complete(" + CSharpTypes.Wire + "RequestWriter request) => request"
                    + string.Concat(unit.Headers.Select(static h => "\n    .DefaultHeader(" + Literals.String(h.Name) + ", " + Literals.String(h.Value) + ")")) + ";");
            }

            writer.Separate().Line($$"""
                protected override {{CSharpTypes.Runtime}}AwsServiceException ReadError(ref {{CSharpTypes.Wire}}ErrorReader error) => error.Code switch
                """);
            using (writer.Open(close: "};"))
            {
                foreach (var error in unit.Errors)
                {
                    writer.Line(Literals.String(error.Code) + " => " + (error.Wire is null ? "new " + error.Type + "(error.Message)" : error.Wire + ".Read(ref error)") + ",");
                }

                writer.Line("_ => new " + names.BaseException + "(error.Message),");
            }
        }

        return writer;
    }
}
