using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace DataZoneGen.Core;

/// <summary>The content to upload, which is taken in parts from its start to its end.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The callers dispose the sources and the parts.")]
internal abstract class UploadSource : IDisposable
{
    /// <summary>The length in bytes; <see langword="null"/> if it is not known.</summary>
    public abstract long? Length { get; }

    /// <summary>Opens a file.</summary>
    public static UploadSource Open(string path) => new FileSource(File.OpenHandle(path, options: FileOptions.Asynchronous), start: 0, ownsFile: true);

    /// <summary>Creates the source for a stream from its current position to its end.</summary>
    /// <param name="stream">The stream; <see langword="null"/> for no content.</param>
    /// <param name="length">The length that the caller knows, for a stream that cannot seek.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public static UploadSource Create(Stream? stream, long? length) => stream switch
    {
        null => new MemorySource(default),
        { CanRead: false } => throw new ArgumentException("The stream cannot be read.", nameof(stream)),
        FileStream { CanSeek: true } file when file.GetType() == typeof(FileStream) => new FileSource(file.SafeFileHandle, file.Position, ownsFile: false),
        MemoryStream memory when memory.GetType() == typeof(MemoryStream) && memory.TryGetBuffer(out var bytes) =>
            new MemorySource(bytes[(int)Math.Min(memory.Position, bytes.Count)..]),
        { CanSeek: true } => new SequentialSource(stream, Math.Max(stream.Length - stream.Position, 0)),
        _ => new SequentialSource(stream, length),
    };

    /// <summary>Takes the next part. Only the part after the last one is empty, or the only part of an empty source.</summary>
    /// <param name="size">The size of the part, unless it is the last one.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public abstract ValueTask<SourcePart> TakeAsync(long size, CancellationToken cancellationToken);

    public abstract void Dispose();

    /// <summary>A file. Its parts are read when they are sent.</summary>
    private sealed class FileSource(SafeFileHandle file, long start, bool ownsFile) : UploadSource
    {
        private readonly long _length = Math.Max(RandomAccess.GetLength(file) - start, 0);
        private long _taken;

        public override long? Length => _length;

        public override ValueTask<SourcePart> TakeAsync(long size, CancellationToken cancellationToken)
        {
            var count = Math.Min(size, _length - _taken);
            var part = new SourcePart(new FilePartStream(file, start + _taken, count), isLast: _taken + count == _length);
            _taken += count;
            return ValueTask.FromResult(part);
        }

        public override void Dispose()
        {
            if (ownsFile)
            {
                file.Dispose();
            }
        }
    }

    /// <summary>Content in memory that needs no copy.</summary>
    private sealed class MemorySource(ArraySegment<byte> bytes) : UploadSource
    {
        private ArraySegment<byte> _rest = bytes.Array is null ? ArraySegment<byte>.Empty : bytes;

        public override long? Length { get; } = bytes.Count;

        public override ValueTask<SourcePart> TakeAsync(long size, CancellationToken cancellationToken)
        {
            var part = _rest[..(int)Math.Min(size, _rest.Count)];
            _rest = _rest[part.Count..];
            var stream = new MemoryStream(part.Array!, part.Offset, part.Count, writable: false, publiclyVisible: true);
            return ValueTask.FromResult(new SourcePart(stream, isLast: _rest.Count == 0));
        }

        public override void Dispose()
        {
        }
    }
}
