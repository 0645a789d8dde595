using System;
using System.Collections.Generic;
using System.IO;

namespace DataZoneGen.Core;

/// <summary>One of the two shared AWS configuration files, as far as it can be read.</summary>
internal sealed class SharedFile
{
    private SharedFile(string? path) => Path = path ?? "";

    public string Path { get; }

    public Dictionary<string, SharedSection> Profiles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SharedSection> SsoSessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SharedSection> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Why something that is missing may be in the file all the same; <see langword="null"/> when the file can be read and each of its lines belongs to
    /// a section. Repeats nothing of the file, which may hold secrets.
    /// </summary>
    public string? Problem { get; private set; }

    /// <summary>Reads a file. One that does not exist is empty; one that cannot be read has a <see cref="Problem"/>.</summary>
    /// <param name="path">The file; <see langword="null"/> for none.</param>
    /// <param name="kind">Which of the two files it is.</param>
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
            // Tools that replace keys may have the file open at the same time.
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
