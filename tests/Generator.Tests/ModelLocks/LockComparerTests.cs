using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.ModelLocks;

/// <summary>Each kind of change of a model against its lock: what is an error, what is a warning, and what is not reported.</summary>
public sealed class LockComparerTests
{
    private const string Model = """
        {
          "metadata": {"apiVersion": "2024-01-01", "endpointPrefix": "widgets", "protocol": "rest-json", "serviceId": "Widgets"},
          "operations": {
            "GetWidget": {"http": {"method": "GET", "requestUri": "/widgets/{id}"}, "input": {"shape": "GetWidgetInput"}, "output": {"shape": "GetWidgetOutput"},
              "errors": [{"shape": "NotFound"}, {"shape": "Busy"}]},
            "ListWidgets": {"http": {"method": "POST", "requestUri": "/list"}, "input": {"shape": "ListWidgetsInput"}, "output": {"shape": "ListWidgetsOutput"}},
            "PutWidget": {"http": {"method": "PUT", "requestUri": "/widgets"}, "input": {"shape": "PutWidgetInput"}},
            "Ping": {"http": {"method": "POST", "requestUri": "/ping"}}
          },
          "shapes": {
            "GetWidgetInput": {"type": "structure", "required": ["id"], "members": {
              "id": {"shape": "String", "location": "uri", "locationName": "id"},
              "view": {"shape": "String", "location": "querystring", "locationName": "view"}}},
            "GetWidgetOutput": {"type": "structure", "required": ["part"], "members": {
              "part": {"shape": "Part"}, "at": {"shape": "Time"}, "color": {"shape": "Color"}}},
            "ListWidgetsInput": {"type": "structure", "members": {"token": {"shape": "String"}}},
            "ListWidgetsOutput": {"type": "structure", "members": {"token": {"shape": "String"}, "parts": {"shape": "Parts"}, "names": {"shape": "Names"}}},
            "PutWidgetInput": {"type": "structure", "members": {
              "part": {"shape": "Part"}, "key": {"shape": "String", "idempotencyToken": true}, "choice": {"shape": "Choice"}}},
            "Part": {"type": "structure", "required": ["size"], "members": {"size": {"shape": "Integer"}, "note": {"shape": "String"}}},
            "Parts": {"type": "list", "member": {"shape": "Part"}},
            "Names": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
            "Choice": {"type": "structure", "union": true, "members": {"one": {"shape": "String"}, "two": {"shape": "Integer"}}},
            "Color": {"type": "string", "enum": ["RED", "BLUE"]},
            "NotFound": {"type": "structure", "members": {"what": {"shape": "String"}}, "error": {"httpStatusCode": 404}, "exception": true},
            "Busy": {"type": "structure", "members": {}, "error": {"httpStatusCode": 503}, "exception": true},
            "String": {"type": "string"},
            "Text": {"type": "string", "max": 10},
            "Integer": {"type": "integer"},
            "Time": {"type": "timestamp"}
          }
        }
        """;

    private const string Paginators = """
        {"pagination": {"ListWidgets": {"input_token": "token", "output_token": "token", "result_key": "parts"}}}
        """;

    private const string Waiters = """
        {"version": 2, "waiters": {"WidgetRed": {"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [
          {"matcher": "path", "argument": "color", "expected": "RED", "state": "success"}]}}}
        """;

    [Fact]
    public void An_unchanged_model_is_compatible() => Assert.Empty(Locking.Compare(Files(Model), Files(Model)));

    [Theory]
    [InlineData("\"requestUri\": \"/list\"", "\"requestUri\": \"/lists\"", "Operation 'ListWidgets' is sent as 'POST /lists', but models.lock.json has 'POST /list'")]
    [InlineData("\"method\": \"PUT\"", "\"method\": \"POST\"", "Operation 'PutWidget' is sent as 'POST /widgets', but models.lock.json has 'PUT /widgets'")]
    [InlineData("\"Ping\": {", "\"Ping\": {\"authtype\": \"none\", ", "Operation 'Ping' has the authentication 'None', but models.lock.json has 'SigV4'")]
    [InlineData("\"Ping\": {", "\"Ping\": {\"endpoint\": {\"hostPrefix\": \"api.\"}, ", "Operation 'Ping' has the host prefix 'api.', but models.lock.json has ''")]
    [InlineData(", \"input\": {\"shape\": \"ListWidgetsInput\"}", "", "Operation 'ListWidgets' no longer has an input, but models.lock.json has 'ListWidgetsInput'")]
    [InlineData(", \"color\": {\"shape\": \"Color\"}}", "}", "Member 'color' of 'GetWidgetOutput' is gone, but models.lock.json has it")]
    [InlineData("\"note\": {\"shape\": \"String\"}", "\"note\": {\"shape\": \"Integer\"}", "Member 'note' of 'Part' has the type 'integer', but models.lock.json has 'string'")]
    [InlineData("\"color\": {\"shape\": \"Color\"}", "\"color\": {\"shape\": \"String\"}", "Member 'color' of 'GetWidgetOutput' has the type 'string', but models.lock.json has 'Color'")]
    [InlineData("\"member\": {\"shape\": \"Part\"}", "\"member\": {\"shape\": \"String\"}", "Member 'parts' of 'ListWidgetsOutput' has the type 'list<string>', but models.lock.json has 'list<Part>'")]
    [InlineData("\"value\": {\"shape\": \"String\"}}", "\"value\": {\"shape\": \"String\"}, \"sparse\": true}", "Member 'names' of 'ListWidgetsOutput' has the type 'map<string?>', but models.lock.json has 'map<string>'")]
    [InlineData("\"at\": {\"shape\": \"Time\"}", "\"at\": {\"shape\": \"Time\", \"timestampFormat\": \"iso8601\"}", "Member 'at' of 'GetWidgetOutput' has the type 'timestamp(Iso8601)', but models.lock.json has 'timestamp(EpochSeconds)'")]
    [InlineData("\"locationName\": \"view\"", "\"locationName\": \"viewName\"", "Member 'view' of 'GetWidgetInput' is sent in the query 'viewName', but models.lock.json has it in the query 'view'")]
    [InlineData("\"location\": \"querystring\", \"locationName\": \"view\"", "\"location\": \"header\", \"locationName\": \"view\"", "Member 'view' of 'GetWidgetInput' is sent in the header 'view', but models.lock.json has it in the query 'view'")]
    [InlineData("\"token\": {\"shape\": \"String\"}, \"parts\"", "\"token\": {\"shape\": \"String\", \"locationName\": \"next\"}, \"parts\"", "Member 'token' of 'ListWidgetsOutput' is sent in the body 'next', but models.lock.json has it in the body 'token'")]
    [InlineData("\"view\": {\"shape\": \"String\"", "\"view\": {\"shape\": \"String\", \"jsonvalue\": true", "Member 'view' of 'GetWidgetInput' is sent in the query 'view' (jsonValue), but models.lock.json has it in the query 'view'")]
    [InlineData("\"PutWidgetInput\": {\"type\": \"structure\"", "\"PutWidgetInput\": {\"type\": \"structure\", \"required\": [\"part\"]", "Member 'part' of 'PutWidgetInput' is required, but models.lock.json has it as optional")]
    [InlineData("\"required\": [\"size\"]", "\"required\": [\"size\", \"note\"]", "Member 'note' of 'Part' is required, but models.lock.json has it as optional")]
    [InlineData("\"required\": [\"part\"]", "\"required\": []", "Member 'part' of 'GetWidgetOutput' is optional, but models.lock.json has it as required")]
    [InlineData("\"required\": [\"size\"]", "\"required\": []", "Member 'size' of 'Part' is optional, but models.lock.json has it as required")]
    [InlineData("\"required\": [\"size\"], \"members\": {", "\"required\": [\"size\", \"new\"], \"members\": {\"new\": {\"shape\": \"String\"}, ", "Member 'new' of 'Part' is new and required, but models.lock.json has no such member")]
    [InlineData("\"two\": {\"shape\": \"Integer\"}", "\"three\": {\"shape\": \"Integer\"}", "Member 'two' of 'Choice' is gone, but models.lock.json has it")]
    [InlineData("\"union\": true, ", "", "Shape 'Choice' is of the kind 'structure', but models.lock.json has 'union'")]
    [InlineData("\"what\": {\"shape\": \"String\"}", "", "Member 'what' of 'NotFound' is gone, but models.lock.json has it")]
    public void A_change_that_breaks_callers_or_messages_is_an_error(string old, string changed, string expected) =>
        Assert.Equal(["DZG030: " + expected], Compare(old, changed));

    [Theory]
    [InlineData("[\"RED\", \"BLUE\"]", "[\"RED\"]", "'BLUE' is no longer a value of 'Color', but models.lock.json has it")]
    [InlineData("[{\"shape\": \"NotFound\"}, {\"shape\": \"Busy\"}]", "[{\"shape\": \"NotFound\"}]", "Operation 'GetWidget' no longer returns the error 'Busy', but models.lock.json has it")]
    [InlineData("\"httpStatusCode\": 503", "\"httpStatusCode\": 429", "Error 'Busy' has the code '429 Busy', but models.lock.json has '503 Busy'")]
    [InlineData("\"required\": [\"part\"]", "\"required\": [\"part\", \"at\"]", "Member 'at' of 'GetWidgetOutput' is required, but models.lock.json has it as optional")]
    [InlineData(", \"idempotencyToken\": true", "", "Member 'key' of 'PutWidgetInput' is no longer an idempotency token, which the client creates, but models.lock.json has it as one")]
    public void A_change_that_callers_may_notice_is_a_warning(string old, string changed, string expected) =>
        Assert.Equal(["DZG031: " + expected], Compare(old, changed));

    [Theory]
    [InlineData("\"Ping\": {", "\"Added\": {\"http\": {\"method\": \"GET\", \"requestUri\": \"/added\"}}, \"Ping\": {")]
    [InlineData("\"Ping\": {", "\"Ping\": {\"errors\": [{\"shape\": \"Busy\"}], ")]
    [InlineData("\"Ping\": {", "\"Ping\": {\"output\": {\"shape\": \"Part\"}, ")]
    [InlineData("\"Ping\": {", "\"Ping\": {\"deprecated\": true, \"documentation\": \"Is this on?\", ")]
    [InlineData("\"note\": {\"shape\": \"String\"}", "\"note\": {\"shape\": \"String\"}, \"added\": {\"shape\": \"String\"}")]
    [InlineData("\"required\": [\"part\"], \"members\": {", "\"required\": [\"part\", \"added\"], \"members\": {\"added\": {\"shape\": \"String\"}, ")]
    [InlineData("\"two\": {\"shape\": \"Integer\"}", "\"two\": {\"shape\": \"Integer\"}, \"three\": {\"shape\": \"String\"}")]
    [InlineData("[\"RED\", \"BLUE\"]", "[\"GREEN\", \"BLUE\", \"RED\"]")]
    [InlineData("\"note\": {\"shape\": \"String\"}", "\"note\": {\"shape\": \"Text\"}")]
    [InlineData("\"String\": {\"type\": \"string\"}", "\"String\": {\"type\": \"string\", \"max\": 5, \"sensitive\": true}")]
    [InlineData("\"required\": [\"id\"], ", "")]
    [InlineData("\"PutWidgetInput\": {\"type\": \"structure\"", "\"PutWidgetInput\": {\"type\": \"structure\", \"required\": [\"key\"]")]
    [InlineData("\"token\": {\"shape\": \"String\"}, \"parts\": {\"shape\": \"Parts\"}", "\"parts\": {\"shape\": \"Parts\"}, \"token\": {\"shape\": \"String\"}")]
    public void Additions_are_not_reported(string old, string changed) => Assert.Empty(Compare(old, changed));

    [Fact]
    public void Names_that_callers_and_messages_do_not_have_may_change()
    {
        var renamed = Model
            .Replace("ListWidgetsInput", "ListWidgetsRequest", StringComparison.Ordinal)
            .Replace("\"Parts\"", "\"PartList\"", StringComparison.Ordinal);

        Assert.Empty(Locking.Compare(Files(Model), Files(renamed)));
    }

    [Fact]
    public void A_required_member_of_an_input_that_is_new_is_an_error() => Assert.Equal(
        ["DZG030: Member 'id' of 'GetWidgetInput' is new and required, but models.lock.json has no such member"],
        Compare("\"Ping\": {", "\"Ping\": {\"input\": {\"shape\": \"GetWidgetInput\"}, "));

    [Fact]
    public void An_operation_that_is_gone_is_an_error_where_the_project_selects_it()
    {
        var ping = Assert.Single(Model.Split('\n'), static line => line.Contains("\"Ping\"", StringComparison.Ordinal));
        var changed = Model.Replace(",\n" + ping, "", StringComparison.Ordinal);

        Assert.NotEqual(Model, changed);
        Assert.Equal(
            "models/widgets/service-2.json(1,1): DZG030: Operation 'Ping' is no longer in the client of Widgets, but models.lock.json(25,9) has it",
            Assert.Single(Locking.Compare(Files(Model), Files(changed))));
    }

    [Fact]
    public void An_operation_that_is_selected_no_longer_is_not_reported() => Assert.Empty(
        Locking.Compare(Files(Model), Files(Model).Select(static file => file with { Operations = "GetWidget|ListWidgets|PutWidget" })));

    [Fact]
    public void An_operation_that_is_selected_and_left_out_is_an_error() => Assert.Equal(
        ["DZG030: Operation 'Ping' is no longer in the client of Widgets, but models.lock.json has it"],
        Locking.Compare(Files(Model), Files(Model).Select(static file => file with { Operations = "Get*|List*|Put*|Ping" })
            .Select(static file => file with { Text = file.Text.Replace("\"Ping\"", "\"Pong\"", StringComparison.Ordinal) })).Select(Locking.WithoutPositions));

    [Fact]
    public void A_paginator_that_is_gone_is_an_error() => Assert.Equal(
        ["DZG030: Operation 'ListWidgets' no longer has a paginator, but models.lock.json has it"],
        Locking.Compare(Files(Model), Files(Model, paginators: "{\"pagination\": {}}")).Select(Locking.WithoutPositions));

    [Fact]
    public void A_paginator_with_other_items_is_an_error() => Assert.Equal(
        ["DZG030: The paginator of operation 'ListWidgets' returns the items 'names', but models.lock.json has 'parts'"],
        Locking.Compare(Files(Model), Files(Model, paginators: Paginators.Replace("parts", "names", StringComparison.Ordinal))).Select(Locking.WithoutPositions));

    [Fact]
    public void A_waiter_that_is_gone_is_an_error() => Assert.Equal(
        ["DZG030: Operation 'GetWidget' no longer has the waiter 'WidgetRed', but models.lock.json has it"],
        Locking.Compare(Files(Model), Files(Model, waiters: Waiters.Replace("WidgetRed", "WidgetBlue", StringComparison.Ordinal))).Select(Locking.WithoutPositions));

    /// <summary>Another protocol changes every message, so it is reported once, and the C# types are still compared.</summary>
    [Fact]
    public void Another_protocol_is_one_warning() => Assert.Equal(
        [
            "DZG031: The protocol of Widgets is 'AwsJson10', but models.lock.json has 'RestJson'",
            "DZG030: Member 'note' of 'Part' has the type 'integer', but models.lock.json has 'string'",
        ],
        Locking.Compare(
            Files(Model),
            Files(Model
                .Replace("\"protocol\": \"rest-json\"", "\"protocol\": \"json\", \"protocols\": [\"json\", \"rest-json\"], \"jsonVersion\": \"1.0\", \"targetPrefix\": \"Widgets\"", StringComparison.Ordinal)
                .Replace("\"note\": {\"shape\": \"String\"}", "\"note\": {\"shape\": \"Integer\"}", StringComparison.Ordinal))).Select(Locking.WithoutPositions));

    private static IEnumerable<string> Compare(string old, string changed)
    {
        var edited = Model.Replace(old, changed, StringComparison.Ordinal);
        Assert.NotEqual(Model, edited);
        return Locking.Compare(Files(Model), Files(edited)).Select(Locking.WithoutPositions);
    }

    private static ModelText[] Files(string model, string paginators = Paginators, string waiters = Waiters) =>
    [
        new(Widgets.Path, model),
        new("models/widgets/paginators-1.json", paginators),
        new("models/widgets/waiters-2.json", waiters),
        Widgets.EndpointRulesFile,
    ];
}
