using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The protocol restXml, whose generated code writes everything that a request has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RestXmlProtocol : XmlProtocol;
