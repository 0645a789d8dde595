using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Suites;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>Recorded deviations of which the repository's recordings have no example.</summary>
public sealed class DeviationTests(ConformanceRun run) : Suite(run)
{
    /// <summary>DataZone's model has the small spelling.</summary>
    [Fact]
    public Task AMessageInBothSpellingsIsAKnownDeviation() => RunAsync(
        "oracle/bakery/errors",
        [
            new OracleLine(Bakery.Json("""
                {
                    "id": "bakery/Order/BurntException/header-both-messages",
                    "operation": "Order",
                    "response": {
                        "status": 400, "headers": { "x-amzn-errortype": "BurntException" }, "body": "{ \"Message\": \"Capital.\", \"message\": \"Small.\" }"
                    },
                    "expected": {
                        "code": "BurntException", "message": "Small.", "httpStatus": 400, "requestId": null,
                        "exception": "BurntException", "members": { "Message": "Capital." }
                    },
                    "standardRetry": false
                }
                """)),
        ],
        static (line, differences) => OracleErrors.CheckAsync(Bakery.Client, Bakery.Order, line, differences));
}
