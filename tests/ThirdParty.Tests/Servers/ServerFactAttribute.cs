using System;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Servers;

/// <summary>A test that calls a server from npm; skipped with the reason where the server cannot be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = NodeModules.MissingReason;

    /// <summary>Whether the test also runs curl.</summary>
    public bool RunsCurl
    {
        get;
        set
        {
            field = value;
            Skip ??= value ? Curl.MissingReason : null;
        }
    }
}
