using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Diagnostics;

/// <summary>The diagnostics of the analyzers, which look at C# code. docs/analyzers.md has a section for each of them.</summary>
internal static class AnalyzerDescriptors
{
    public static readonly DiagnosticDescriptor PatternMismatch = Warning(
        "DZG101", "A constant does not match the pattern of the model", "{0} must match the pattern {1}",
        "The service rejects strings that do not match the pattern. The message does not contain the string, which may be a secret.");

    public static readonly DiagnosticDescriptor LengthOutOfRange = Warning(
        "DZG102", "A constant is shorter or longer than the model allows", "{0} must have {1}; this value has {2}",
        "The service rejects strings and blobs of other lengths. The length of a string is its number of Unicode code points.");

    public static readonly DiagnosticDescriptor NumberOutOfRange = Warning(
        "DZG103", "A constant number is smaller or greater than the model allows", "{0} must be {1}",
        "The service rejects numbers outside of the range.");

    public static readonly DiagnosticDescriptor SizeOutOfRange = Warning(
        "DZG104", "A list or map has fewer or more items than the model allows", "{0} must have {1}; this value has {2}",
        "The service rejects lists and maps of other sizes. Lists and maps with a size that the compiler does not know are not checked.");

    public static readonly DiagnosticDescriptor UnknownEnumValue = Warning(
        "DZG105", "The model does not define the value of an enum", "The model does not define this value of {0}{1}",
        "The service may know more values than the model. If it does, use a newer model, or suppress the warning.");

    private const string Category = "DataZoneGen";

    private static DiagnosticDescriptor Warning(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, string description, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description, HelpLink(id));

    private static string HelpLink(string id) =>
        "https://github.com/datazonegen/datazonegen/blob/main/docs/analyzers.md#" + id.ToLowerInvariant();
}
