using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.Testing.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Validation;

/// <summary>Requests that violate the constraints of a model.</summary>
public sealed class RequestValidationTests
{
    [Fact]
    public void A_valid_request_has_no_message()
    {
        var validation = new RequestValidation();
        validation.Length("abc", "name", 3, 3);
        validation.Length(null, "name", 3, 3);
        validation.Pattern("abc", "name", new RequestPattern("[a-c]+"));
        validation.Pattern(null, "name", new RequestPattern("[a-c]+"));
        validation.Size(null, "list", 1, 2);
        validation.Size(2, "list", 1, 2);
        validation.Range(3, "number", 3, 3);
        validation.Range((long?)null, "number", 3, 3);
        validation.Range(0.5, "number", 0.5, null);
        validation.EnumValue("A", "kind", "A", "B");
        validation.EnumValue(null, "kind", "A", "B");

        Assert.Null(validation.GetMessage());
    }

    [Fact]
    public void A_missing_member_has_no_second_violation_for_its_empty_value()
    {
        var validation = new RequestValidation();
        validation.Missing("name");
        validation.Length("", "name", 1, null);
        validation.Enter("part");
        validation.Length("", "name", 1, null);
        validation.Exit();

        Assert.Equal(
            "2 validation errors detected: Value at 'name' failed to satisfy constraint: Member must not be null; "
            + "Value at 'part.name' failed to satisfy constraint: Member must have length greater than or equal to 1",
            validation.GetMessage());
    }

    [Fact]
    public void An_item_has_the_path_of_its_place_in_the_list()
    {
        var validation = new RequestValidation();
        validation.Enter("names");
        validation.EnterItem(1);
        validation.Length("", "", 1, null);

        Assert.Equal(
            "1 validation error detected: Value at 'names.2.member' failed to satisfy constraint: Member must have length greater than or equal to 1",
            validation.GetMessage());
    }

    [Theory]
    [InlineData(nameof(RequestValidation.Missing), "Member must not be null")]
    [InlineData("short", "Member must have length greater than or equal to 3")]
    [InlineData("long", "Member must have length less than or equal to 4")]
    [InlineData("few", "Member must have length greater than or equal to 1")]
    [InlineData("many", "Member must have length less than or equal to 2")]
    [InlineData("low", "Member must have value greater than or equal to 1")]
    [InlineData("high", "Member must have value less than or equal to 50")]
    [InlineData("low number", "Member must have value greater than or equal to 0.5")]
    [InlineData("pattern", "Member must satisfy regular expression pattern: [a-z]+")]
    [InlineData("enumeration", "Member must satisfy enum value set: [A, B]")]
    public void A_violation_is_described_as_AWS_does(string constraint, string description)
    {
        var validation = new RequestValidation();
        switch (constraint)
        {
            case "short":
                validation.Length("é😀", "member", 3, null);
                break;
            case "long":
                validation.Length("12345", "member", null, 4);
                break;
            case "few":
                validation.Size(0, "member", 1, 2);
                break;
            case "many":
                validation.Size(3, "member", 1, 2);
                break;
            case "low":
                validation.Range(0, "member", 1, 50);
                break;
            case "high":
                validation.Range(51, "member", 1, 50);
                break;
            case "low number":
                validation.Range(0.25, "member", 0.5, null);
                break;
            case "pattern":
                validation.Pattern("secret1", "member", new RequestPattern("[a-z]+"));
                break;
            case "enumeration":
                validation.EnumValue("secret", "member", "A", "B");
                break;
            default:
                validation.Missing("member");
                break;
        }

        Assert.Equal($"1 validation error detected: Value at 'member' failed to satisfy constraint: {description}", validation.GetMessage());
    }

    [Fact]
    public void Members_of_values_have_a_path()
    {
        var validation = new RequestValidation();
        validation.Enter("filters");
        validation.EnterItem(0);
        validation.Missing("name");
        validation.Exit();
        validation.Exit();
        validation.Enter("tags");
        validation.EnterKey("team");
        validation.Missing("value");
        validation.Exit();
        validation.Exit();
        validation.Missing("id");

        Assert.Equal(
            "3 validation errors detected: Value at 'filters.1.member.name' failed to satisfy constraint: Member must not be null; "
            + "Value at 'tags.team.member.value' failed to satisfy constraint: Member must not be null; "
            + "Value at 'id' failed to satisfy constraint: Member must not be null",
            validation.GetMessage());
    }

    [Theory]
    [InlineData("[a-z]+", "abc", true)]
    [InlineData("[a-z]+", "abc1", false)]
    [InlineData("[a-z]+", "abc\n", false)]
    [InlineData("^[a-z]+$", "abc", true)]
    [InlineData("a|b", "ab", false)]
    [InlineData(@"\p{Alpha}+[", "anything", true)]
    [InlineData("[^a]", "\U0001F600", true)]
    public void A_pattern_must_match_the_whole_value(string pattern, string value, bool isMatch) => Assert.Equal(isMatch, new RequestPattern(pattern).IsMatch(value));

    [Fact]
    public void A_value_may_match_a_pattern_that_takes_too_long() => Assert.True(new RequestPattern("(a+)+").IsMatch(new string('a', 40) + "b"));

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task An_invalid_request_gets_the_error_of_the_service_if_the_fake_validates(bool validates, int handled)
    {
        var fake = new TestFake(new() { ValidatesRequests = validates });
        var calls = 0;
        fake.OnGetItem(_ =>
        {
            calls++;
            return new();
        });
        using var client = fake.CreateClient();

        var error = await Record.ExceptionAsync(() => client.GetItemAsync("secret"));

        Assert.Equal(handled, calls);
        if (validates)
        {
            var exception = Assert.IsType<TestException>(error);
            Assert.Equal((HttpStatusCode.BadRequest, "ValidationException"), (exception.StatusCode, exception.ErrorCode));
            Assert.Equal("1 validation error detected: Value at 'Id' failed to satisfy constraint: Member must have length less than or equal to 4", exception.Message);
            Assert.IsType<AwsServiceException>(fake.Calls.Single().Exception);
        }
    }
}
