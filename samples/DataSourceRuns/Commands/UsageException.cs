using System;

namespace DataSourceRuns.Commands;

/// <summary>The command line does not say what the command needs, or says it wrongly.</summary>
internal sealed class UsageException(string message) : Exception(message);
