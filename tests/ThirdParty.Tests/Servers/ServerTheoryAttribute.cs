using System;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Servers;

/// <summary>A test with several inputs that calls a server from npm; skipped with the reason where the server cannot be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerTheoryAttribute : TheoryAttribute
{
    public ServerTheoryAttribute() => Skip = NodeModules.MissingReason;
}
