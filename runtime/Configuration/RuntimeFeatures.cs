using System;

namespace DataZoneGen.Wire;

/// <summary>What an app can turn off when it is built, so that trimming leaves it out.</summary>
internal static class RuntimeFeatures
{
    /// <summary>
    /// Whether to go to AWSSDK.Core for what the options and the environment do not say: profiles, single sign-on, containers, instances. On
    /// unless the switch <c>DataZoneGen.UseSdkChain</c> says otherwise. A natively compiled app is about 3 MB smaller without it.
    /// </summary>
    public static bool UsesSdkChain => !AppContext.TryGetSwitch("DataZoneGen.UseSdkChain", out var isOn) || isOn;
}
