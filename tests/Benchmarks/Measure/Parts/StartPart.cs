using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Measure.Programs;
using DataZoneGen.Benchmarks.Measure.Results;

namespace DataZoneGen.Benchmarks.Measure.Parts;

/// <summary>The first call of a process, from its start: time, instructions, methods compiled for it, and the size of a native program.</summary>
internal sealed class StartPart : IPart
{
    private const int TimeRounds = 15;
    private const int InstructionRounds = 2;

    public string Name => "start";

    public async Task<IReadOnlyList<Table>> MeasureAsync(MeasureContext context)
    {
        var publisher = await Publisher.CreateAsync(context);
        var dataZone = await MeasureAsync(
            context, publisher, "first-call", ClientProgram.DataZone, [ProgramKind.Jit, ProgramKind.ReadyToRun, ProgramKind.NativeAot]);
        var others = await MeasureAsync(context, publisher, "first-call-protocols", ClientProgram.OtherProtocols, [ProgramKind.Jit, ProgramKind.NativeAot]);
        return [dataZone, others, await MeasureLanguagesAsync(context, publisher)];
    }

    private static async Task<Table> MeasureAsync(
        MeasureContext context, Publisher publisher, string name, IReadOnlyList<ClientProgram> clients, IReadOnlyList<ProgramKind> kinds)
    {
        var columns = new List<Column>();
        var cells = clients.ToDictionary(static client => client, static _ => new List<Cell?>());
        foreach (var kind in kinds)
        {
            var programs = new List<(RunnableProgram, ResponseServer)>();
            foreach (var client in clients)
            {
                var program = await publisher.PublishAsync(client, kind);
                programs.Add((program.Runnable, await ResponseServer.StartAsync(publisher.Folder, client.Response)));
            }

            var label = kind switch
            {
                ProgramKind.Jit => "JIT",
                ProgramKind.NativeAot => "NativeAOT",
                _ => "ReadyToRun",
            };
            MeasureContext.Report($"first calls, {label}");
            var calls = await MeasureTimesAsync(programs, context.Rounds(TimeRounds));
            columns.Add(new(label + " time", "ms"));
            columns.Add(new(label + " instructions", "M"));
            for (var index = 0; index < clients.Count; index++)
            {
                cells[clients[index]].Add(Cell.Of(calls[index].Select(static call => call.Milliseconds)));
                cells[clients[index]].Add(await CountAsync(programs[index].Item1, programs[index].Item2.Address, context.Rounds(InstructionRounds)));
                await programs[index].Item2.DisposeAsync();
            }

            if (kind == ProgramKind.Jit)
            {
                columns.Add(new("JIT methods", ""));
                AddEach(cells, clients, index => Cell.Of(calls[index].Select(static call => call.Methods)));
            }
            else if (kind == ProgramKind.NativeAot)
            {
                columns.Add(new("NativeAOT size", "MB"));
                AddEach(cells, clients, index => Cell.Of(publisher.Published(clients[index], kind).Megabytes));
            }
        }

        return new(name, columns, [.. clients.Select(client => new Row(client.Subject, cells[client]))]);
    }

    private static void AddEach(Dictionary<ClientProgram, List<Cell?>> cells, IReadOnlyList<ClientProgram> clients, Func<int, Cell> create)
    {
        for (var index = 0; index < clients.Count; index++)
        {
            cells[clients[index]].Add(create(index));
        }
    }

    /// <summary>Compares the first call of DataZone with that of the SDKs for other languages.</summary>
    private static async Task<Table> MeasureLanguagesAsync(MeasureContext context, Publisher publisher)
    {
        var client = ClientProgram.DataZone.Single(static client => client.Name == "GeneratedDataZone");
        List<(string Subject, RunnableProgram Program)> subjects =
        [
            ("DataZoneGen (JIT)", publisher.Published(client, ProgramKind.Jit).Runnable),
            ("DataZoneGen (ReadyToRun)", publisher.Published(client, ProgramKind.ReadyToRun).Runnable),
            ("DataZoneGen (NativeAOT)", publisher.Published(client, ProgramKind.NativeAot).Runnable),
            .. await OtherLanguages.FindAsync(publisher),
        ];
        MeasureContext.Report("first calls in other languages");
        await using var server = await ResponseServer.StartAsync(publisher.Folder, client.Response);
        var calls = await MeasureTimesAsync([.. subjects.Select(subject => (subject.Program, server))], context.Rounds(TimeRounds));
        return new(
            "first-call-languages",
            [new("time", "ms")],
            [.. subjects.Select((subject, index) => new Row(subject.Subject, [Cell.Of(calls[index].Select(static call => call.Milliseconds))]))]);
    }

    /// <summary>Runs each program once in each round, after two rounds that fill the caches of the machine.</summary>
    private static async Task<List<(double Milliseconds, double Methods)>[]> MeasureTimesAsync(
        List<(RunnableProgram Program, ResponseServer Server)> programs, int rounds)
    {
        const int WarmUps = 2;
        var calls = programs.Select(static _ => new List<(double, double)>()).ToArray();
        for (var round = 0; round < rounds + WarmUps; round++)
        {
            for (var index = 0; index < programs.Count; index++)
            {
                var call = await programs[index].Program.RunFirstCallAsync(programs[index].Server.Address);
                if (round >= WarmUps)
                {
                    calls[index].Add(call);
                }
            }
        }

        return calls;
    }

    private static async Task<Cell?> CountAsync(RunnableProgram program, Uri address, int rounds)
    {
        if (!Callgrind.IsAvailable)
        {
            return null;
        }

        var counts = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            counts.Add(await Callgrind.CountAsync(program, "first", address.AbsoluteUri) / 1e6);
        }

        return Cell.Of(counts);
    }
}
