using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Benchmarks.Generation;

/// <summary>Measures the generator in a first build and after a keystroke, for one operation of the package and for all operations.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _compilation = null!;
    private CSharpCompilation _edited = null!;
    private GeneratorDriver _cold = null!;
    private GeneratorDriver _warm = null!;

    [Params("GetDataSourceRun", "*")]
    public string Operations { get; set; } = "*";

    [GlobalSetup]
    public void Setup()
    {
        _compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("class C;")]);
        _edited = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class D;"));
        _cold = ModelDriver.OfPackage(Operations).Create();
        _warm = _cold.RunGenerators(_compilation);
    }

    [Benchmark]
    public GeneratorDriver FirstBuild() => _cold.RunGenerators(_compilation);

    [Benchmark]
    public GeneratorDriver Keystroke() => _warm.RunGenerators(_edited);
}
