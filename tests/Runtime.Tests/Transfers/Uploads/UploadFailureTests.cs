using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Uploads;

public sealed class UploadFailureTests : IDisposable
{
    private readonly TransferFolder _folder = new();

    [Fact]
    public async Task A_part_that_fails_aborts_the_upload()
    {
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(1000)), OnPart = Fail(at: 4) };

        var exception = await Assert.ThrowsAsync<TestException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None));

        Assert.Equal("part 4", exception.Message);
        Assert.Equal("abort upload 1", upload.Calls[^1]);
        Assert.Null(upload.Completed);
    }

    [Fact]
    public async Task A_part_that_fails_cancels_the_others_and_waits_for_them()
    {
        var ended = 0;
        var upload = new FakeUpload
        {
            Content = new MemoryStream(Samples.Bytes(1000)),
            OnPart = async (number, _, token) =>
            {
                if (number == 3)
                {
                    throw new TestException("part 3");
                }

                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
                }
                finally
                {
                    await Task.Yield();
                    Interlocked.Increment(ref ended);
                }
            },
        };

        await Assert.ThrowsAsync<TestException>(() => upload.UploadAsync(Samples.Options(maxConcurrency: 3), CancellationToken.None));

        Assert.Equal(upload.PartCalls.Count() - 1, ended);
    }

    [Fact]
    public async Task A_failed_completion_aborts_the_upload()
    {
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(250)), OnComplete = static _ => throw new TestException("complete") };

        await Assert.ThrowsAsync<TestException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None));

        Assert.Equal("abort upload 1", upload.Calls[^1]);
    }

    [Fact]
    public async Task An_abort_that_fails_does_not_hide_the_failure()
    {
        var upload = new FakeUpload
        {
            Content = new MemoryStream(Samples.Bytes(250)),
            OnPart = Fail(at: 2),
            OnAbort = static _ => throw new InvalidOperationException("abort"),
        };

        Assert.Equal("part 2", (await Assert.ThrowsAsync<TestException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None))).Message);
    }

    [Fact]
    public async Task An_abort_ends_after_its_own_timeout()
    {
        var upload = new FakeUpload
        {
            Content = new MemoryStream(Samples.Bytes(250)),
            OnPart = Fail(at: 2),
            OnAbort = static token => Task.Delay(Timeout.InfiniteTimeSpan, token),
        };

        await Assert.ThrowsAsync<TestException>(() => upload.UploadAsync(Samples.Options(abortTimeout: TimeSpan.FromMilliseconds(1)), CancellationToken.None));
    }

    [Fact]
    public async Task A_canceled_upload_is_aborted()
    {
        using var source = new CancellationTokenSource();
        var abortCanBeSent = false;
        var upload = new FakeUpload
        {
            Content = new MemoryStream(Samples.Bytes(1000)),
            OnPart = async (number, _, token) =>
            {
                if (number == 3)
                {
                    await source.CancelAsync();
                }

                token.ThrowIfCancellationRequested();
            },
            OnAbort = token =>
            {
                abortCanBeSent = !token.IsCancellationRequested;
                return Task.CompletedTask;
            },
        };

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload.UploadAsync(Samples.Options(), source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.True(abortCanBeSent);
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_aborts_the_upload()
    {
        var bytes = Samples.Bytes(1000);
        var path = _folder.Write("file", bytes);
        var upload = new FakeUpload
        {
            OnPart = (number, _, token) => number == 1 ? File.WriteAllBytesAsync(path, bytes[..350], token) : Task.CompletedTask,
        };

        await Assert.ThrowsAsync<EndOfStreamException>(() => upload.UploadFileAsync(path, Samples.Options(maxConcurrency: 1), CancellationToken.None));

        Assert.Equal("abort upload 1", upload.Calls[^1]);
    }

    [Fact]
    public async Task A_stream_that_is_shorter_than_its_given_length_fails()
    {
        var upload = new FakeUpload { Content = new SlowStream(Samples.Bytes(250)), GivenLength = 500 };

        await Assert.ThrowsAsync<EndOfStreamException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None));
    }

    [Fact]
    public async Task A_part_with_another_checksum_fails_and_aborts()
    {
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(250)), WrongPartChecksum = "AAAAAA==" };

        await Assert.ThrowsAsync<AwsChecksumException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None));

        Assert.Equal("abort upload 1", upload.Calls[^1]);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(250)]
    public async Task An_object_with_another_checksum_fails(int length)
    {
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(length)), WrongChecksum = "AAAAAA==" };

        await Assert.ThrowsAsync<AwsChecksumException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None));
    }

    [Fact]
    public async Task A_composite_checksum_is_not_compared()
    {
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(250)), WrongChecksum = "AAAAAA==-3" };

        await upload.UploadAsync(Samples.Options(), CancellationToken.None);

        Assert.NotNull(upload.Completed);
    }

    [Fact]
    public async Task Content_that_does_not_match_the_checksum_of_the_request_is_not_stored()
    {
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(250)), GivenChecksums = new ObjectChecksums { Crc32 = "AAAAAA==" } };

        await Assert.ThrowsAsync<AwsChecksumException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None));

        Assert.Equal("abort upload 1", upload.Calls[^1]);
        Assert.Null(upload.Completed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hash_of_the_whole_cannot_be_sent_in_parts(bool isMd5)
    {
        var upload = new FakeUpload
        {
            Content = new MemoryStream(Samples.Bytes(250)),
            GivenMd5 = isMd5 ? "md5" : null,
            GivenChecksums = isMd5 ? null : new ObjectChecksums { Sha256 = "hash" },
        };

        await Assert.ThrowsAsync<ArgumentException>(() => upload.UploadAsync(Samples.Options(), CancellationToken.None));

        Assert.Empty(upload.Calls);
    }

    [Fact]
    public async Task A_file_and_a_body_are_refused()
    {
        var upload = new FakeUpload { Content = new MemoryStream() };

        await Assert.ThrowsAsync<ArgumentException>(() => upload.UploadFileAsync(_folder.Write("file", []), null, CancellationToken.None));
    }

    [Theory]
    [InlineData(5 * 1024 * 1024 - 1, 1)]
    [InlineData(6L * 1024 * 1024 * 1024, 1)]
    [InlineData(8 * 1024 * 1024, 0)]
    public async Task Options_out_of_range_are_refused(long partSize, int maxConcurrency)
    {
        var options = new TransferOptions { PartSizeBytes = partSize, MaxConcurrency = maxConcurrency };

        await Assert.ThrowsAsync<ArgumentException>(() => new FakeUpload().UploadAsync(options, CancellationToken.None));
    }

    public void Dispose() => _folder.Dispose();

    private static Func<int, UploadBody, CancellationToken, Task> Fail(int at) =>
        (number, _, _) => number == at ? throw new TestException("part " + at) : Task.CompletedTask;
}
