#if !NET10_0_OR_GREATER
using System;
using System.Text.Json;
#if !NET9_0_OR_GREATER
using System.Text.Json.Nodes;
#endif

namespace DataZoneGen.Runtime.Tests;

/// <summary>Members of .NET that tests use and that older versions do not have.</summary>
internal static class NewerMembers
{
    extension(JsonElement)
    {
        public static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

        public static JsonElement Parse(byte[] json) => JsonDocument.Parse(json).RootElement;

#if !NET9_0_OR_GREATER
        public static bool DeepEquals(JsonElement left, JsonElement right) => JsonNode.DeepEquals(JsonNode.Parse(left.GetRawText()), JsonNode.Parse(right.GetRawText()));
#endif
    }

#if !NET9_0_OR_GREATER
    extension(Convert)
    {
        public static string ToHexStringLower(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
    }
#endif
}
#endif
