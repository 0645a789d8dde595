namespace DataZoneGen.Generator.Selection;

/// <summary>What is generated for tests: the server's side of the operations.</summary>
internal enum FakeMode
{
    /// <summary>Only the client is generated.</summary>
    None,

    /// <summary>The client and the fake are generated into the same project.</summary>
    WithClient,

    /// <summary>Only the fake is generated. A referenced project has the client.</summary>
    Only,
}
