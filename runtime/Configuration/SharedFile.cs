using System;
using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Core;

/// <summary>One of the two shared AWS configuration files. What cannot be read is left out.</summary>
internal sealed class SharedFile
{
    private SharedFile(string? path) => Path = path ?? "";

    public string Path { get; }

    public Dictionary<string, SharedSection> Profiles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SharedSection> SsoSessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SharedSection> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Why the file was not read completely; <see langword="null"/> if there was no problem. The text quotes nothing from the file, which may contain
    /// secrets.
    /// </summary>
    public string? Problem { get; private set; }

    /// <summary>Reads a file. The result is empty if the file does not exist, and has a <see cref="Problem"/> if the file cannot be read.</summary>
    /// <param name="path">The path of the file; <see langword="null"/> if there is none.</param>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="includeKeys">Whether to keep access keys.</param>
    public static SharedFile Read(string? path, SharedFileKind kind, bool includeKeys)
    {
        var file = new SharedFile(path);
        if (!File.Exists(path))
        {
            return file;
        }

        try
        {
            // Tools that rotate keys may have the file open at the same time.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            new SharedFileParser(reader, file, kind, includeKeys).Parse();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            file.Problem = $"The file {path} cannot be read.";
        }

        return file;
    }

    /// <summary>Records a line that belongs to no section.</summary>
    public void SetMalformed(int line) => Problem ??= $"Line {line} of the file {Path} is neither a section nor a property.";
}
