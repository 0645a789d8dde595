using System.ComponentModel;

namespace DataZoneGen.Testing.Wire;

/// <summary>Collects what the service would refuse in a request.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestValidation
{
    internal RequestValidation()
    {
    }
}
