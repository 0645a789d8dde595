using System.Threading.Tasks;
using DataZoneGen.Generator.Analysis.Calls;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Analysis.Calls;

public sealed class CatchAnalyzerTests
{
    [Theory]
    [Trait("Rule", "DZG110")]
    [InlineData("await client.ListWidgetsAsync(new());")]
    [InlineData("await other.ListWidgetsAsync(new()).ConfigureAwait(false);")]
    [InlineData("await client.DropWidgetAsync(new() { Id = id }, cancellationToken);")]
    [InlineData("await foreach (var page in client.ListWidgetsPagesAsync(new())) { Console.WriteLine(page.NextToken); }")]
    [InlineData("await foreach (var name in client.ListWidgetsItemsAsync(new()).WithCancellation(cancellationToken)) { Console.WriteLine(name); }")]
    [InlineData("var tasks = new[] { client.ListWidgetsAsync(new()), client.ListWidgetsAsync(new()) }; await Task.WhenAll(tasks);")]
    [InlineData("var first = client.ListWidgetsAsync(new()); var page = await first; foreach (var name in page.Names) { Console.WriteLine(name); }")]
    [InlineData("await Task.Run(() => client.ListWidgetsAsync(new()));")]
    [InlineData("var page = await client.ListWidgetsAsync(new()); Console.WriteLine(string.Join(\", \", page.Names.Select(name => name.Trim())));")]
    [InlineData("await Task.Delay(1, cancellationToken); var text = $\"{id}\"; Console.WriteLine(text.Length);")]
    [InlineData("await client.DropWidgetAsync(new() { Id = id }); if (id.Length > 3) { throw new ArgumentException(id); }")]
    public Task An_exception_of_another_operation_is_reported(string statements) =>
        VerifyAsync($$"""try { {{statements}} } catch ({|DZG110:NotFoundException|}) { }""");

    [Theory]
    [InlineData("await client.GetWidgetAsync(new() { Id = id, Part = part });")]
    [InlineData("await other.GetWidgetAsync(new() { Id = id, Part = part });")]
    [InlineData("await client.GetWidgetAsync(id, part);")]
    [InlineData("await WidgetsClientExtensions.GetWidgetAsync(client, id, part);")]
    [InlineData("await client.WaitUntilWidgetReadyAsync(id, part);")]
    [InlineData("await client.WaitUntilWidgetReadyAsync(new() { Id = id, Part = part });")]
    [InlineData("await client.ListWidgetsAsync(new()); await Task.Run(() => client.GetWidgetAsync(id, part));")]
    [InlineData("Func<GetWidgetRequest, CancellationToken, Task<GetWidgetResponse>> get = client.GetWidgetAsync; await client.ListWidgetsAsync(new());")]
    [InlineData("await client.ListWidgetsAsync(new()); throw new NotFoundException();")]
    [InlineData("try { await client.GetWidgetAsync(id, part); } finally { }")]
    public Task An_exception_of_a_called_operation_is_not_reported(string statements) => VerifyAsync($$"""try { {{statements}} } catch (NotFoundException) { }""");

    [Theory]
    [InlineData("await action();")]
    [InlineData("await Task.Run(action);")]
    [InlineData("await task;")]
    [InlineData("await Task.WhenAll(task, Task.CompletedTask);")]
    [InlineData("await Task.WhenAll(names.Select(name => task).ToList());")]
    [InlineData("await LoadAsync();")]
    [InlineData("Load();")]
    [InlineData("foreach (var name in names) { Console.WriteLine(name); }")]
    [InlineData("Console.WriteLine(string.Join(\", \", names));")]
    [InlineData("_ = Tuple.Create(client);")]
    [InlineData("dynamic value = client; value.Load();")]
    [InlineData("throw new WidgetsException();")]
    public Task Code_that_could_call_the_client_is_not_reported(string statements) => VerifyAsync(
        $$"""try { await client.ListWidgetsAsync(new()); {{statements}} } catch (NotFoundException) { }""", members: "private static Task LoadAsync() => Task.CompletedTask; private static void Load() { }");

    [Theory]
    [InlineData("WidgetsException")]
    [InlineData("DataZoneGen.AwsServiceException")]
    [InlineData("Exception")]
    [InlineData("TimeoutException")]
    public Task Other_exceptions_are_not_reported(string exception) => VerifyAsync($$"""try { await client.ListWidgetsAsync(new()); } catch ({{exception}}) { }""");

    [Theory]
    [InlineData(ClientPlace.SameProject)]
    [InlineData(ClientPlace.Assembly)]
    [InlineData(ClientPlace.ReferenceAssembly)]
    [InlineData(ClientPlace.OtherProject)]
    public Task The_client_can_be_anywhere(ClientPlace place) => VerifyAsync("""
        try { await client.ListWidgetsAsync(new()); Console.WriteLine(id); } catch ({|DZG110:NotFoundException|} error) when (error.Message.Length > 0) { }
        try { await client.GetWidgetAsync(id, part); } catch (NotFoundException) { } catch ({|DZG110:ConflictException|}) { }
        """, place);

    [Fact]
    public Task The_severity_can_be_set() => CallCode.VerifyAsync<CatchAnalyzer>(
        "try { await client.ListWidgetsAsync(new()); } catch (NotFoundException) { }", config: "dotnet_diagnostic.DZG110.severity = none\n");

    private static Task VerifyAsync(string statements, ClientPlace place = ClientPlace.Assembly, string members = "") =>
        CallCode.VerifyAsync<CatchAnalyzer>(statements, place, members);
}
