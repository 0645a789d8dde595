using System;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using DataZoneGen.Benchmarks.Analyzers;
using DataZoneGen.Benchmarks.Fakes;
using DataZoneGen.Benchmarks.Measure;
using DataZoneGen.Benchmarks.Measure.Programs;
using DataZoneGen.Benchmarks.Measure.Rendering;
using DataZoneGen.Benchmarks.Processes;
using DataZoneGen.Benchmarks.Transfers;

switch (args)
{
    case [MeasureCommand.Command, ..]:
        await MeasureCommand.RunAsync(Repository.FindRoot(), args[1..]);
        return;
    case [RenderCommand.Command]:
        RenderCommand.Run(Repository.FindRoot());
        return;
    case [ResponseServer.Command, var file, var contentType, var checksum]:
        await ResponseServer.RunAsync(new(file, contentType, checksum));
        return;
    case [TransferServer.Command, var size]:
        await TransferServer.RunAsync(long.Parse(size, CultureInfo.InvariantCulture));
        return;
    case [TransferWorker.Command, var way, var address, var folder, ..]:
        await TransferWorker.RunAsync(way, new Uri(address), folder, TransferPlan.Parse(args.AsSpan(4)));
        return;
    case [TransferProgram.Command, ..]:
        await TransferProgram.RunAsync(args[1..]);
        return;
    case [FakeProgram.Command]:
        await FakeProgram.RunAsync();
        return;
    case [AnalyzerProgram.Command]:
        await AnalyzerProgram.RunAsync();
        return;
}

// In-process, because BenchmarkDotNet cannot create projects for this SDK yet.
var config = DefaultConfig.Instance
    .AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
