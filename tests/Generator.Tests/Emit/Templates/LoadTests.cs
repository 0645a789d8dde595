using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>Scriban refers to System.Text.Json, which a compiler host may not have. The generator must not load it.</summary>
public sealed class LoadTests
{
    [Fact]
    public void The_generator_does_not_load_System_Text_Json()
    {
        var host = new HostWithoutJson();
        var generator = (IIncrementalGenerator)Activator.CreateInstance(
            host.LoadFromAssemblyPath(typeof(ClientGenerator).Assembly.Location).GetType(typeof(ClientGenerator).FullName!, throwOnError: true)!)!;

        var texts = Generate(generator);

        Assert.Equal(Generate(new ClientGenerator()), texts);
        Assert.Contains("Scriban.Signed", host.Loaded);
        Assert.Throws<FileNotFoundException>(() => host.LoadFromAssemblyName(new AssemblyName("System.Text.Json")));
    }

    private static IEnumerable<string> Generate(IIncrementalGenerator generator)
    {
        var files = DataZone.Files.Concat(Gallery.Files).ToList();
        var result = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()], files.Select(static file => file.ToAdditionalText()), Compiler.ParseOptions, new TestOptions("Acme", files))
            .RunGenerators(Compiler.Compile([], hasHttpFactory: true)).GetRunResult().Results.Single();
        Assert.NotEmpty(result.GeneratedSources);
        return [.. result.GeneratedSources.Select(static source => source.HintName + "\n" + source.SourceText), .. result.Diagnostics.Select(static d => d.ToString())];
    }

    /// <summary>Loads the generator and its libraries anew, beside those of the tests, and refuses System.Text.Json.</summary>
    private sealed class HostWithoutJson() : AssemblyLoadContext("Host without JSON")
    {
        public List<string> Loaded { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Loaded.Add(assemblyName.Name!);
            return assemblyName.Name switch
            {
                "System.Text.Json" => throw new FileNotFoundException("This host has no System.Text.Json."),
                "Scriban.Signed" => LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "Scriban.Signed.dll")),
                _ => null,
            };
        }
    }
}
