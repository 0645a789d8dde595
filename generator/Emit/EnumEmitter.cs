using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes enumerations: a struct around the string on the wire, which outlives values that the model does not know.</summary>
internal static class EnumEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(EnumUnit unit)
    {
        yield return (unit.Name, Struct(unit));
        if (unit.IsRead)
        {
            var wire = SourceWriter.File(unit.Context);
            WriteReader(wire, unit);
            yield return (unit.Name + ".Wire", wire);
        }
    }

    private static SourceWriter Struct(EnumUnit unit)
    {
        var name = unit.Name;
        var file = SourceWriter.File(unit.Context);
        file.Doc(unit.Doc).Generated().Obsolete(unit.Obsolete);
        file.Line("[" + CSharpTypes.JsonConverter + "(typeof(" + CSharpTypes.Wire + "EnumJsonConverter<" + name + ">))]");
        file.Line("[" + CSharpTypes.TypeConverter + "(typeof(" + CSharpTypes.Wire + "EnumTypeConverter<" + name + ">))]");
        var interfaces = CSharpTypes.Equatable + "<" + name + ">, " + CSharpTypes.SpanParsable + "<" + name + ">";
        using (file.Block(unit.Context.Access + " readonly partial struct " + name + " : " + interfaces))
        {
            WriteValues(file, unit);
            WriteMembers(file, unit);
            WriteParsing(file, name);
            WriteEquality(file, name);
        }

        WriteKinds(file, unit);
        return file;
    }

    private static void WriteValues(SourceWriter writer, EnumUnit unit)
    {
        writer.Line("private readonly string? _value;");
        writer.Summary("Makes a value from the string on the wire, known or not.");
        writer.Line("/// <param name=\"value\">The string.</param>");
        writer.Line("public " + unit.Name + "(string value) => _value = value;");
        foreach (var value in unit.Values)
        {
            writer.Summary("<c>" + DocText.Escape(value.Value) + "</c>");
            writer.Line("public static " + unit.Name + " " + value.Name + " => new(" + Literals.String(value.Value) + ");");
        }
    }

    private static void WriteMembers(SourceWriter writer, EnumUnit unit)
    {
        writer.Summary("The string on the wire; empty if there was none.");
        writer.Line("public string Value => _value ?? \"\";");
        writer.Summary("Which of the known values this is, for <c>switch</c>.");
        using (writer.Block("public " + unit.Kind + " Kind => Value switch", close: "};"))
        {
            foreach (var value in unit.Values)
            {
                writer.Line(Literals.String(value.Value) + " => " + unit.Kind + "." + value.Name + ",");
            }

            writer.Line("_ => " + unit.Kind + ".Unknown,");
        }

        writer.Summary("Whether the model knows the value.");
        writer.Line("public bool IsKnown => Kind != " + unit.Kind + ".Unknown;");
    }

    private static void WriteParsing(SourceWriter writer, string name) => writer.Separate().Line($$"""
        /// <inheritdoc/>
        public static {{name}} Parse(string s, {{CSharpTypes.FormatProvider}}? provider)
        {
            {{CSharpTypes.ArgumentNullException}}.ThrowIfNull(s);
            return new(s);
        }

        /// <inheritdoc/>
        public static {{name}} Parse({{CSharpTypes.ReadOnlySpanOfChar}} s, {{CSharpTypes.FormatProvider}}? provider) => new(s.ToString());

        /// <inheritdoc/>
        public static bool TryParse([{{CSharpTypes.NotNullWhen}}(true)] string? s, {{CSharpTypes.FormatProvider}}? provider, out {{name}} result)
        {
            result = s is null ? default : new(s);
            return s is not null;
        }

        /// <inheritdoc/>
        public static bool TryParse({{CSharpTypes.ReadOnlySpanOfChar}} s, {{CSharpTypes.FormatProvider}}? provider, out {{name}} result)
        {
            result = new(s.ToString());
            return true;
        }
        """);

    private static void WriteEquality(SourceWriter writer, string name) => writer.Separate().Line($"""
        /// <summary>Whether both are the same string on the wire.</summary>
        /// <param name="left">One value.</param>
        /// <param name="right">The other value.</param>
        /// <returns>Whether they are equal.</returns>
        public static bool operator ==({name} left, {name} right) => left.Equals(right);

        /// <summary>Whether the strings on the wire differ.</summary>
        /// <param name="left">One value.</param>
        /// <param name="right">The other value.</param>
        /// <returns>Whether they differ.</returns>
        public static bool operator !=({name} left, {name} right) => !left.Equals(right);

        /// <inheritdoc/>
        public bool Equals({name} other) => Value == other.Value;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is {name} other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => {CSharpTypes.StringComparer}.Ordinal.GetHashCode(Value);

        /// <summary>The string on the wire.</summary>
        /// <returns>The string.</returns>
        public override string ToString() => Value;
        """);

    private static void WriteKinds(SourceWriter writer, EnumUnit unit)
    {
        writer.Summary("The known values of <see cref=\"" + unit.Name + "\"/>.").Generated().Obsolete(unit.Obsolete);
        using (writer.Block(unit.Context.Access + " enum " + unit.Kind))
        {
            writer.Summary("A value that the model does not know.").Line("Unknown,");
            foreach (var value in unit.Values)
            {
                writer.Summary("<c>" + DocText.Escape(value.Value) + "</c>").Line(value.Name + ",");
            }
        }
    }

    private static void WriteReader(SourceWriter writer, EnumUnit unit)
    {
        using (writer.Generated().Block("internal static class " + unit.Wire))
        {
            writer.Line("/// <summary>Reads a value; a known one costs no allocation.</summary>");
            using (writer.Block("public static " + unit.Name + " Read(ref " + CSharpTypes.Wire + "JsonBodyReader json)"))
            {
                writer.Line("var value = json.Utf8String();");
                using (writer.Block("return value.Length switch", close: "};"))
                {
                    foreach (var value in unit.Values.OrderBy(static v => Encoding.UTF8.GetByteCount(v.Value)))
                    {
                        writer.Line(
                            Encoding.UTF8.GetByteCount(value.Value).ToString(System.Globalization.CultureInfo.InvariantCulture)
                            + " when value.Is(" + Literals.Utf8(value.Value) + ") => " + unit.Name + "." + value.Name + ",");
                    }

                    writer.Line("_ => new(value.ToString()),");
                }
            }
        }
    }
}
