using System.Text;
using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>What the protocols with JSON bodies have in common.</summary>
internal abstract class FakeJsonProtocol : FakeProtocol
{
    internal override void EndError(FakeErrorWriter writer, string requestId)
    {
        writer.Json.EndObject();
        writer.DefaultHeader(RequestIdHeader, requestId);
    }

    /// <summary>Starts the object with the members, and writes the message.</summary>
    private protected static void BeginObject(FakeErrorWriter writer, in ErrorHead error)
    {
        writer.Json.BeginObject();
        if (error.Message is not null)
        {
            writer.Json.String(Encoding.UTF8.GetBytes(error.MessageName ?? "message"), error.Message);
        }
    }
}
