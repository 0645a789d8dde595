using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Measure.Programs;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Parts;

/// <summary>Calls of a process that has warmed up, over the loopback address: processor time and allocated bytes of the client.</summary>
internal sealed class CallsPart : IPart
{
    private const int RoundCount = 11;
    private const int Calls = 20_000;
    private const int CallsOfOtherLanguages = 2000;
    private const int Callers = 64;
    private const int CountedCalls = 1000;

    // Methods are compiled in the background, several times, while calls run and after them.
    private const int WarmUps = 4;

    private static readonly TimeSpan Compilation = TimeSpan.FromMilliseconds(500);

    public string Name => "calls";

    public async Task<IReadOnlyList<Table>> MeasureAsync(MeasureContext context)
    {
        var publisher = await Publisher.CreateAsync(context);
        var clients = await PublishAsync(publisher, ClientProgram.DataZone);
        List<Subject> all =
            [.. clients, .. (await OtherLanguages.FindAsync(publisher)).Select(static found => new Subject(found.Subject, found.Program, CannedResponse.Run, CallsOfOtherLanguages))];
        var sequential = await RunAsync(context, publisher, all, callers: 1);
        var concurrent = await RunAsync(context, publisher, clients, Callers);
        var others = await PublishAsync(publisher, ClientProgram.OtherProtocols);
        var protocols = await RunAsync(context, publisher, others, callers: 1);
        return
        [
            new("calls-sequential", [Processor, Allocated, new("time", "µs")], Rows(all, sequential, hasTime: true)),
            new("calls-concurrent", [Processor, Allocated], Rows(clients, concurrent, hasTime: false)),
            new("calls-protocols", [Processor, Allocated], Rows(others, protocols, hasTime: false)),
            .. Callgrind.IsAvailable ? [await CountAsync(publisher)] : Array.Empty<Table>(),
        ];
    }

    private static Column Processor { get; } = new("processor time", "µs");

    private static Column Allocated { get; } = new("allocated", "B");

    private static async Task<List<Subject>> PublishAsync(
        Publisher publisher, IReadOnlyList<ClientProgram> clients)
    {
        var programs = new List<Subject>();
        foreach (var client in clients)
        {
            programs.Add(new(client.Subject, (await publisher.PublishAsync(client, ProgramKind.Jit)).Runnable, client.Response, Calls));
        }

        return programs;
    }

    /// <summary>Keeps all programs running and gives each of them a round in turn.</summary>
    private static async Task<List<CallCosts>[]> RunAsync(
        MeasureContext context, Publisher publisher, List<Subject> programs, int callers)
    {
        MeasureContext.Report($"calls of {programs.Count} programs, {callers} callers");
        var processes = new List<(CallProcess Client, ResponseServer Server)>();
        var costs = programs.Select(static _ => new List<CallCosts>()).ToArray();
        try
        {
            foreach (var program in programs)
            {
                var server = await ResponseServer.StartAsync(publisher.Folder, program.Response);
                processes.Add((program.Program.StartCalls(server.Address), server));
                for (var round = 0; round < WarmUps; round++)
                {
                    await processes[^1].Client.RunAsync(program.Calls / callers * callers, callers);
                    await Task.Delay(Compilation);
                }
            }

            for (var round = context.Rounds(RoundCount); round > 0; round--)
            {
                for (var index = 0; index < programs.Count; index++)
                {
                    costs[index].Add(await processes[index].Client.RunAsync(programs[index].Calls / callers * callers, callers));
                }
            }
        }
        finally
        {
            foreach (var (client, server) in processes)
            {
                client.Dispose();
                await server.DisposeAsync();
            }
        }

        return costs;
    }

    private static List<Row> Rows(List<Subject> programs, List<CallCosts>[] costs, bool hasTime) =>
    [
        .. programs.Select((program, index) =>
        {
            var rounds = costs[index];
            var bytes = Cell.Of(rounds.Select(static round => round.Bytes));
            List<Cell?> cells = [Cell.Of(rounds.Select(static round => round.Processor)), bytes.Median > 0 ? bytes : null];
            return new Row(program.Name, hasTime ? [.. cells, Cell.Of(rounds.Select(static round => round.Time))] : cells);
        }),
    ];

    /// <summary>Counts the instructions of a call of native programs without a network: those of a long run less those of a short one.</summary>
    private static async Task<Table> CountAsync(Publisher publisher)
    {
        var rows = new List<Row>();
        foreach (var client in ClientProgram.DataZone)
        {
            var program = (await publisher.PublishAsync(client, ProgramKind.NativeAot)).Runnable;
            var few = await CountAsync(publisher, program, client.Response, CountedCalls / 2);
            var many = await CountAsync(publisher, program, client.Response, CountedCalls / 2 + CountedCalls);
            rows.Add(new(client.Subject, [Cell.Of((many - few) / CountedCalls / 1e3)]));
        }

        return new("calls-instructions", [new("instructions", "k")], rows);
    }

    private static Task<double> CountAsync(Publisher publisher, RunnableProgram program, CannedResponse response, int calls) => Callgrind.CountAsync(
        program, "count", System.IO.Path.Combine(publisher.Folder, response.File), response.ContentType, calls.ToString(CultureInfo.InvariantCulture));

    /// <summary>A program of a row, what its server returns, and the number of its calls in a round, which take about a second.</summary>
    private sealed record Subject(string Name, RunnableProgram Program, CannedResponse Response, int Calls);
}
