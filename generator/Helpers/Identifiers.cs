using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator;

/// <summary>Checks and creates C# identifiers.</summary>
internal static class Identifiers
{
    public static bool IsValid(string text) => SyntaxFacts.IsValidIdentifier(text) && !IsKeyword(text);

    public static bool IsKeyword(string text) => SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None;

    /// <summary>Keeps the letters and digits of a text. The letter after a removed character becomes upper case.</summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        var startsPart = false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                startsPart = cleaned.Length > 0;
                continue;
            }

            cleaned.Append(startsPart ? char.ToUpperInvariant(c) : c);
            startsPart = false;
        }

        if (cleaned.Length == 0 || char.IsDigit(cleaned[0]))
        {
            cleaned.Insert(0, '_');
        }

        var name = cleaned.ToString();
        return IsKeyword(name) ? "@" + name : name;
    }
}
