using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The protocol restJson1, whose generated code writes everything that a request has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RestJsonProtocol : JsonProtocol
{
    /// <summary>The instance for all services.</summary>
    public static readonly RestJsonProtocol Instance = new();

    private RestJsonProtocol()
        : base(prefersType: false)
    {
    }
}
