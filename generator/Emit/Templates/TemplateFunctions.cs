using System.Collections.Generic;
using System.Text;
using DataZoneGen.Generator.Emit.Bindings;
using DataZoneGen.Generator.Emit.Bodies;
using DataZoneGen.Generator.Emit.Client;
using DataZoneGen.Generator.Emit.Fakes;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Emit.Types;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>The C# functions that templates can call. Their names are in snake case; members of the plan are in Pascal case.</summary>
internal static class TemplateFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Create<UnitContext, string>("header", FileText.Header),
        TemplateFunction.Create<UnitContext, string>("file_comment", FileText.Comment),
        TemplateFunction.Create<DocPlan, string>("doc", FileText.Doc),
        TemplateFunction.Create<string, string>("doc_text", DocText.Escape),
        TemplateFunction.Create<StabilityPlan?, string?>("stability", FileText.Stability),
        TemplateFunction.Create<string, string>("literal", Literals.String),
        TemplateFunction.Create<string, string>("utf8", Literals.Utf8),
        TemplateFunction.Create<string, int>("utf8_length", Encoding.UTF8.GetByteCount),

        TemplateFunction.Create<PropertyPlan, bool, string>("printed_value", TypeText.PrintedValue),

        TemplateFunction.Create<MethodPlan, string>("assignments", MethodCode.Assignments),
        TemplateFunction.Create<EquatableArray<AssignmentPlan>, string>("set_properties", MethodCode.SetProperties),
        TemplateFunction.Create<PaginatorPlan, string>("token_type", MethodCode.TokenType),
        TemplateFunction.Create<PaginatorPlan, string>("next_token", MethodCode.NextToken),
        TemplateFunction.Create<PaginatorPlan, string>("token_assignment", MethodCode.TokenAssignment),
        TemplateFunction.Create<EquatableArray<AcceptorPlan>, string>("acceptors", MethodCode.Acceptors),
        TemplateFunction.Create<EquatableArray<EndpointRulePlan>, string>("endpoint_rules", EndpointCode.Write),
        TemplateFunction.Create<FactsUnit, string>("facts", FactsCode.Write),

        TemplateFunction.Create<CodecPlan, OperationPlan, string>("write_request", RequestCode.Write),
        TemplateFunction.Create<CodecPlan, OperationPlan, string>("read_response", ResponseCode.Read),
        TemplateFunction.Create<MessageCheckPlan, string>("message_checks", MessageCheckCode.Write),
        TemplateFunction.Create<CodecPlan, ErrorPlan, string>("read_error", ResponseCode.Read),
        TemplateFunction.Create<CodecPlan, ErrorPlan, string>("write_error", EventCode.Write),
        TemplateFunction.Create<CodecPlan, StructurePlan, string>("read_event", EventCode.Read),
        TemplateFunction.Create<CodecPlan, StructurePlan, string>("write_event", EventCode.Write),
        TemplateFunction.Create<PropertyPlan, string>("event_class", EventCode.Class),

        TemplateFunction.Create<CodecPlan, FakeOperationPlan, string>("read_request", FakeCode.ReadRequest),
        TemplateFunction.Create<CodecPlan, FakeOperationPlan, string>("write_response", FakeCode.WriteResponse),
        TemplateFunction.Create<CodecPlan, FakeErrorPlan, string>("write_error_response", FakeCode.WriteError),
        TemplateFunction.Create<FakeValidationUnit, string>("validators", ValidationCode.Write),

        TemplateFunction.Create<CodecPlan, StructurePlan, string>("read_record", BodyCode.Read),
        TemplateFunction.Create<CodecPlan, StructurePlan, string, string>("write_members", BodyCode.WriteMembers),
        TemplateFunction.Create<StructurePlan, string>("empty_record", BodyCode.Empty),
        TemplateFunction.Create<CodecPlan, PropertyPlan, string>("write_name", ValueCode.WriteName),
        TemplateFunction.Create<CollectionPlan, string>("array_arguments", ElementCode.ArrayArguments),
        TemplateFunction.Create<EntryPlan, string>("map_arguments", ElementCode.MapArguments),
        TemplateFunction.Create<CodecPlan, TypePlan, string>("read", ValueCode.Read),
        TemplateFunction.Create<CodecPlan, TypePlan, string, string>("write", ValueCode.Write),
    ];
}
