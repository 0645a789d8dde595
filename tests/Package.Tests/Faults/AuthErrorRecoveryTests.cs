using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Recovery from clock skew and expired tokens.</summary>
public sealed class AuthErrorRecoveryTests
{
    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task ClockSkewIsCorrectedOnce(int minutes)
    {
        await using var faulty = new FaultyClient();
        var serviceTime = faulty.Clock.GetUtcNow().AddMinutes(minutes);
        faulty.Server.Override = request => IsNear(GetDate(request), serviceTime)
            ? null
            : FaultResponses.Error("403 Forbidden", "InvalidSignatureException", "Signature expired.", "Date: " + serviceTime.ToString("r") + "\r\n");

        var first = await faulty.CallAsync("first");
        var second = await faulty.CallAsync("second");

        Assert.Equal(("first", 2), (first.Id, first.Metadata.Attempts));
        Assert.Equal(("second", 1), (second.Id, second.Metadata.Attempts));
    }

    [Fact]
    public async Task AClockSkewErrorAfterTheCorrectionIsThrown()
    {
        await using var faulty = new FaultyClient();
        var date = faulty.Clock.GetUtcNow().AddMinutes(20).ToString("r");
        faulty.Server.Override = _ => FaultResponses.Error("403 Forbidden", "RequestTimeTooSkewed", "No.", "Date: " + date + "\r\n");

        var exception = await Assert.ThrowsAnyAsync<DataZoneException>(() => faulty.CallAsync());

        Assert.Equal("RequestTimeTooSkewed", exception.ErrorCode);
        Assert.InRange(faulty.Server.Requests, 2, 3);
    }

    [Fact]
    public async Task AnExpiredTokenIsRefreshed()
    {
        var credentials = new RotatingProvider();
        await using var faulty = new FaultyClient(options => options.Credentials = credentials);
        faulty.Server.Override = static request => request.Head.Contains("\r\nx-amz-security-token: token-1\r\n", StringComparison.OrdinalIgnoreCase)
            ? FaultResponses.Error("400 Bad Request", "ExpiredTokenException", "The security token included in the request is expired.")
            : null;

        var first = await faulty.CallAsync("first");
        var second = await faulty.CallAsync("second");

        Assert.Equal(("first", 2), (first.Id, first.Metadata.Attempts));
        Assert.Equal(("second", 1), (second.Id, second.Metadata.Attempts));
        Assert.Equal(1, credentials.Refreshes);
    }

    private static bool IsNear(DateTimeOffset date, DateTimeOffset other) => (date - other).Duration() < TimeSpan.FromMinutes(5);

    private static DateTimeOffset GetDate(FaultRequest request)
    {
        const string name = "\r\nx-amz-date: ";
        var start = request.Head.IndexOf(name, StringComparison.OrdinalIgnoreCase) + name.Length;
        return DateTimeOffset.ParseExact(
            request.Head.AsSpan(start, "20260102T030405Z".Length), "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>A provider that replaces its credentials only after <see cref="Invalidate"/>.</summary>
    private sealed class RotatingProvider : IAwsCredentialsProvider
    {
        private volatile AwsCredentials _credentials = new("AKIDEXAMPLE", "secret", "token-1");

        public int Refreshes { get; private set; }

        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(_credentials);

        public void Invalidate(AwsCredentials rejected)
        {
            Assert.Same(_credentials, rejected);
            Refreshes++;
            _credentials = new AwsCredentials("AKIDEXAMPLE", "secret", "token-2");
        }
    }
}
