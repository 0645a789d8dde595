using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

/// <summary>Compares with System.Xml: which bodies are XML, and the values in them.</summary>
public class DifferentialTests
{
    private static readonly string[] Pieces =
        [
            "<a>", "</a>", "<b>", "</b>", "<a/>", "<b />", "<n:c x='1'>", "</n:c>", "<c y=\"2\" z='&lt;'>", "</c>", "text", " ", "\r\n", "\r", "\t", "é", "😀",
            "&amp;", "&#65;", "&#x1F600;", "&#xD;", "&lt;", "&gt;", "&quot;", "&apos;", "<!-- c -->", "<!---->", "<![CDATA[ <&]] ]]>", "<![CDATA[]]>", "<?pi x?>", "]]", "]", ">", "'", "\"",
            "&", "<", "]]>", "--", "&#0;", "&nbsp;", "<!x>", "<?xml version='1.0'?>", "=", "<a x='1", "\u0001", "\uFFFE", ":", "/",
        ];

    private static readonly string[] Differences = ["prefix", "duplicate attribute", "xmlns", "Version number", "':'"];

    [Fact]
    public void Both_accept_the_same_damaged_bodies()
    {
        foreach (var seed in FuzzTime.Seeds(20_000))
        {
            AssertSame(seed, CreateDamaged(new Random(seed)));
        }
    }

    [Fact]
    public void Both_accept_the_same_random_bodies()
    {
        foreach (var seed in FuzzTime.Seeds(20_000))
        {
            AssertSame(seed, CreateRandom(new Random(seed)));
        }
    }

    private static byte[] CreateRandom(Random random)
    {
        var body = new StringBuilder(random.Next(4) == 0 ? "<?xml version=\"1.0\"?>" : "").Append("<r xmlns:n='x'>");
        var open = new System.Collections.Generic.Stack<string>();
        for (var count = random.Next(1, 20); count > 0; count--)
        {
            // Most bodies are well-formed, so that values are compared too.
            var piece = Pieces[random.Next(random.Next(8) == 0 ? Pieces.Length : Pieces.Length - 16)];
            if (piece.StartsWith("</", StringComparison.Ordinal))
            {
                piece = open.Count > 0 ? open.Pop() : "";
            }
            else if (piece[0] == '<' && piece.Length > 1 && piece[1] is 'a' or 'b' or 'c' or 'n' && !piece.EndsWith("/>", StringComparison.Ordinal))
            {
                open.Push("</" + piece[1..].Split(' ', '>')[0] + ">");
            }

            body.Append(piece);
        }

        foreach (var end in open)
        {
            body.Append(end);
        }

        return Encoding.UTF8.GetBytes(body.Append("</r>").ToString());
    }

    private static byte[] CreateDamaged(Random random)
    {
        var body = random.Next(2) == 0 ? Encoding.UTF8.GetBytes(SampleReading.Sample) : CreateRandom(random);
        for (var damage = random.Next(1, 4); damage > 0 && body.Length > 0; damage--)
        {
            var at = random.Next(body.Length);
            body = random.Next(5) switch
            {
                0 => [.. body[..at], (byte)(body[at] ^ (1 << random.Next(8))), .. body[(at + 1)..]],
                1 => [.. body[..at], (byte)random.Next(128), .. body[(at + 1)..]],
                2 => [.. body[..at], .. body[random.Next(at, body.Length)..]],
                3 => body[..at],
                _ => [.. body[..at], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. body[at..]],
            };
        }

        return body;
    }

    private static void AssertSame(int seed, byte[] body)
    {
        var error = SampleReading.FindFormatError(body);
        SampleReading.ReadOrFormatError(body);
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        string? otherError = null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            document.Load(reader);
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException)
        {
            otherError = exception.Message;
        }

        Assert.True((error is null) == (otherError is null) || IsKnownDifference(otherError), $"Seed {seed}: {error ?? "accepted"}, but {otherError ?? "accepted"}\n{Encoding.UTF8.GetString(body)}");
        if (error is null && otherError is null)
        {
            XmlReading.Read(body, (ref XmlBodyReader xml) => AssertElement(seed, ref xml, document.DocumentElement!));
        }
    }

    /// <summary>
    /// Our reader ignores namespaces, does not compare the names of attributes with each other, accepts all characters above ASCII in names, and later
    /// versions of XML 1.
    /// </summary>
    private static bool IsKnownDifference(string? error) =>
        error is not null
        && (Differences.Any(part => error.Contains(part, StringComparison.OrdinalIgnoreCase)) || error.Any(static c => c > '\u007F'));

    private static bool AssertElement(int seed, ref XmlBodyReader xml, XmlElement expected)
    {
        foreach (var attribute in expected.Attributes.Cast<XmlAttribute>().GroupBy(static a => a.LocalName).Select(static group => group.First()))
        {
            if (attribute.Prefix != "xmlns")
            {
                Assert.True(attribute.Value == xml.Attribute(Encoding.UTF8.GetBytes(attribute.LocalName)), $"Seed {seed}: {attribute.OuterXml}");
            }
        }

        var children = expected.ChildNodes.OfType<XmlElement>().ToList();
        if (children.Count == 0)
        {
            var text = string.Concat(expected.ChildNodes.OfType<XmlNode>().Where(static n => n is XmlCharacterData and not XmlComment).Select(static n => n.Value));
            Assert.True(text == xml.String(), $"Seed {seed}: {expected.OuterXml}");
            return true;
        }

        foreach (var child in children)
        {
            Assert.True(xml.NextMember(out var name) && name.ToString() == child.LocalName, $"Seed {seed}: {child.OuterXml}");
            AssertElement(seed, ref xml, child);
        }

        Assert.False(xml.NextMember(out _));
        return true;
    }
}
