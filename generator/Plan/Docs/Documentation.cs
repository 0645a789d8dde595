using System.Collections.Generic;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Docs;

/// <summary>Creates the XML documentation of types and members: the documentation of the model and facts about the wire format.</summary>
internal static class Documentation
{
    private const string TokenNote = "If this is <see langword=\"null\"/>, the client generates a random token, so that the service processes a request only once even if it is retried.";

    public static DocPlan ForType(string? documentation, string fallback, params string[] remarks) => Create(DocText.Paragraphs(documentation), fallback, remarks);

    private static DocPlan Create(List<string> paragraphs, string fallback, params string[] remarks)
    {
        if (paragraphs.Count == 0 || DocText.IsList(paragraphs[0]))
        {
            return new DocPlan(DocText.Escape(fallback), [.. paragraphs, .. remarks]);
        }

        var summary = paragraphs[0];
        paragraphs.RemoveAt(0);
        return new DocPlan(summary, [.. paragraphs, .. remarks]);
    }

    /// <param name="member">The member.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="place">The place of the member in the message.</param>
    /// <param name="isToken">Whether the member is an idempotency token, which the client generates if it is null.</param>
    /// <param name="defaultValue">The default value; null if there is none.</param>
    public static DocPlan ForMember(Member member, Shape shape, string place, bool isToken, string? defaultValue = null)
    {
        var facts = place + " " + Code(member.WireName) + Limits(shape) + (defaultValue is null ? "" : "; default " + Code(defaultValue)) + ".";
        return ForType(member.Documentation ?? shape.Documentation, "The " + member.Name + ".", isToken ? [TokenNote, facts] : [facts]);
    }

    /// <summary>What the model says about a value, and the string on the wire; the string alone where the model says nothing.</summary>
    public static DocPlan ForEnumValue(string value, string? documentation)
    {
        var paragraphs = DocText.Paragraphs(documentation);
        return paragraphs.Count == 0 ? new DocPlan(Code(value), []) : Create(paragraphs, value, "The value on the wire is " + Code(value) + ".");
    }

    /// <summary>Creates the documentation of an operation, with a link to the API reference.</summary>
    public static DocPlan ForOperation(OperationModel operation, ServiceMetadata metadata)
    {
        var link = metadata.Uid is null
            ? Code(operation.Name) + "."
            : "<see href=\"https://docs.aws.amazon.com/goto/WebAPI/" + DocText.Escape(metadata.Uid).Replace("\"", "") + "/"
                + DocText.Escape(operation.Name).Replace("\"", "") + "\">" + DocText.Escape(operation.Name) + " in the API reference</see>.";
        return ForType(operation.Documentation, "Calls " + operation.Name + ".", link);
    }

    private static string Limits(Shape shape)
    {
        var (min, max, pattern) = (shape.Constraints.Min, shape.Constraints.Max, shape.Constraints.Pattern);
        var unit = shape.Kind switch
        {
            ShapeKind.String => " characters",
            ShapeKind.List => " items",
            ShapeKind.Map => " entries",
            ShapeKind.Blob => " bytes",
            _ => "",
        };
        var range = (min, max) switch
        {
            (null, null) => "",
            (not null, null) => "; at least " + min + unit,
            (null, not null) => "; at most " + max + unit,
            _ when min == max => "; exactly " + min + unit,
            _ => "; " + min + " to " + max + unit,
        };
        return range + (pattern is null ? "" : "; pattern " + Code(pattern));
    }

    private static string Code(string text) => "<c>" + DocText.Escape(text) + "</c>";
}
