using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Forms;

public class FormBodyReaderTests
{
    [Theory]
    [InlineData("Items.member.1=a&Items.member.2=b", "a,b")]
    [InlineData("Items.1=a&Items.2=b", "a,b")]
    [InlineData("Items.entry.1=a&Items.entry.2=b", "a,b")]
    [InlineData("Items.member.2=b&Other=x&Items.member.1=a", "a,b")]
    [InlineData("Items.member.10=j&Items.member.9=i&Items.member.1=a", "a,i,j")]
    [InlineData("Items=", "")]
    [InlineData("Items.1=&Items.2=b", ",b")]
    public void Reads_lists_in_the_order_of_their_numbers(string form, string expected) => Assert.Equal(expected, string.Join(',', ReadItems(form)));

    [Theory]
    [InlineData("Map.entry.1.key=a&Map.entry.1.value=1&Map.entry.2.key=b&Map.entry.2.value=2")]
    [InlineData("Map.1.key=a&Map.1.value=1&Map.2.key=b&Map.2.value=2")]
    [InlineData("Map.2.value=2&Map.1.value=1&Map.2.key=b&Map.1.key=a")]
    public void Reads_maps(string form)
    {
        var reader = Open(form);
        Assert.True(reader.NextMember(out var name) && name.Is("Map"u8));
        var entries = new List<string>();
        while (reader.NextElement())
        {
            string? key = null;
            var value = 0;
            while (reader.NextMember(out var part))
            {
                if (part.Is("key"u8))
                {
                    key = reader.String();
                }
                else
                {
                    value = reader.Int32();
                }
            }

            entries.Add(key + "=" + value);
        }

        Assert.Equal(["a=1", "b=2"], entries);
        Assert.False(reader.NextMember(out _));
    }

    [Fact]
    public void Reads_members_of_all_types()
    {
        var reader = Open("a=x%20y+z%C3%A9&b=true&c=-7&d=9223372036854775807&e=1.5&f=-Infinity&g=2026-01-02T03%3A04%3A05Z&h=dmFsdWU%3D&i=");
        var values = new List<object>();
        while (reader.NextMember(out var name))
        {
            values.Add(name.ToString() switch
            {
                "a" => reader.String(),
                "b" => reader.Boolean(),
                "c" => reader.Int32(),
                "d" => reader.Int64(),
                "e" => reader.Single(),
                "f" => reader.Double(),
                "g" => reader.Timestamp(),
                "h" => Encoding.UTF8.GetString(reader.Blob().Span),
                _ => reader.Utf8String().ToString(),
            });
        }

        Assert.Equal(["x y zé", true, -7, long.MaxValue, 1.5f, double.NegativeInfinity, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "value", ""], values);
    }

    [Fact]
    public void Each_member_is_returned_once_whatever_the_order_of_the_parameters()
    {
        var reader = Open("b.y=1&a=2&b.x=3&b-c=4&b=5");
        var names = new List<string>();
        while (reader.NextMember(out var name))
        {
            names.Add(name.ToString());
            reader.Skip();
        }

        Assert.Equal(["a", "b", "b-c"], names);
    }

    [Theory]
    [InlineData("a=x")]
    [InlineData("a=")]
    [InlineData("a.b=1")]
    [InlineData("a=99999999999")]
    public void A_value_of_another_type_is_malformed(string form) => Assert.Throws<BodyFormatException>(() =>
    {
        var reader = Open(form);
        reader.NextMember(out _);
        reader.Int32();
    });

    [Theory]
    [InlineData(127, true)]
    [InlineData(128, false)]
    [InlineData(1_000_000, false)]
    public void The_depth_of_names_is_limited(int dots, bool isValid)
    {
        var form = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a.", dots)) + "a=1");

        Assert.Equal(isValid, Record.Exception(() => FormParameters.Parse(form)) is not BodyFormatException);
    }

    [Fact]
    public void The_number_of_parameters_is_limited() => Assert.Throws<BodyFormatException>(() => FormParameters.Parse(Encoding.UTF8.GetBytes(new string('&', 100_000))));

    [Fact]
    public void A_form_that_was_written_is_read_with_the_same_values()
    {
        foreach (var seed in FuzzTime.Seeds(200))
        {
            var random = new Random(seed);
            var buffer = new Utf8Buffer();
            var written = new List<string>();
            WriteObject(new FormBodyWriter(buffer), random, written, "", depth: 0);
            var read = new List<string>();
            var reader = new FormBodyReader(FormParameters.Parse(buffer.Written.ToArray()));
            ReadObject(ref reader, read, "");

            Assert.True(written.Order(StringComparer.Ordinal).SequenceEqual(read.Order(StringComparer.Ordinal)), "Seed " + seed);
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_malformed()
    {
        foreach (var seed in FuzzTime.Seeds(300))
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(400)];
            for (var index = 0; index < bytes.Length; index++)
            {
                bytes[index] = random.Next(3) == 0 ? (byte)random.Next(256) : "a1.&=%+"u8[random.Next(7)];
            }

            var exception = Record.Exception(() =>
            {
                var reader = new FormBodyReader(FormParameters.Parse(bytes));
                Walk(ref reader, random);
            });

            Assert.True(exception is null or BodyFormatException, "Seed " + seed + ": " + exception);
        }
    }

    /// <summary>Reads members in the way of generated code that expects any type.</summary>
    private static void Walk(ref FormBodyReader reader, Random random)
    {
        while (reader.NextMember(out _))
        {
            WalkValue(ref reader, random);
        }
    }

    private static void WalkValue(ref FormBodyReader reader, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                reader.Skip();
                break;
            case 1:
                while (reader.NextElement())
                {
                    WalkValue(ref reader, random);
                }

                break;
            case 2:
                reader.String();
                break;
            case 3:
                reader.Blob();
                break;
            default:
                Walk(ref reader, random);
                break;
        }
    }

    private static FormBodyReader Open(string form) => new(FormParameters.Parse(Encoding.UTF8.GetBytes(form)));

    private static List<string> ReadItems(string form)
    {
        var items = new List<string>();
        var reader = Open(form);
        while (reader.NextMember(out var name))
        {
            if (!name.Is("Items"u8))
            {
                reader.Skip();
                continue;
            }

            while (reader.NextElement())
            {
                items.Add(reader.String());
            }
        }

        return items;
    }

    /// <summary>Writes members whose names say their type: objects, lists (of objects) and strings.</summary>
    private static void WriteObject(FormBodyWriter form, Random random, List<string> written, string path, int depth)
    {
        form.BeginObject();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var kind = depth < 4 ? random.Next(4) : 3;
            var name = "OLFS"[kind] + count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            switch (kind)
            {
                case 0:
                    form.Name(Encoding.UTF8.GetBytes(name));
                    WriteObject(form, random, written, path + "/" + name, depth + 1);
                    break;
                case 1 or 2:
                    if (kind == 1)
                    {
                        form.Name(Encoding.UTF8.GetBytes(name));
                    }
                    else
                    {
                        form.FlattenedName(Encoding.UTF8.GetBytes(name));
                    }

                    form.BeginArray("member"u8);
                    var items = random.Next(13);
                    for (var item = 0; item < items; item++)
                    {
                        WriteObject(form, random, written, path + "/" + name + "/" + item, depth + 2);
                    }

                    form.EndArray();
                    break;
                default:
                    var value = ((char)random.Next(1, 0x3000)) + " &=%+." + random.Next();
                    form.String(Encoding.UTF8.GetBytes(name), value);
                    written.Add(path + "/" + name + ":" + value);
                    break;
            }
        }

        form.EndObject();
    }

    private static void ReadObject(ref FormBodyReader reader, List<string> read, string path)
    {
        while (reader.NextMember(out var text))
        {
            var name = text.ToString();
            switch (name[0])
            {
                case 'O':
                    ReadObject(ref reader, read, path + "/" + name);
                    break;
                case 'S':
                    read.Add(path + "/" + name + ":" + reader.String());
                    break;
                default:
                    for (var item = 0; reader.NextElement(); item++)
                    {
                        ReadObject(ref reader, read, path + "/" + name + "/" + item);
                    }

                    break;
            }
        }
    }
}
