using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Fakes;

/// <summary>Writes the methods that validate requests.</summary>
internal sealed class ValidationCode
{
    private const string Validation = CSharpTypes.TestingWire + "RequestValidation";

    private readonly List<string> _patterns = [];
    private readonly List<EquatableArray<string>> _values = [];

    private ValidationCode()
    {
    }

    /// <summary>Returns the members of the class that validates the requests of a service.</summary>
    public static string Write(FakeValidationUnit unit)
    {
        var code = new ValidationCode();
        var methods = string.Join("\n", unit.Validators.Select(code.WriteMethod));
        var fields = new SourceWriter();
        foreach (var pattern in code._patterns)
        {
            fields.Line("private static readonly " + CSharpTypes.TestingWire + "RequestPattern " + PatternName(code._patterns.IndexOf(pattern)) + " = new(" + Literals.String(pattern) + ");");
        }

        foreach (var values in code._values)
        {
            fields.Line("private static readonly string[] " + ValuesName(code._values.IndexOf(values)) + " = [" + string.Join(", ", values.Select(Literals.String)) + "];");
        }

        return fields.Separate() + methods;
    }

    private string WriteMethod(ValidatorPlan validator)
    {
        var writer = new SourceWriter();
        using (writer.Block("public static void " + validator.Name + "(" + validator.Type + " value, " + Validation + " validation)"))
        {
            switch (validator.Kind)
            {
                case WireKind.Structure:
                    foreach (var check in validator.Members)
                    {
                        Check(writer, check, "value." + check.Property);
                    }

                    break;
                case WireKind.Union:
                    WriteVariants(writer, validator);
                    break;
                case WireKind.List:
                    WriteItems(writer, validator);
                    break;
                default:
                    WriteEntries(writer, validator);
                    break;
            }
        }

        return writer.ToString();
    }

    private void WriteVariants(SourceWriter writer, ValidatorPlan validator)
    {
        using (writer.Block("switch (value)"))
        {
            foreach (var check in validator.Members)
            {
                writer.Line("case " + validator.Type + "." + check.Property + " " + check.Local + ":");
                Check(writer, check, check.Local + ".Value", indentation: "    ");
                writer.Line("    break;");
            }
        }
    }

    private void WriteItems(SourceWriter writer, ValidatorPlan validator)
    {
        using (writer.Block("for (var i = 0; i < value.Count; i++)"))
        {
            WriteItem(writer, validator, "validation.EnterItem(i);", "value[i]");
        }
    }

    private void WriteEntries(SourceWriter writer, ValidatorPlan validator)
    {
        using (writer.Block("foreach (var entry in value)"))
        {
            if (validator.Key is { } key)
            {
                Check(writer, key with { Values = [] }, "entry.Key");
                CheckValues(writer, key, "entry.Key");
            }

            if (validator.Members.Count > 0)
            {
                WriteItem(writer, validator, "validation.EnterKey(entry.Key);", "entry.Value");
            }
        }
    }

    private void WriteItem(SourceWriter writer, ValidatorPlan validator, string enter, string item)
    {
        writer.Line(enter);
        if (validator.IsSparse)
        {
            using (writer.Block("if (" + item + " is { } present)"))
            {
                Check(writer, validator.Members[0], "present");
            }
        }
        else
        {
            Check(writer, validator.Members[0], item);
        }

        writer.Line("validation.Exit();");
    }

    private void Check(SourceWriter target, CheckPlan check, string value, string indentation = "")
    {
        var writer = new SourceWriter();
        var member = Literals.String(check.Member);
        if (check.IsRequired)
        {
            using (writer.Block("if (" + IsMissing(check, value) + ")"))
            {
                writer.Line("validation.Missing(" + member + ");");
            }

            using (writer.Block("else"))
            {
                CheckPresent(writer, check, value, member);
            }
        }
        else
        {
            CheckPresent(writer, check, value, member);
        }

        foreach (var line in writer.ToString().TrimEnd('\n').Split('\n').Where(static line => line.Length > 0))
        {
            target.Line(indentation + line);
        }
    }

    private void CheckPresent(SourceWriter writer, CheckPlan check, string value, string member)
    {
        if (check.Limit is { } limit)
        {
            writer.LineIf(limit.Min is not null || limit.Max is not null, LimitCall(check, limit, value, member));
            if (limit.Pattern is { } pattern)
            {
                writer.Line("validation.Pattern(" + value + ", " + member + ", " + PatternName(NumberOf(_patterns, pattern)) + ");");
            }
        }

        if (check.Type is EnumType)
        {
            CheckValues(writer, check, value + (check.IsNullable ? "?.Value" : ".Value"));
        }

        if (check.Validator is { } validator)
        {
            WriteInside(writer, check, validator, value, member);
        }
    }

    private void CheckValues(SourceWriter writer, CheckPlan check, string text)
    {
        if (check.Values.Count > 0)
        {
            writer.Line("validation.EnumValue(" + text + ", " + Literals.String(check.Member) + ", " + ValuesName(NumberOf(_values, check.Values)) + ");");
        }
    }

    /// <summary>The validation of an item already is inside of it.</summary>
    private static void WriteInside(SourceWriter writer, CheckPlan check, string validator, string value, string member)
    {
        if (check.Member.Length == 0)
        {
            writer.Line(validator + "(" + value + ", validation);");
        }
        else if (check.IsNullable)
        {
            using (writer.Block("if (" + value + " is { } " + check.Local + ")"))
            {
                writer.Line("validation.Enter(" + member + ");").Line(validator + "(" + check.Local + ", validation);").Line("validation.Exit();");
            }
        }
        else
        {
            writer.Line("validation.Enter(" + member + ");").Line(validator + "(" + value + ", validation);").Line("validation.Exit();");
        }
    }

    private static string LimitCall(CheckPlan check, LimitPlan limit, string value, string member)
    {
        var access = check.IsNullable ? "?." : ".";
        return limit.Kind switch
        {
            LimitKind.Text => "validation.Length(" + value + ", " + member + ", " + Size(limit.Min) + ", " + Size(limit.Max) + ");",
            LimitKind.Number => "validation.Range(" + value + ", " + member + ", " + Number(check, limit.Min) + ", " + Number(check, limit.Max) + ");",
            LimitKind.Bytes => "validation.Size(" + value + access + "Length, " + member + ", " + Size(limit.Min) + ", " + Size(limit.Max) + ");",
            _ => "validation.Size(" + value + access + "Count, " + member + ", " + Size(limit.Min) + ", " + Size(limit.Max) + ");",
        };
    }

    private static string IsMissing(CheckPlan check, string value) => check.Type is WireType { Kind: WireKind.List, Element: { } item } list
        ? value + " is " + item.CSharp + (list.IsSparse ? "?[]" : "[]")
        : "ReferenceEquals(" + value + ", " + ((WireType)check.Type).Empty + ")";

    /// <summary>A size that is greater than any .NET value is no limit.</summary>
    private static string Size(string? size) =>
        size is not null && double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= int.MaxValue
            ? ((int)value).ToString(CultureInfo.InvariantCulture)
            : "null";

    private static string Number(CheckPlan check, string? number)
    {
        if (number is null || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return "null";
        }

        if (check.Type is ScalarType { Kind: ScalarKind.Single or ScalarKind.Double })
        {
            return value.ToString("R", CultureInfo.InvariantCulture) + "d";
        }

        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer.ToString(CultureInfo.InvariantCulture) + "L" : "null";
    }

    private static int NumberOf<T>(List<T> items, T item)
    {
        var number = items.IndexOf(item);
        if (number < 0)
        {
            number = items.Count;
            items.Add(item);
        }

        return number;
    }

    private static string PatternName(int number) => "Pattern" + number.ToString(CultureInfo.InvariantCulture);

    private static string ValuesName(int number) => "Values" + number.ToString(CultureInfo.InvariantCulture);
}
