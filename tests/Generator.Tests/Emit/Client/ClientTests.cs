using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Client;

public sealed class ClientTests
{
    [Fact]
    public void The_client_has_one_method_for_each_selected_operation_and_implements_its_interface()
    {
        var run = new Widgets { Operations = """ "ListWidgets": {"http": {"method": "GET", "requestUri": "/"}} """ }.Run();
        var client = run.Type("Acme.Widgets.WidgetsClient");

        Assert.Equal(["GetWidgetAsync", "ListWidgetsAsync"], run.Type("Acme.Widgets.IWidgetsClient").GetMembers().Select(static m => m.Name));
        Assert.Contains(client.AllInterfaces, static i => i.Name == "IWidgetsClient");
        Assert.Contains(client.AllInterfaces, static i => i.Name == "IDisposable");
        Assert.True(client.IsSealed);
    }

    [Fact]
    public void Requests_that_are_signed_and_known_beforehand_can_be_put_into_a_URL()
    {
        var run = new Widgets
        {
            Operations = """
                "Free": {"http": {"method": "GET", "requestUri": "/f"}, "authtype": "none"},
                "Upload": {"http": {"method": "POST", "requestUri": "/u"}, "input": {"shape": "UploadInput"}},
                "Download": {"http": {"method": "GET", "requestUri": "/d"}, "output": {"shape": "UploadInput"}}
                """,
            Shapes = """
                "UploadInput": {"type": "structure", "members": {"body": {"shape": "Bytes"}}, "payload": "body"},
                "Bytes": {"type": "blob", "streaming": true}
                """,
        }.Run();

        Assert.Equal(
            ["DownloadRequest", "GetWidgetRequest"],
            run.Type("Acme.Widgets.WidgetsClient").GetMembers("PresignAsync").OfType<IMethodSymbol>().Select(static m => m.Parameters[0].Type.Name).Order());
        Assert.Empty(run.Type("Acme.Widgets.IWidgetsClient").GetMembers("PresignAsync"));
    }

    [Theory]
    [InlineData(""" "id": {"shape": "String"} """, "\"id\"", "string id")]
    [InlineData(""" "id": {"shape": "String"}, "size": {"shape": "Integer"}, "at": {"shape": "Time"} """, "\"id\", \"size\", \"at\"", "string id, int size, DateTimeOffset at")]
    [InlineData(""" "id": {"shape": "String"}, "token": {"shape": "String", "idempotencyToken": true} """, "\"id\"", "string id")]
    [InlineData(""" "name": {"shape": "String"}, "client": {"shape": "String"}, "request": {"shape": "String"} """, "\"name\", \"client\", \"request\"", "string name, string client2, string request2")]
    [InlineData(""" "class": {"shape": "String"} """, "\"class\"", "string class")]
    [InlineData(""" "id": {"shape": "String"}, "size": {"shape": "Integer"} """, "\"id\"", null)]
    [InlineData(""" "a": {"shape": "String"}, "b": {"shape": "String"}, "c": {"shape": "String"}, "d": {"shape": "String"} """, "\"a\", \"b\", \"c\", \"d\"", null)]
    [InlineData(""" "part": {"shape": "Part"} """, "\"part\"", null)]
    [InlineData(""" "size": {"shape": "Integer"} """, "", null)]
    [InlineData("", "", "")]
    [InlineData(""" "token": {"shape": "String", "idempotencyToken": true} """, "", "")]
    public void An_input_of_up_to_three_required_scalars_may_be_given_as_parameters(string input, string required, string? parameters)
    {
        var run = new Widgets { Input = input, RequiredInput = required, Shapes = """ "Part": {"type": "structure", "members": {}} """ }.Run();
        var overload = run.Type("Acme.Widgets.WidgetsClientExtensions").GetMembers("GetWidgetAsync").OfType<IMethodSymbol>().SingleOrDefault();

        Assert.Equal(parameters, overload is null ? null : string.Join(", ", overload.Parameters.Skip(1).SkipLast(1).Select(static p => p.Type.Name switch
        {
            "String" => "string",
            "Int32" => "int",
            var other => other,
        } + " " + p.Name)));
    }

    [Fact]
    public void A_call_sends_the_request_and_reads_the_response()
    {
        var test = new Widgets
        {
            Uri = "/widgets/{id}/{rest+}?fixed=1",
            Method = "PUT",
            Input = """
                "id": {"shape": "String", "location": "uri", "locationName": "id"}, "rest": {"shape": "String", "location": "uri", "locationName": "rest"},
                "page": {"shape": "Integer", "location": "querystring", "locationName": "page no"}, "a\"b": {"shape": "String"}, "size": {"shape": "Integer"}
                """.ReplaceLineEndings(" "),
            Output = """ "a\"b": {"shape": "String"}, "status": {"shape": "Integer", "location": "statusCode"} """,
        }.ToTest();
        test.TestState.Sources.Add(Service.Of("""{"a\"b": "y", "unknown": [1]}""", 201) + """
            internal static class Probe
            {
                public static string Run() =>
                    Service.Call(static client => client.GetWidgetAsync(new() { Id = "a b", Rest = "c/d e", Page = 2, AB = "x" })) + "|" + Service.Asked;
            }
            """);

        Assert.Equal("""GetWidgetResponse { AB = y, Status = 201 }|PUT /widgets/a%20b/c/d%20e?fixed=1&page%20no=2 {"a\"b":"x"}""", test.Run().Invoke("Probe", "Run"));
    }

    [Theory]
    [InlineData("Oops", "OopsException", "OopsException: Too bad. 7")]
    [InlineData("TooFastException", "TooFastException", "TooFastException: Too bad. ")]
    [InlineData("Elsewhere", null, "WidgetsException: Too bad. ")]
    public void An_error_of_the_model_has_a_class_and_any_other_the_service_s_own(string code, string? type, string shown)
    {
        var test = new Widgets
        {
            Errors = """{"shape": "Oops"}, {"shape": "TooFastException"}""",
            Shapes = """
                "Oops": {"type": "structure", "members": {"message": {"shape": "String"}, "size": {"shape": "Integer"}}, "exception": true},
                "TooFastException": {"type": "structure", "members": {"Message": {"shape": "String"}}, "exception": true, "retryable": {"throttling": true}}
                """,
        }.ToTest();
        test.TestState.Sources.Add(Service.Of("{\"__type\": \"" + code + "\", \"message\": \"Too bad.\", \"size\": 7}", 400) + """
            internal static class Probe
            {
                public static string Run()
                {
                    try
                    {
                        return Service.Call(static client => client.GetWidgetAsync(new())).ToString();
                    }
                    catch (WidgetsException exception)
                    {
                        return exception.GetType().Name + ": " + exception.Message + " " + (exception as OopsException)?.Size;
                    }
                }
            }
            """);
        var run = test.Run();

        Assert.Equal(shown, run.Invoke("Probe", "Run"));
        if (type is not null)
        {
            Assert.Equal("WidgetsException", run.Type("Acme.Widgets." + type).BaseType?.Name);
        }
    }

    [Fact]
    public void A_service_with_an_error_of_its_own_name_has_a_different_base_exception()
    {
        var run = new Widgets
        {
            Errors = """{"shape": "WidgetsException"}""",
            Shapes = """ "WidgetsException": {"type": "structure", "members": {}, "exception": true} """,
        }.Run();

        Assert.Equal("WidgetsServiceException", run.Type("Acme.Widgets.WidgetsException").BaseType?.Name);
    }

    [Fact]
    public void An_operation_without_input_and_output_can_be_called()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange([
            new ModelText(Widgets.Path, "{" + Widgets.Metadata + """, "operations": {"Ping": {"http": {"method": "GET", "requestUri": "/ping"}}}}"""),
            Widgets.EndpointRulesFile]);
        test.TestState.Sources.Add(Service.Of("") + """
            internal static class Probe { public static string Run() => Service.Call(static client => client.PingAsync(new())) + "|" + Service.Asked; }
            """);

        Assert.Equal("PingResponse { }|GET /ping ", test.Run().Invoke("Probe", "Run"));
    }

    [Fact]
    public void Pages_and_waiters_run()
    {
        var test = new Widgets
        {
            Input = """ "next": {"shape": "String"}, "mark": {"shape": "Integer"} """,
            Output = """ "next": {"shape": "String"}, "mark": {"shape": "Integer"}, "items": {"shape": "Items"}, "status": {"shape": "Status"} """,
            Shapes = """ "Items": {"type": "list", "member": {"shape": "Integer"}}, "Status": {"type": "string", "enum": ["READY"]} """,
            Paginators = """ "GetWidget": {"input_token": ["next", "mark"], "output_token": ["next", "mark"], "result_key": "items"} """,
            Waiters = """
                "WidgetReady": {"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [
                  {"matcher": "path", "argument": "status", "expected": "READY", "state": "success"}]}
                """,
        }.ToTest();
        test.TestState.Sources.Add("""
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.Widgets;

            internal sealed class Double : IWidgetsClient
            {
                public Task<GetWidgetResponse> GetWidgetAsync(GetWidgetRequest request, CancellationToken cancellationToken = default) => Task.FromResult(
                    request.Mark is null
                        ? new GetWidgetResponse { Items = [1, 2], Mark = 5, Next = "" }
                        : new GetWidgetResponse { Items = [request.Mark.Value], Status = Status.Ready });
            }

            internal static class Probe
            {
                public static string Run() => RunAsync().GetAwaiter().GetResult();

                private static async Task<string> RunAsync()
                {
                    var items = new List<int>();
                    await foreach (var item in new Double().GetWidgetItemsAsync(new()))
                    {
                        items.Add(item);
                    }

                    return string.Join(",", items) + "|" + (await new Double().WaitUntilWidgetReadyAsync(new() { Mark = 7 })).Status;
                }
            }
            """);

        Assert.Equal("1,2,5|READY", test.Run().Invoke("Probe", "Run"));
    }

    [Fact]
    public void A_wait_can_be_asked_for_with_new_even_if_the_input_is_one_text()
    {
        var test = new Widgets
        {
            Input = """ "id": {"shape": "String"} """,
            RequiredInput = "\"id\"",
            Waiters = """
                "WidgetReady": {"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [
                  {"matcher": "status", "expected": 200, "state": "success"}]}
                """,
        }.ToTest();
        test.TestState.Sources.Add("""
            using Acme.Widgets;

            internal static class Caller
            {
                public static object Wait(IWidgetsClient client) => client.WaitUntilWidgetReadyAsync(new() { Id = "1" });

                public static object Call(IWidgetsClient client) => client.GetWidgetAsync("1");
            }
            """);

        test.Run();
    }
}
