using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Uploads;

public sealed class UploadResumeTests
{
    private static readonly byte[] Content = Samples.Bytes(950);

    [Fact]
    public async Task A_failed_upload_keeps_its_parts_if_wanted()
    {
        var upload = Create(failAt: 4);

        var exception = await Assert.ThrowsAsync<TransferException>(() => upload.UploadAsync(Samples.Options(keepParts: true, maxConcurrency: 1), CancellationToken.None));

        Assert.Equal("part 4", exception.InnerException!.Message);
        Assert.Equal(("upload 1", 100, 950, "CRC32"), (exception.UploadState!.UploadId, exception.UploadState.PartSizeBytes, exception.UploadState.TotalBytes, exception.UploadState.ChecksumAlgorithm));
        Assert.Equal([1, 2, 3], exception.UploadState.Parts.Select(static part => part.PartNumber));
        Assert.DoesNotContain("abort upload 1", upload.Calls);
    }

    [Fact]
    public async Task A_canceled_upload_keeps_its_parts_if_wanted()
    {
        using var source = new CancellationTokenSource();
        var upload = new FakeUpload
        {
            Content = new MemoryStream(Content),
            OnPart = async (number, _, token) =>
            {
                if (number == 3)
                {
                    await source.CancelAsync();
                    token.ThrowIfCancellationRequested();
                }
            },
        };

        var exception = await Assert.ThrowsAsync<TransferException>(() => upload.UploadAsync(Samples.Options(keepParts: true, maxConcurrency: 1), source.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
        Assert.Equal(2, exception.UploadState!.Parts.Count);
    }

    [Fact]
    public async Task Only_missing_parts_are_uploaded_again()
    {
        var upload = await ResumeAsync(Content);

        Assert.Equal(["part 04", "part 05", "part 06", "part 07", "part 08", "part 09", "part 10"], upload.PartCalls);
        Assert.DoesNotContain(upload.Calls, static call => call.StartsWith("create", StringComparison.Ordinal));
        Assert.Equal(Content, upload.Stored);
        Assert.Equal(Samples.Hash("CRC32", Content), upload.Completed!.Checksums.Crc32);
    }

    [Fact]
    public async Task A_part_whose_content_changed_is_uploaded_again()
    {
        byte[] changed = [.. Content];
        changed[150]++;

        var upload = await ResumeAsync(changed);

        Assert.Contains("part 02", upload.PartCalls);
        Assert.DoesNotContain("part 01", upload.PartCalls);
        Assert.Equal(changed, upload.Stored);
    }

    [Fact]
    public async Task A_stream_of_unknown_length_can_be_resumed()
    {
        var upload = await ResumeAsync(Content, isLengthKnown: false);

        Assert.DoesNotContain("part 03", upload.PartCalls);
        Assert.Equal(Content, upload.Stored);
    }

    [Fact]
    public async Task Parts_that_need_no_upload_count_as_transferred()
    {
        var log = new ProgressLog();

        await ResumeAsync(Content, log: log);

        Assert.Equal(new TransferProgress(100, 950), log.Reports[0]);
        Assert.Equal(new TransferProgress(950, 950), log.Reports[^1]);
    }

    [Fact]
    public async Task A_second_failure_keeps_the_parts_of_both_runs()
    {
        var state = (await InterruptAsync(isLengthKnown: true)).State;
        var upload = Create(failAt: 7);

        var exception = await Assert.ThrowsAsync<TransferException>(
            () => upload.UploadAsync(Samples.Options(keepParts: true, maxConcurrency: 1, resumeFrom: state), CancellationToken.None));

        Assert.Equal([1, 2, 3, 4, 5, 6], exception.UploadState!.Parts.Select(static part => part.PartNumber));
    }

    [Fact]
    public async Task A_second_failure_keeps_the_parts_that_it_did_not_reach()
    {
        var state = (await InterruptAsync(isLengthKnown: true)).State;
        byte[] changed = [.. Content];
        changed[50]++;
        var upload = new FakeUpload { Content = new MemoryStream(changed), OnPart = static (_, _, _) => throw new TestException("part 1") };

        var exception = await Assert.ThrowsAsync<TransferException>(
            () => upload.UploadAsync(Samples.Options(keepParts: true, maxConcurrency: 1, resumeFrom: state), CancellationToken.None));

        Assert.Equal([1, 2, 3], exception.UploadState!.Parts.Select(static part => part.PartNumber));
    }

    [Fact]
    public async Task Content_of_another_length_is_refused()
    {
        var state = (await InterruptAsync(isLengthKnown: true)).State;
        var upload = new FakeUpload { Content = new MemoryStream(Samples.Bytes(951)) };

        await Assert.ThrowsAsync<ArgumentException>(() => upload.UploadAsync(Samples.Options(resumeFrom: state), CancellationToken.None));
    }

    [Fact]
    public async Task The_state_can_be_stored_as_JSON()
    {
        var state = (await InterruptAsync(isLengthKnown: true)).State;

        var read = JsonSerializer.Deserialize<UploadState>(JsonSerializer.Serialize(state))!;

        Assert.Equal(state.Parts, read.Parts);
        Assert.Equal(state, read with { Parts = state.Parts });
    }

    private static async Task<FakeUpload> ResumeAsync(byte[] content, bool isLengthKnown = true, ProgressLog? log = null)
    {
        var (state, first) = await InterruptAsync(isLengthKnown);
        var upload = new FakeUpload { Content = isLengthKnown ? new MemoryStream(content) : new SlowStream(content) };
        foreach (var (number, bytes) in first.Parts)
        {
            upload.Parts.Add(number, bytes);
        }

        // The size of the parts is that of the state.
        await upload.UploadAsync(Samples.Options(resumeFrom: state, partSize: 70, progress: log), CancellationToken.None);
        return upload;
    }

    private static async Task<(UploadState State, FakeUpload Upload)> InterruptAsync(bool isLengthKnown)
    {
        var upload = Create(failAt: 4, isLengthKnown);
        var exception = await Assert.ThrowsAsync<TransferException>(
            () => upload.UploadAsync(Samples.Options(keepParts: true, maxConcurrency: 1), CancellationToken.None));
        return (exception.UploadState!, upload);
    }

    private static FakeUpload Create(int failAt, bool isLengthKnown = true) => new()
    {
        Content = isLengthKnown ? new MemoryStream(Content) : new SlowStream(Content),
        OnPart = (number, _, _) => number == failAt ? throw new TestException("part " + failAt) : Task.CompletedTask,
    };
}
