using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace DataZoneGen.Runtime.Tests;

public class TimeLimitFrameworkTests
{
    [Fact]
    public void The_tests_of_this_assembly_run_with_it()
    {
        var attribute = Assert.Single(typeof(TimeLimitFramework).Assembly.GetCustomAttributesData(), static data => data.AttributeType == typeof(TestFrameworkAttribute));

        Assert.Equal(typeof(TimeLimitFramework).FullName, attribute.ConstructorArguments[0].Value);
    }

    [Theory]
    [InlineData(nameof(Waits), TimeLimitFramework.Limit)]
    [InlineData(nameof(WaitsFor20Seconds), 20_000)]
    [InlineData(nameof(DoesNotWait), 0)]
    public void A_test_that_waits_has_a_time_limit(string method, int limit)
    {
        var test = new XunitTestCase(
            new NullMessageSink(), TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, MethodOf(method));

        TimeLimitFramework.AddLimit(test);

        Assert.Equal(limit, test.Timeout);
    }

    private static TestMethod MethodOf(string name)
    {
        var type = typeof(TimeLimitFrameworkTests);
        var collection = new TestCollection(new TestAssembly(Reflector.Wrap(type.Assembly)), collectionDefinition: null, "any");
        return new TestMethod(new TestClass(collection, Reflector.Wrap(type)), Reflector.Wrap(type.GetMethod(name)!));
    }

    [Fact]
    public Task Waits() => Task.CompletedTask;

    [Fact(Timeout = 20_000)]
    public Task WaitsFor20Seconds() => Task.CompletedTask;

    [Fact]
    public void DoesNotWait()
    {
    }
}
