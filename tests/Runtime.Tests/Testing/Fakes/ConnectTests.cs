using System;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Fakes;

/// <summary>The options of clients that call a fake.</summary>
public sealed class ConnectTests
{
    [Fact]
    public void What_is_not_set_is_set()
    {
        var clock = new FakeClock();
        var credentials = new AwsCredentials("AKIDEXAMPLE", "secret");
        var fake = new TestFake(new() { TimeProvider = clock, Credentials = [credentials] });
        var options = new AwsClientOptions();

        fake.Connect(options);

        Assert.Equal((fake.HttpInvoker, "us-east-1", credentials, clock), (options.HttpInvoker, options.Region, options.Credentials, options.TimeProvider));
    }

    [Fact]
    public void What_is_set_stays_except_the_transport()
    {
        var clock = new FakeClock();
        var fake = new TestFake(new() { TimeProvider = TimeProvider.System });
        var options = new AwsClientOptions { Region = "eu-west-1", Credentials = TestClient.Credentials, TimeProvider = clock, HttpInvoker = new System.Net.Http.HttpClient() };

        fake.Connect(options);

        Assert.Equal((fake.HttpInvoker, "eu-west-1", TestClient.Credentials, clock), (options.HttpInvoker, options.Region, options.Credentials, options.TimeProvider));
    }

    [Fact]
    public async Task Connected_options_are_all_that_a_client_needs()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => new() { Size = 1 });
        var options = new AwsClientOptions();
        fake.Connect(options);
        using var client = new TestClient(options);

        Assert.Equal(1, (await client.GetItemAsync("a")).Size);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a key")]
    public void A_registration_connects_the_options_of_all_clients(string name)
    {
        var fake = new TestFake();
        var services = new ServiceCollection();
        services.AddOptions<AwsClientOptions>(name).PostConfigure(options => options.HttpInvoker ??= new System.Net.Http.HttpClient());
        FakeRegistration.Add<AwsClientOptions>(services, fake);

        using var provider = services.BuildServiceProvider();

        Assert.Same(fake.HttpInvoker, provider.GetRequiredService<IOptionsMonitor<AwsClientOptions>>().Get(name).HttpInvoker);
    }
}
