using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>What the generator reports while it reads a single model file.</summary>
public sealed class ModelFileDiagnosticTests
{
    [Fact]
    [Trait("Rule", "DZG001")]
    public Task Malformed_JSON() => DiagnosticVerifier.VerifyFileAsync(
        """
        {
          "shapes": {{|#0:|},}
        }
        """,
        new DiagnosticResult(DiagnosticDescriptors.MalformedJson).WithLocation(0).WithArguments("expected a member name in double quotes but found ','"));

    [Fact]
    [Trait("Rule", "DZG002")]
    public Task A_file_that_is_no_model() => DiagnosticVerifier.VerifyFileAsync(
        """

          {|#0:{|}"name": "package", "version": 1}
        """,
        new DiagnosticResult(DiagnosticDescriptors.UnknownFileKind).WithLocation(0).WithArguments("its members are 'name', 'version'"));

    [Fact]
    [Trait("Rule", "DZG003")]
    public Task A_field_of_the_wrong_type() => DiagnosticVerifier.VerifyFileAsync(
        """
        {"shapes": {
          "Size": {"type": "integer",
                   "max": {|#0:"many"|}}}}
        """,
        new DiagnosticResult(DiagnosticDescriptors.WrongType).WithLocation(0).WithArguments("max", "a number", "a string"));
}
