using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using LocalEndpoint.State;
using Xunit;

namespace DataZoneGen.Package.Tests.EndToEnd;

/// <summary>The generated client against the local endpoint, over a socket.</summary>
public sealed class RunTests
{
    private static readonly WaiterOptions<GetDataSourceRunResponse> FastPolling = new()
    {
        MinDelay = TimeSpan.FromMilliseconds(10),
        MaxDelay = TimeSpan.FromMilliseconds(20),
        Timeout = TimeSpan.FromSeconds(30),
    };

    [Fact]
    public async Task ARunIsStartedAndSucceeds()
    {
        await using var local = await LocalClient.StartAsync();

        var started = await local.Client.StartDataSourceRunAsync(Catalog.DomainId, Catalog.SucceedingSource);
        var ended = await local.Client.WaitUntilDataSourceRunCompletedAsync(Catalog.DomainId, started.Id, FastPolling);

        Assert.Equal(DataSourceRunStatus.Requested, started.Status);
        Assert.Equal(DataSourceRunStatus.Success, ended.Status);
        Assert.True(ended.StoppedAt >= ended.StartedAt);
        Assert.True(ended.RunStatisticsForAssets?.Added > 0);
    }

    [Fact]
    public async Task APartiallySucceededRunIsASuccess()
    {
        await using var local = await LocalClient.StartAsync();

        var started = await local.Client.StartDataSourceRunAsync(Catalog.DomainId, Catalog.PartiallySucceedingSource);
        var ended = await local.Client.WaitUntilDataSourceRunCompletedAsync(Catalog.DomainId, started.Id, FastPolling);

        Assert.Equal(DataSourceRunStatus.PartiallySucceeded, ended.Status);
        Assert.True(ended.RunStatisticsForAssets?.Failed > 0);
    }

    [Fact]
    public async Task AFailedRunEndsTheWaiterWithItsLastResponse()
    {
        await using var local = await LocalClient.StartAsync();

        var started = await local.Client.StartDataSourceRunAsync(Catalog.DomainId, Catalog.FailingSource);
        var error = await Assert.ThrowsAsync<WaiterFailedException>(
            () => local.Client.WaitUntilDataSourceRunCompletedAsync(Catalog.DomainId, started.Id, FastPolling));

        var last = Assert.IsType<GetDataSourceRunResponse>(error.LastResponse);
        Assert.Equal(DataSourceRunStatus.Failed, last.Status);
        Assert.NotNull(last.ErrorMessage);
    }

    [Fact]
    public async Task AnUnknownRunIsAModeledError()
    {
        await using var local = await LocalClient.StartAsync();

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => local.Client.GetDataSourceRunAsync(Catalog.DomainId, "nosuchrun"));

        Assert.NotNull(error.RequestId);
        Assert.Equal("GetDataSourceRun", error.Operation);
    }

    [Fact]
    public async Task InvalidInputIsAModeledError()
    {
        await using var local = await LocalClient.StartAsync();

        await Assert.ThrowsAsync<ValidationException>(() => local.Client.ListDataSourceRunsAsync(
            new() { DomainIdentifier = Catalog.DomainId, DataSourceIdentifier = Catalog.SucceedingSource, NextToken = "no token of this endpoint" }));
    }

    [Fact]
    public async Task PagesContainAllRuns()
    {
        await using var local = await LocalClient.StartAsync();
        var request = new ListDataSourceRunsRequest { DomainIdentifier = Catalog.DomainId, DataSourceIdentifier = Catalog.SucceedingSource };

        var whole = await ToListAsync(local.Client.ListDataSourceRunsItemsAsync(request));
        var pages = await ToListAsync(local.Client.ListDataSourceRunsPagesAsync(request with { MaxResults = 1 }));

        Assert.True(whole.Count > 1);
        Assert.Equal(whole.Select(static r => r.Id), pages.SelectMany(static p => p.Items).Select(static r => r.Id));
        Assert.All(pages, static page => Assert.True(page.Items.Count <= 1));
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
