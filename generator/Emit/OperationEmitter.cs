using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes an operation: its request and response in one file, the object that the pipeline runs in another.</summary>
internal static class OperationEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(OperationUnit unit)
    {
        var operation = unit.Operation;
        var file = SourceWriter.File(unit.Context);
        StructureEmitter.WriteRecord(file, unit.Context, operation.Request);
        StructureEmitter.WriteRecord(file.Separate(), unit.Context, operation.Response);
        yield return (operation.File, file);

        var wire = SourceWriter.File(unit.Context);
        WriteOperation(wire, unit.Context, operation);
        StructureEmitter.WritePrinting(wire, unit.Context, operation.Request);
        StructureEmitter.WritePrinting(wire, unit.Context, operation.Response);
        yield return (operation.File + ".Wire", wire);
    }

    private static void WriteOperation(SourceWriter writer, UnitContext context, OperationPlan operation)
    {
        var (request, response) = (operation.Request.Name, operation.Response.Name);
        using (writer.Generated().Block("internal sealed class " + operation.Type + " : " + CSharpTypes.Wire + "Operation<" + request + ", " + response + ">"))
        {
            writer.Line("public static readonly " + operation.Type + " Instance = new();");
            writer.Line();
            writer.Line("private " + operation.Type + "()");
            writer.Line("    : base(" + context.Names.Service + ".Instance, " + Literals.String(operation.ModelName) + ", " + Method(operation.HttpMethod) + ")");
            using (writer.Open())
            {
                WriteSettings(writer, operation);
            }

            writer.Line();
            using (writer.Block("protected override void Write(" + request + " input, " + CSharpTypes.Wire + "RequestWriter request)"))
            {
                RequestCode.Write(writer, operation);
            }

            WriteEndpointContext(writer, operation);
            using (writer.Separate().Block("protected override " + response + " Read(ref " + CSharpTypes.Wire + "ResponseReader response)"))
            {
                ResponseCode.WriteReading(writer, operation.Response.Properties, "response", "new()");
            }
        }
    }

    /// <summary>What calls tell the endpoint rules, where they tell them anything.</summary>
    private static void WriteEndpointContext(SourceWriter writer, OperationPlan operation)
    {
        if (operation.EndpointContext.Count == 0)
        {
            return;
        }

        const string type = CSharpTypes.Wire + "EndpointContext";
        writer.Separate().Line("protected override " + type + " GetEndpointContext(" + operation.Request.Name + " input) => new " + type + "()"
            + string.Concat(operation.EndpointContext.Select(static value => "\n    .Set(" + Literals.String(value.Parameter) + ", " + value.Value + ")")) + ";");
    }

    /// <summary>What the pipeline must know about the operation, where it is not the usual.</summary>
    private static void WriteSettings(SourceWriter writer, OperationPlan operation)
    {
        writer.LineIf(operation.Auth != AuthPlan.SigV4, "Auth = " + CSharpTypes.Wire + "AuthType." + operation.Auth + ";");
        writer.LineIf(operation.AcceptsBearerToken, "AcceptsBearerToken = true;");
        writer.LineIf(operation.IsPayloadUnsigned, "IsPayloadUnsigned = true;");
        writer.LineIf(operation.IsChecksumRequired, "IsChecksumRequired = true;");
        writer.LineIf(operation.IsTreeHashRequired, "IsTreeHashRequired = true;");
        writer.LineIf(operation.CompressesRequest, "CompressesRequest = true;");
        writer.LineIf(operation.StreamsResponse, "StreamsResponse = true;");
        writer.LineIf(operation.SendsEvents, "SendsEvents = true;");
    }

    private static string Method(string method) => method switch
    {
        "GET" => CSharpTypes.HttpMethod + ".Get",
        "POST" => CSharpTypes.HttpMethod + ".Post",
        "PUT" => CSharpTypes.HttpMethod + ".Put",
        "PATCH" => CSharpTypes.HttpMethod + ".Patch",
        "DELETE" => CSharpTypes.HttpMethod + ".Delete",
        "HEAD" => CSharpTypes.HttpMethod + ".Head",
        _ => "new " + CSharpTypes.HttpMethod + "(" + Literals.String(method) + ")",
    };
}
