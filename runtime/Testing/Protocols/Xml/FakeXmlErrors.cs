using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>What the errors of the protocols with XML responses have in common.</summary>
internal static class FakeXmlErrors
{
    /// <summary>Writes the members that all errors have.</summary>
    public static void WriteHead(FakeErrorWriter writer, in ErrorHead error, bool hasType)
    {
        var xml = writer.Xml;
        if (hasType)
        {
            xml.String("Type"u8, error.IsSenderFault ? "Sender" : "Receiver");
        }

        xml.String("Code"u8, error.Code);
        xml.String("Message"u8, error.Message);
    }

    /// <summary>Starts the envelope of an error of the AWS query protocol and, except in S3, of restXml.</summary>
    public static void BeginEnvelope(FakeErrorWriter writer, in ErrorHead error, byte[] xmlNamespace)
    {
        var xml = writer.Xml;
        xml.Name("ErrorResponse"u8, default, xmlNamespace);
        xml.BeginObject();
        xml.Name("Error"u8);
        xml.BeginObject();
        WriteHead(writer, error, hasType: true);
    }

    /// <summary>Ends the envelope.</summary>
    public static void EndEnvelope(FakeErrorWriter writer, string requestId)
    {
        var xml = writer.Xml;
        xml.EndObject();
        xml.String("RequestId"u8, requestId);
        xml.EndObject();
    }

    /// <summary>Returns the error of a refused request in the AWS query protocol and, except in S3, in restXml.</summary>
    public static (string Code, int Status) GetError(FakeRefusal reason) => reason switch
    {
        FakeRefusal.Malformed => ("MalformedInput", 400),
        FakeRefusal.UnknownOperation => ("InvalidAction", 404),
        FakeRefusal.Validation => ("ValidationError", 400),
        FakeRefusal.Throttling => ("Throttling", 400),
        FakeRefusal.MissingSignature => ("MissingAuthenticationToken", 403),
        FakeRefusal.UnknownCredentials => ("InvalidClientTokenId", 403),
        FakeRefusal.Expired => ("RequestExpired", 400),
        FakeRefusal.ClockSkew => ("RequestTimeTooSkewed", 403),
        _ => ("SignatureDoesNotMatch", 403),
    };
}
