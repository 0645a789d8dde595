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

    public static readonly DiagnosticDescriptor UnreachableCatch = Info(
        "DZG110", "No called operation throws the exception", "No operation that the 'try' block calls throws {0}",
        "The model lists the exceptions of each operation. For an error that it does not list, the client throws the base exception of the service, with the error's code in ErrorCode.");

    public static readonly DiagnosticDescriptor HandwrittenPaging = Info(
        "DZG111", "A loop requests pages by hand", "The loop requests the pages of {0} by hand; {1} does that",
        "'await foreach' over the paginator requests each page when it is needed, and stops if the service returns the same token twice.");

    public static readonly DiagnosticDescriptor HandwrittenWaiting = Info(
        "DZG112", "A loop waits by hand", "The loop calls {0} until the response has a certain status; {1} does that",
        "The waiter has the delays and the conditions of the model. It ends with an exception if the condition cannot be met any more, or after a timeout.");

    private const string Category = "DataZoneGen";

    private static DiagnosticDescriptor Warning(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message, string description) =>
        Create(id, title, message, description, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, string description, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description, HelpLink(id));

    private static string HelpLink(string id) =>
        "https://github.com/datazonegen/datazonegen/blob/main/docs/analyzers.md#" + id.ToLowerInvariant();
}
