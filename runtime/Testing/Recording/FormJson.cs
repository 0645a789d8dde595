using System;
using System.Text;
using System.Text.Json.Nodes;

namespace DataZoneGen.Testing.Core;

/// <summary>Converts forms to JSON objects whose values are strings, and back.</summary>
internal static class FormJson
{
    public static JsonObject ToJson(string form)
    {
        var json = new JsonObject();
        foreach (var pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            json[Decode(equals < 0 ? pair : pair[..equals])] = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
        }

        return json;
    }

    public static string ToForm(JsonNode json)
    {
        var form = new StringBuilder();
        foreach (var (name, value) in json.AsObject())
        {
            form.Append(form.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value?.GetValue<string>() ?? ""));
        }

        return form.ToString();
    }

    /// <summary>Returns the name of the member that a parameter belongs to: <c>Password</c> for <c>Users.member.1.Password</c>, and <c>Keys</c> for <c>Keys.member.1</c>.</summary>
    public static string GetMemberName(string parameter)
    {
        var end = parameter.Length;
        while (true)
        {
            var start = parameter.LastIndexOf('.', end - 1) + 1;
            var part = parameter.AsSpan(start, end - start);
            if (start == 0 || !(part is "member" or "key" or "value" or "entry" || int.TryParse(part, out _)))
            {
                return part.ToString();
            }

            end = start - 1;
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
