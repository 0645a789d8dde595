using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bindings;

/// <summary>Writes the statements that compare the messages of <c>input</c> and <c>response</c> with their checksums.</summary>
internal static class MessageCheckCode
{
    private const string Checksums = CSharpTypes.Wire + "MessageChecksums.";

    public static string Write(MessageCheckPlan check)
    {
        var writer = new SourceWriter();
        switch (check)
        {
            case { Returned: null }:
                WriteChecks(writer, check, "input", "response");
                break;
            case { Sent: null }:
                using (writer.Block("foreach (var returned in response." + check.Returned + ")"))
                {
                    WriteChecks(writer, check, "returned", "returned");
                }

                break;
            default:
                using (writer.Block("foreach (var returned in response." + check.Returned + ")"))
                using (writer.Block("foreach (var sent in input." + check.Sent + ")"))
                using (writer.Block("if (sent." + check.Key + " == returned." + check.Key + ")"))
                {
                    WriteChecks(writer, check, "sent", "returned");
                }

                break;
        }

        return writer.ToString();
    }

    private static void WriteChecks(SourceWriter writer, MessageCheckPlan check, string message, string checksums)
    {
        var id = checksums + "." + check.MessageId;
        writer.Line(Checksums + "CheckBody(" + id + ", " + message + "." + check.Body + ", " + checksums + "." + check.BodyMd5 + ");");
        foreach (var attributes in check.Attributes)
        {
            writer.Line(
                Checksums + "CheckAttributes(" + id + ", " + message + "." + attributes.Attributes + ", " + checksums + "." + attributes.Md5
                + ", static value => (value." + attributes.DataType + ", value." + attributes.StringValue + ", value." + attributes.BinaryValue + "));");
        }
    }
}
