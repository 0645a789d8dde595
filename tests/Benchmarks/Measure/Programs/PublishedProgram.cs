using System;
using System.IO;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>A program of the repository, compiled.</summary>
internal sealed record PublishedProgram(ClientProgram Program, ProgramKind Kind, string Folder)
{
    private string NativeFile => Path.Combine(Folder, Program.Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    /// <summary>The size of a native program in megabytes.</summary>
    public double Megabytes => new FileInfo(NativeFile).Length / 1e6;

    public RunnableProgram Runnable => new(
        Kind == ProgramKind.NativeAot ? [NativeFile] : [Commands.DotnetHost, Path.Combine(Folder, Program.Name + ".dll")], Folder);
}
