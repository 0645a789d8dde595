using System.Net;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Errors;

public class ExceptionTests
{
    [Fact]
    public void An_error_can_be_made_by_hand_for_tests()
    {
        var error = new AwsServiceException("said")
        {
            StatusCode = HttpStatusCode.TooManyRequests,
            ErrorCode = "Slow",
            RequestId = "id-1",
            Service = "S",
            Operation = "O",
            IsThrottling = true,
            IsTransient = true,
            Attempts = 3,
        };

        Assert.Equal(("said", "said", "Slow", 3), (error.Message, error.ServiceMessage, error.ErrorCode, error.Attempts));
        Assert.True(error.IsThrottling && error.IsTransient);
    }

    [Fact]
    public void A_message_is_fit_for_a_log_while_the_service_s_own_words_are_kept()
    {
        var said = "first\r\nWARN forged" + new string('x', 10_000);
        var error = new AwsServiceException(said);

        Assert.StartsWith("first  WARN forgedxxx", error.Message, System.StringComparison.Ordinal);
        Assert.Equal((4097, said), (error.Message.Length, error.ServiceMessage));
    }

    [Fact]
    public void A_message_made_of_facts_shows_no_more_of_them_than_fits_a_log()
    {
        var error = new AwsServiceException
        {
            StatusCode = HttpStatusCode.BadRequest,
            ErrorCode = "Odd\nCode" + new string('x', 10_000),
            RequestId = "id\n1" + new string('x', 10_000),
            Service = "S",
            Operation = "O",
        };

        Assert.StartsWith("S O failed: 400 BadRequest (error code Odd?Codexxx", error.Message, System.StringComparison.Ordinal);
        Assert.Contains("xxx, request id id?1xxx", error.Message, System.StringComparison.Ordinal);
        Assert.True(error.Message.Length < 600);
    }

    [Fact]
    public void An_error_about_which_nothing_is_known_still_has_a_message()
        => Assert.Equal("The service returned an error.", new AwsServiceException().Message);

    [Fact]
    public void Waiter_errors_are_of_one_family()
    {
        var failed = new WaiterFailedException("m") { WaiterName = "w", Attempts = 2, LastResponse = "r" };

        Assert.IsAssignableFrom<WaiterException>(failed);
        Assert.IsAssignableFrom<WaiterException>(new WaiterTimeoutException());
        Assert.Equal(("w", 2, "r"), (failed.WaiterName, failed.Attempts, failed.LastResponse));
    }

    [Fact]
    public void Endpoint_trouble_is_a_matter_of_configuration()
        => Assert.IsAssignableFrom<AwsConfigurationException>(new EndpointException("m"));
}
