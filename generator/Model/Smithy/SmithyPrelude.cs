using System;
using System.Collections.Generic;
using DataZoneGen.Generator.Json;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>The shapes of Smithy's prelude, which models do not define.</summary>
internal static class SmithyPrelude
{
    public const string Unit = "smithy.api#Unit";

    private const string Namespace = "smithy.api#";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["BigDecimal"] = "bigDecimal",
        ["BigInteger"] = "bigInteger",
        ["Blob"] = "blob",
        ["Boolean"] = "boolean",
        ["Byte"] = "byte",
        ["Document"] = "document",
        ["Double"] = "double",
        ["Float"] = "float",
        ["Integer"] = "integer",
        ["Long"] = "long",
        ["PrimitiveBoolean"] = "boolean",
        ["PrimitiveByte"] = "byte",
        ["PrimitiveDouble"] = "double",
        ["PrimitiveFloat"] = "float",
        ["PrimitiveInteger"] = "integer",
        ["PrimitiveLong"] = "long",
        ["PrimitiveShort"] = "short",
        ["Short"] = "short",
        ["String"] = "string",
        ["Timestamp"] = "timestamp",
        ["Unit"] = "structure",
    };

    public static bool Has(string id) => id.StartsWith(Namespace, StringComparison.Ordinal);

    public static SmithyDefinition? Find(string id)
    {
        if (!Has(id) || !Types.TryGetValue(id.Substring(Namespace.Length), out var type))
        {
            return null;
        }

        var nowhere = default(TextSpan);
        var node = new JsonObject(nowhere, [new JsonMember("type", nowhere, new JsonString(nowhere, type))]);
        return new SmithyDefinition(id, nowhere, node, new JsonObject(nowhere, []), isInvalid: false);
    }
}
