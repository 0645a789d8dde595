using System;
using System.Net.Http;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Text;

/// <summary>Whatever header is added to a message, it stays one header.</summary>
public class MessageHeadersTests
{
    [Theory]
    [InlineData("x-a", "PLANTED\r\nX-Evil: 1")]
    [InlineData("x-a", "PLANTED\n")]
    [InlineData("x-a", "PLANTED\r")]
    [InlineData("x-a", "PLANTED\0")]
    [InlineData("x-a", "PLANTED\u001b[2J")]
    [InlineData("x-a", "PLANTED\u007f")]
    [InlineData("x-a", "PLANTED\u0085")]
    [InlineData("x-a", "PLANTED\u010a")]
    [InlineData("x-a\r\nX-Evil", "v")]
    [InlineData("x a", "v")]
    [InlineData("x-a:", "v")]
    [InlineData("", "v")]
    public void One_that_could_end_its_line_is_refused_and_its_value_not_repeated(string name, string value)
    {
        using var message = new HttpRequestMessage();

        var exception = Assert.Throws<ArgumentException>(() => MessageHeaders.Add(message.Headers, name, value));

        Assert.DoesNotContain("PLANTED", exception.Message, StringComparison.Ordinal);
        Assert.Equal(exception.Message, Assert.Throws<ArgumentException>(() => new ValidatedHeader(name, value)).Message);
        Assert.Empty(message.Headers.NonValidated);
    }

    [Fact]
    public void Others_are_added_as_they_are()
    {
        using var message = new HttpRequestMessage();

        MessageHeaders.Add(message.Headers, "x-a", " a, \"b\" ~");

        Assert.Equal(" a, \"b\" ~", message.Headers.NonValidated["x-a"].ToString());
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LocalHost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.255.0.9", true)]
    [InlineData("::1", true)]
    [InlineData("128.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::2", false)]
    [InlineData("localhost.example.com", false)]
    [InlineData("127.0.0.1.example.com", false)]
    [InlineData("mylocalhost", false)]
    public void Loopback_hosts_are_this_machine(string host, bool expected) => Assert.Equal(expected, HostName.IsLoopback(host));
}
