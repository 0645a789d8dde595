using System.Linq;
using System.Threading;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.C2j;
using DataZoneGen.Generator.Model.Endpoints;
using DataZoneGen.Generator.Model.Smithy;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Model.Files;

/// <summary>Reads a model file of any kind. The kind is determined by the content, not by the file name.</summary>
internal static class ModelFileReader
{
    public static ModelFile Read(string path, SourceText text, ServiceItem item, CancellationToken cancellationToken)
    {
        var source = new ModelSource(path, text);
        var file = new ModelFile(path, item) { SourceLocation = source.GetLocation(new TextSpan(0, 0)) };
        JsonNode root;
        try
        {
            root = JsonParser.Parse(text.ToString(), cancellationToken);
        }
        catch (JsonParseException exception)
        {
            source.Report(DiagnosticDescriptors.MalformedJson, source.GetLocation(new TextSpan(exception.Offset, 0)), exception.Message);
            return file with { Diagnostics = source.Diagnostics };
        }

        return ReadRoot(file, root, text, source) with { Diagnostics = source.Diagnostics };
    }

    private static ModelFile ReadRoot(ModelFile file, JsonNode root, SourceText text, ModelSource source)
    {
        if (root is not JsonObject top)
        {
            source.Report(DiagnosticDescriptors.UnknownFileKind, source.GetLocation(root), "the root is " + root.Description);
            return file;
        }

        if (top["smithy"] is not null)
        {
            return SmithyReader.Read(file, top, source);
        }

        if (top["merge"] is not null)
        {
            return source.Object(top, "merge") is null ? file : file with { Extras = new ModelExtras(file.Path, text.ToString()) };
        }

        if (top["pagination"] is not null)
        {
            return file with { Paginators = PaginatorReader.Read(top, source) };
        }

        if (top["waiters"] is not null)
        {
            return file with { Waiters = WaiterReader.Read(top, source) };
        }

        if (top["rules"] is not null && top["parameters"] is not null)
        {
            return file with { EndpointRules = EndpointRuleReader.Read(top, source) };
        }

        if (top["metadata"] is not null || top["operations"] is not null || top["shapes"] is not null)
        {
            return ServiceReader.Read(file, top, source);
        }

        var names = string.Join(", ", top.Members.Take(5).Select(static m => "'" + m.Name + "'"));
        source.Report(DiagnosticDescriptors.UnknownFileKind, source.GetLocation(root), names.Length == 0 ? "it is empty" : "its members are " + names);
        return file;
    }
}
