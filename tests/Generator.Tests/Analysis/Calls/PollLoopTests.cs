using System.Threading.Tasks;
using DataZoneGen.Generator.Analysis.Calls;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Analysis.Calls;

public sealed class PollLoopTests
{
    [Theory]
    [Trait("Rule", "DZG112")]
    [InlineData("""
        GetWidgetResponse widget;
        do
        {
            await Task.Delay(1000, cancellationToken);
            widget = await client.{|DZG112:GetWidgetAsync|}(id, part, cancellationToken);
        }
        while (widget.Status != Status.Ready);
        """)]
    [InlineData("""
        while (true)
        {
            var widget = await other.{|DZG112:GetWidgetAsync|}(new() { Id = id, Part = part });
            if (widget.Status == Status.Ready) { return; }
            await Task.Delay(TimeSpan.FromSeconds(2));
        }
        """)]
    [InlineData("""
        for (var i = 0; i < 20; i++)
        {
            var status = (await client.{|DZG112:GetWidgetAsync|}(id, part)).Status;
            if (status == Status.Ready) { break; }
            Thread.Sleep(1000);
        }
        """)]
    [InlineData("""
        Status? status = null;
        while (status is null || status == Status.Busy)
        {
            var widget = await client.{|DZG112:GetWidgetAsync|}(id, part);
            status = widget.Status;
            await Task.Delay(1000);
        }
        """)]
    [InlineData("""
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var done = false;
        while (!done && await timer.WaitForNextTickAsync(cancellationToken))
        {
            var widget = await client.{|DZG112:GetWidgetAsync|}(id, part);
            switch (widget.Status?.Kind)
            {
                case StatusKind.Ready: return;
                default: break;
            }
        }
        """)]
    public Task A_loop_that_pauses_until_the_status_is_right_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("while (!cancellationToken.IsCancellationRequested) { var widget = await client.GetWidgetAsync(id, part); Console.WriteLine(widget.Status); await Task.Delay(1000); }")]
    [InlineData("while (true) { var widget = await client.GetWidgetAsync(id, part); if (widget.Status == Status.Ready) { Console.WriteLine(); } await Task.Delay(1000); }")]
    [InlineData("while (true) { var widget = await client.GetWidgetAsync(id, part); if (widget.Id == id) { break; } await Task.Delay(1000); }")]
    [InlineData("while (true) { var widget = await client.GetWidgetAsync(id, part); if (widget.Status == Status.Ready) { break; } }")]
    [InlineData("while (true) { try { await client.GetWidgetAsync(id, part); return; } catch (NotFoundException) { await Task.Delay(1000); } }")]
    [InlineData("while (true) { foreach (var name in names) { var widget = await client.GetWidgetAsync(name, part); if (widget.Status == Status.Ready) { return; } } await Task.Delay(1000); }")]
    [InlineData("while (true) { var widget = await client.DropWidgetAsync(new() { Id = id }); if (widget.NextToken is null) { break; } await Task.Delay(1000); }")]
    public Task Other_loops_are_not_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(ClientPlace.SameProject)]
    [InlineData(ClientPlace.ReferenceAssembly)]
    [InlineData(ClientPlace.OtherProject)]
    public Task The_client_can_be_anywhere(ClientPlace place) => VerifyAsync(
        "while ((await client.{|DZG112:GetWidgetAsync|}(id, part)).Status != Status.Ready) { await Task.Delay(1000); }", place);

    [Fact]
    public Task The_severity_can_be_set() => CallCode.VerifyAsync<LoopAnalyzer>(
        "while ((await client.GetWidgetAsync(id, part)).Status != Status.Ready) { await Task.Delay(1000); }", config: "dotnet_diagnostic.DZG112.severity = none\n");

    private static Task VerifyAsync(string statements, ClientPlace place = ClientPlace.Assembly) => CallCode.VerifyAsync<LoopAnalyzer>(statements, place);
}
