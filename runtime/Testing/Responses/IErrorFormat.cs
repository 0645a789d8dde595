using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The format of the errors of a protocol.</summary>
internal interface IErrorFormat
{
    /// <summary>Writes the code and the message, and starts the object with the other members.</summary>
    void BeginError(FakeErrorWriter writer, in ErrorHead error);
}
