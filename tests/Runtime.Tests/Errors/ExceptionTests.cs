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
    public void An_error_about_which_nothing_is_known_still_has_a_message()
        => Assert.Equal("The service answered with an error.", new AwsServiceException().Message);

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
