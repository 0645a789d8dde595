using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using System.Xml.Linq;
using DataZoneGen.Benchmarks.Measure.Parts;

namespace DataZoneGen.Benchmarks.Measure.Programs;

/// <summary>Packs the packages of the repository and publishes programs that use them, outside the repository.</summary>
internal sealed class Publisher
{
    private static readonly string[] BuildOptions = ["-c", "Release", "-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    private readonly Dictionary<string, string> _environment;
    private readonly MeasureContext _context;

    private Publisher(MeasureContext context)
    {
        _context = context;
        Folder = Path.Combine(context.Scratch, "programs");

        // Packages of other authors stay for the next run.
        _environment = new() { ["NUGET_PACKAGES"] = Path.Combine(Path.GetTempPath(), "datazonegen-measure-packages") };
    }

    /// <summary>The folder with the sources of the programs and the bodies of responses.</summary>
    public string Folder { get; }

    /// <summary>Packs the packages and copies the sources of the programs.</summary>
    public static async Task<Publisher> CreateAsync(MeasureContext context)
    {
        var publisher = new Publisher(context);
        if (Directory.Exists(publisher.Folder))
        {
            return publisher;
        }

        MeasureContext.Report("packing");
        var version = "1.0.0-measure." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        var feed = Path.Combine(context.Scratch, "feed");
        await Commands.RunAsync(
            context.Root,
            new Dictionary<string, string>(),
            [Commands.DotnetHost, "pack", "runtime/DataZoneGen.Runtime.csproj", "-o", feed, "-p:Version=" + version, "-p:RunAnalyzers=false", .. BuildOptions]);
        Copy(Path.Combine(context.Root, "tests", "Benchmarks", "Programs"), publisher.Folder);
        foreach (var service in new[] { "dynamodb", "s3" })
        {
            Copy(Path.Combine(context.Root, "tests", "Shared", "Models", service), Path.Combine(publisher.Folder, "Models", service));
        }

        publisher.WriteVersions(version);
        await File.WriteAllTextAsync(
            Path.Combine(publisher.Folder, "nuget.config"), $"""<configuration><packageSources><add key="local" value="{feed}" /></packageSources></configuration>""");
        return publisher;
    }

    /// <summary>Publishes a program, unless this run has done so.</summary>
    public async Task<PublishedProgram> PublishAsync(ClientProgram program, ProgramKind kind)
    {
        var published = Published(program, kind);
        if (Directory.Exists(published.Folder))
        {
            return published;
        }

        MeasureContext.Report($"publishing {program.Name}, {kind}");
        var intermediate = Path.Combine(_context.Scratch, "obj", kind.ToString(), program.Name) + Path.DirectorySeparatorChar;
        string[] options = kind switch
        {
            ProgramKind.Jit => ["--self-contained", "false", "-p:UseAppHost=false"],
            ProgramKind.ReadyToRun => ["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true"],
            _ => ["-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true"],
        };
        await Commands.RunAsync(
            Folder,
            _environment,
            [
                Commands.DotnetHost, "publish", "Client.csproj", "-o", published.Folder, "-p:Client=" + program.Name,
                "-p:BaseIntermediateOutputPath=" + intermediate, .. BuildOptions, .. options,
            ]);
        return published;
    }

    /// <summary>Returns where a program is published.</summary>
    public PublishedProgram Published(ClientProgram program, ProgramKind kind) =>
        new(program, kind, Path.Combine(_context.Scratch, "published", kind.ToString(), program.Name));

    /// <summary>Gives the programs the versions of packages that the repository uses.</summary>
    private void WriteVersions(string version)
    {
        var versions = XDocument.Load(Path.Combine(_context.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Where(static package => ((string)package.Attribute("Include")!).StartsWith("AWSSDK.", StringComparison.Ordinal))
            .Select(static package => new XElement(package));
        var own = new XElement("PackageVersion", new XAttribute("Include", "DataZoneGen"), new XAttribute("Version", version));
        new XElement(
            "Project",
            new XElement("PropertyGroup", new XElement("ManagePackageVersionsCentrally", "true")),
            new XElement("ItemGroup", own, versions)).Save(Path.Combine(Folder, "Directory.Packages.props"));
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
