using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Architecture;

/// <summary>Each folder is a room with one job, and arrows run one way. The rules stand here, and nowhere else, as data.</summary>
public sealed class RoomTests
{
    /// <summary>What each room of the generator may name, besides itself.</summary>
    private static readonly Dictionary<string, string[]> Generator = new(StringComparer.Ordinal)
    {
        [RoomRules.Root] =
        [
            "Emit", "ModelLocks", "Reports", "Plan", "Plan/Permissions", "Plan/Units", "Selection", "Model", "Model/Files", "Items", "Diagnostics", "Helpers",
        ],
        ["CodeFixes"] = ["CodeFixes/Operations", "CodeFixes/Loops", "Analysis/Calls", "Diagnostics", "Helpers"],
        ["CodeFixes/Loops"] = ["Analysis/Calls"],
        ["CodeFixes/Operations"] = ["Plan/Names", "Selection", "Model", "Model/Files", "Items", "Diagnostics", "Helpers"],
        ["ModelLocks"] = ["Plan", "Plan/Protocols", "Selection", "Model", "Items", "Json", "Diagnostics", "Helpers"],
        ["Reports"] = ["Json", "Helpers"],
        ["Emit"] = ["Emit/Templates", "Plan/Units", "Helpers"],
        ["Emit/Templates"] = ["Emit/Types", "Emit/Client", "Emit/Fakes", "Emit/Bindings", "Emit/Bodies", "Emit/Text", "Plan/Units", "Plan/Docs", "Helpers"],
        ["Emit/Types"] = ["Plan/Units", "Helpers"],
        ["Emit/Fakes"] = ["Emit/Bindings", "Emit/Bodies", "Emit/Text", "Plan/Units", "Helpers"],
        ["Emit/Client"] = ["Emit/Text", "Plan/Units", "Helpers"],
        ["Emit/Bindings"] = ["Emit/Bodies", "Emit/Text", "Plan/Units", "Helpers"],
        ["Emit/Bodies"] = ["Emit/Text", "Plan/Units", "Helpers"],
        ["Emit/Text"] = ["Plan/Units", "Plan/Docs", "Helpers"],
        ["Plan"] =
        [
            "Plan/Protocols", "Plan/Protocols/RestJson", "Plan/Protocols/AwsJson", "Plan/Protocols/RpcV2Cbor", "Plan/Protocols/RestXml", "Plan/Protocols/AwsQuery",
            "Plan/Protocols/Ec2Query",
            "Plan/Fakes", "Plan/Endpoints", "Plan/Conditions", "Plan/Limits", "Plan/Permissions", "Plan/Docs", "Plan/Names", "Plan/Units",
            "Selection", "Model", "JmesPath", "Diagnostics", "Helpers",
        ],
        ["Plan/Protocols/RestJson"] = ["Plan/Protocols/Rest", "Plan/Protocols", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/AwsJson"] = ["Plan/Protocols/Rpc", "Plan/Protocols", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/RestXml"] = ["Plan/Protocols/Rest", "Plan/Protocols/Xml", "Plan/Protocols", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/AwsQuery"] =
            ["Plan/Protocols/Form", "Plan/Protocols/Xml", "Plan/Protocols/Rpc", "Plan/Protocols", "Plan/Names", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/Ec2Query"] =
            ["Plan/Protocols/Form", "Plan/Protocols/Xml", "Plan/Protocols/Rpc", "Plan/Protocols", "Plan/Names", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/Form"] = ["Plan/Protocols/Rpc", "Plan/Protocols/Xml", "Plan/Protocols", "Plan/Names", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/Xml"] = ["Plan/Protocols", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/RpcV2Cbor"] = ["Plan/Protocols/Rpc", "Plan/Protocols", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/Rest"] = ["Plan/Protocols", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols/Rpc"] = ["Plan/Protocols", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Protocols"] = ["Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Limits"] = ["Plan/Units", "Model"],
        ["Plan/Fakes"] = ["Plan/Limits", "Plan/Protocols", "Plan/Names", "Plan/Units", "Selection", "Model", "Helpers"],
        ["Plan/Endpoints"] = ["Plan/Conditions", "Plan/Docs", "Plan/Names", "Plan/Units", "Selection", "Model", "Model/Endpoints", "JmesPath", "Diagnostics", "Helpers"],
        ["Plan/Conditions"] = ["Plan/Names", "Plan/Units", "Model", "JmesPath", "Helpers"],
        ["Plan/Permissions"] = ["Model", "Helpers"],
        ["Plan/Docs"] = ["Plan/Units", "Model", "Helpers"],
        ["Plan/Names"] = ["Plan/Units", "Selection", "Model", "Diagnostics", "Helpers"],
        ["Plan/Units"] = ["Helpers"],
        ["Analysis/Calls"] = ["Analysis/Facts", "Diagnostics", "Helpers"],
        ["Analysis/Constants"] = ["Analysis/Facts", "Diagnostics", "Helpers"],
        ["Analysis/Facts"] = ["Helpers"],
        ["Selection"] = ["Model", "Model/Endpoints", "Items", "Diagnostics", "Helpers"],
        ["Model/Files"] = ["Model/C2j", "Model/Smithy", "Model/Endpoints", "Model", "Items", "Json", "Diagnostics", "Helpers"],
        ["Model/Smithy"] = ["Model/Endpoints", "Model", "Json", "Diagnostics", "Helpers"],
        ["Model/C2j"] = ["Model/Endpoints", "Model", "Json", "Diagnostics", "Helpers"],
        ["Model/Endpoints"] = ["Model", "Json", "Diagnostics", "Helpers"],
        ["Model"] = ["Items", "Json", "Diagnostics", "Helpers"],
        ["Items"] = ["Diagnostics", "Helpers"],
        ["JmesPath"] = ["Helpers"],
        ["Json"] = ["Helpers"],
        ["Diagnostics"] = ["Helpers"],
        ["Helpers"] = [],
    };

    /// <summary>The protocols of the runtime. None names another; what some of them share is in a room below.</summary>
    private static readonly string[] Protocols =
        ["Protocols/RestJson", "Protocols/AwsJson", "Protocols/RpcV2Cbor", "Protocols/RestXml", "Protocols/AwsQuery", "Protocols/Ec2Query"];

    /// <summary>The formats of bodies, which do not name each other either.</summary>
    private static readonly string[] Formats = ["Json", "Cbor", "Xml", "Forms"];

    /// <summary>The protocols of fakes, of which none names another either.</summary>
    private static readonly string[] FakeProtocols =
        [
            "Testing/Protocols/RestJson", "Testing/Protocols/AwsJson", "Testing/Protocols/RpcV2Cbor", "Testing/Protocols/RestXml", "Testing/Protocols/AwsQuery",
            "Testing/Protocols/Ec2Query",
        ];

    /// <summary>The rooms of the runtime from the top: each may name types of those below it.</summary>
    private static readonly string[] RuntimeFromTheTop =
        [
            "Testing/AspNetCore", "Testing/Registration", "Testing/Recording", "Testing/Fakes", "Testing/Fakes/Calls", "Testing/Server", "Testing/Signatures",
            "Testing/Services", .. FakeProtocols, "Testing/Protocols/Json", "Testing/Protocols/Xml", "Testing/Protocols", "Testing/Routing",
            "Testing/Operations", "Testing/Responses", "Testing/Requests", "Testing/Forms", "Testing/Validation",
            "Credentials.Sdk", "Credentials.Sdk/buildTransitive",
            "DependencyInjection", "Transfers/Uploads", "Transfers/Downloads", "Transfers", "Client",
            "Pipeline", "Pipeline/Failures", "Pipeline/Identities", "Pipeline/Storage", "Pipeline/Calls", "Pipeline/Services",
            "Signing", "Signing/Presigning", "Signing/Canonical",
            "Credentials/Chain", "Credentials/Sources", "Credentials",
            "Configuration", "Endpoints", "Customizations", "Retries",
            "Http/Transport", .. Protocols, "Protocols/Json", "Protocols/Xml", "Protocols", "Http/Requests", "Http/Messages", "EventStreams", "Http/Responses", "Http/Bodies", "Http/Text",
            "Json/Converters", "Json", "Cbor", "Xml", "Forms", "Text", "Collections", "Checksums", "Streams", "Errors", "Telemetry", "Async",
        ];

    private static readonly Dictionary<string, string[]> Runtime = RuntimeFromTheTop
        .Select(static (room, index) => (room, below: Below(room, index)))
        .ToDictionary(static rule => rule.room, static rule => rule.below, StringComparer.Ordinal);

    private static string[] Below(string room, int index) =>
        [.. RuntimeFromTheTop[(index + 1)..].Where(other => !AreSiblings(room, other, Protocols) && !AreSiblings(room, other, FakeProtocols) && !AreSiblings(room, other, Formats))];

    private static bool AreSiblings(string room, string other, string[] rooms) => rooms.Contains(room) && rooms.Contains(other);

    [Fact]
    public void References_in_the_generator_follow_the_rules() => AssertNone(RoomRules.Violations(Sources("generator"), Generator));

    [Fact]
    public void References_in_the_runtime_follow_the_rules() => AssertNone(RoomRules.Violations(Sources("runtime"), Runtime));

    [Theory]
    [InlineData("generator", "ClientGenerator.cs names Emitter of Emit")]
    [InlineData("runtime", "Client/AwsClient.cs names AwsPipeline of Pipeline")]
    public void Existing_references_are_found(string project, string arrow)
    {
        var alone = (project == "generator" ? Generator : Runtime).Keys.ToDictionary(static room => room, static _ => Array.Empty<string>(), StringComparer.Ordinal);

        Assert.Contains(arrow, RoomRules.Violations(Sources(project), alone));
    }

    [Theory]
    [InlineData("class A { B b; }")]
    [InlineData("class A { object M() => new B(); }")]
    [InlineData("class A : B;")]
    [InlineData("class A : System.Collections.Generic.List<B>;")]
    [InlineData("class A { void M(B? b) { } }")]
    [InlineData("class A { object M() => B.Make(); }")]
    [InlineData("class A { object M() => typeof(B); }")]
    [InlineData("class A { bool M(object o) => o is B; }")]
    [InlineData("class A { bool M(object o) => o is B { } b; }")]
    [InlineData("class A { object M(object o) => (B)o; }")]
    [InlineData("[B] class A;")]
    [InlineData("class A { B B { get; } }")]
    [InlineData("class A { object M() => new Low.B(); }")]
    [InlineData("class A { void M<T>() where T : B { } }")]
    [InlineData("record A(B Part);")]
    public void A_forbidden_reference_is_found(string source) => Assert.Equal(
        ["High/A.cs names B of Low"],
        RoomRules.Violations([("High/A.cs", source), ("Low/B.cs", "class B { }")], Rules("High", [], "Low", ["High"])));

    [Theory]
    [InlineData("class A { A a; }")]
    [InlineData("class A { object M(A a) => a.B; }")]
    [InlineData("class A { string B { get; } object M() => B; }")]
    [InlineData("class A { object M(A a) => new A { B = 1 }; }")]
    [InlineData("class A { /* B */ string s = \"B\"; }")]
    [InlineData("using B; class A;")]
    public void Names_that_only_look_like_type_names_are_ignored(string source) =>
        Assert.Empty(RoomRules.Violations([("High/A.cs", source), ("Low/B.cs", "class B { }")], Rules("High", [], "Low", [])));

    [Fact]
    public void An_allowed_reference_is_not_reported() =>
        Assert.Empty(RoomRules.Violations([("High/A.cs", "class A { B b; }"), ("Low/Deep/B.cs", "class B { }")], Rules("High", ["Low/Deep"], "Low/Deep", [])));

    [Fact]
    public void A_room_without_a_rule_is_found() =>
        Assert.Equal(["The room 'Attic' has no rule."], RoomRules.Violations([("Attic/A.cs", "class A;")], Rules("High", [], "Low", [])));

    private static void AssertNone(IReadOnlyList<string> violations) => Assert.True(violations.Count == 0, string.Join("\n", violations));

    private static Dictionary<string, string[]> Rules(string room, string[] known, string otherRoom, string[] otherKnown) =>
        new(StringComparer.Ordinal) { [room] = known, [otherRoom] = otherKnown };

    private static IEnumerable<(string Path, string Text)> Sources(string project) =>
        Repository.Files(project, "*.cs").Select(path => (path[(project.Length + 1)..], Repository.Read(path)));
}
