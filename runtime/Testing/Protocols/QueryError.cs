using DataZoneGen.Testing.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>The header of services that used the AWS query protocol before, with the error code of that protocol.</summary>
internal static class QueryError
{
    public static void Write(FakeErrorWriter writer, in ErrorHead error)
    {
        if (error.QueryCode is { } code)
        {
            writer.Header("x-amzn-query-error", code + (error.IsSenderFault ? ";Sender" : ";Receiver"));
        }
    }
}
