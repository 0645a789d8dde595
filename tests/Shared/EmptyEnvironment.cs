using System;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace DataZoneGen.Tests;

/// <summary>Takes the machine's own AWS settings out of the process before any test: clients read the environment and the configuration files.</summary>
internal static class EmptyEnvironment
{
    /// <summary>Set in child processes, whose environment is what a test is about.</summary>
    public const string Keep = "DATAZONEGEN_KEEP_ENVIRONMENT";

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Nothing else runs before all tests of an assembly.")]
    public static void Clear()
    {
        if (Environment.GetEnvironmentVariable(Keep) is not null)
        {
            return;
        }

        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key))
        {
            if (name.StartsWith("AWS_", StringComparison.Ordinal))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        var none = Path.Combine(Path.GetTempPath(), "no-such-file");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", none);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", none);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }
}
