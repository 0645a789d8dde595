using System;

namespace DataSourceRuns.Commands;

/// <summary>An option is missing or invalid.</summary>
internal sealed class UsageException(string message) : Exception(message);
