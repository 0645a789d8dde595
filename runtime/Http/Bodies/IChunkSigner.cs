using System;

namespace DataZoneGen.Core;

/// <summary>Signs the chunks of a body in their order.</summary>
internal interface IChunkSigner
{
    /// <summary>Writes the line before the data of a chunk.</summary>
    /// <param name="data">The bytes, which must not be empty: an empty chunk ends the body.</param>
    /// <param name="target">The buffer to write to.</param>
    void WriteHeader(ReadOnlySpan<byte> data, Utf8Buffer target);

    /// <summary>Writes the end of the body.</summary>
    /// <param name="trailer">The trailing headers, with names in lowercase. They are sorted in place.</param>
    /// <param name="target">The buffer to write to.</param>
    void WriteEnd(HeaderList trailer, Utf8Buffer target);
}
