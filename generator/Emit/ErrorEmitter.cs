using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes modeled errors as exceptions.</summary>
internal static class ErrorEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(ErrorUnit unit)
    {
        var error = unit.Error;
        var file = SourceWriter.File(unit.Context);
        WriteException(file, unit.Context, error.Name, unit.Context.Names.BaseException, error.Doc, error);
        yield return (error.Name, file);
        if (error.Properties.Count > 0 || error.IsWritten)
        {
            var wire = SourceWriter.File(unit.Context);
            WriteWire(wire, error);
            yield return (error.Name + ".Wire", wire);
        }
    }

    /// <summary>Writes an exception type with the constructors that .NET expects of one.</summary>
    public static void WriteException(SourceWriter writer, UnitContext context, string name, string baseType, DocPlan doc, ErrorPlan? error)
    {
        writer.Doc(doc).Generated().Obsolete(error?.Obsolete);
        var modifier = error is null ? " partial class " : " sealed partial class ";
        using (writer.Block(context.Access + modifier + name + " : " + baseType))
        {
            writer.Line($$"""
                /// <summary>Makes the exception without a message.</summary>
                public {{name}}()
                {
                }

                /// <summary>Makes the exception with the service's message.</summary>
                /// <param name="message">The message.</param>
                public {{name}}(string? message)
                    : base(message)
                {
                }

                /// <summary>Makes the exception with a message and the exception that led to it.</summary>
                /// <param name="message">The message.</param>
                /// <param name="innerException">The exception that led to it.</param>
                public {{name}}(string? message, {{CSharpTypes.Exception}}? innerException)
                    : base(message, innerException)
                {
                }
                """);
            foreach (var property in error?.Properties ?? [])
            {
                StructureEmitter.WriteProperty(writer, property, isOwnerSensitive: false);
            }

            if (error is { Retry: not ModeledRetry.None })
            {
                writer.Separate().Line("/// <inheritdoc/>");
                writer.Line("protected override " + CSharpTypes.Runtime + "ModeledRetry ModeledRetry => " + CSharpTypes.Runtime + "ModeledRetry." + error.Retry + ";");
            }
        }
    }

    private static void WriteWire(SourceWriter writer, ErrorPlan error)
    {
        using (writer.Generated().Block("internal static class " + error.Wire))
        {
            if (error.Properties.Count > 0)
            {
                using (writer.Block("public static " + error.Name + " Read(ref " + CSharpTypes.Wire + "ErrorReader error)"))
                {
                    ResponseCode.WriteReading(writer, error.Properties, "error", "new(error.Message)");
                }
            }

            if (error.IsWritten)
            {
                WriteWriter(writer, error);
            }
        }
    }

    /// <summary>Writes what sends the error, as an event of a stream.</summary>
    private static void WriteWriter(SourceWriter writer, ErrorPlan error)
    {
        using (writer.Separate().Block("public static void Write(" + CSharpTypes.Wire + "EventWriter message, " + error.Name + " value)"))
        {
            writer.Line("var json = message.Json;").Line("json.BeginObject();");
            writer.LineIf(error.MessageName is not null, "json.String(" + Literals.Utf8(error.MessageName ?? "") + ", value.ServiceMessage);");
            foreach (var property in error.Properties.Where(static p => p.Binding == PropertyBinding.Body))
            {
                ValueCode.WriteMember(writer, property, "value");
            }

            writer.Line("json.EndObject();");
        }
    }
}
