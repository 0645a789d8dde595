using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Model.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.CodeFixes.Operations;

/// <summary>
/// Reads the services of a project with the generator's own readers. A file that is named after its operation is not opened, because only the names
/// of the operations are needed.
/// </summary>
internal static class ProjectModels
{
    public static IReadOnlyList<ServiceModel> Read(Project project, CancellationToken cancellationToken)
    {
        var options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var files = project.AnalyzerOptions.AdditionalFiles
            .Select(file => InputFileReader.Read(file, options))
            .OfType<InputFile>()
            .ToLookup(static file => file.Role);
        if (!files.Contains(FileRole.Model))
        {
            return [];
        }

        var projects = files[FileRole.Project].Select(file => ProjectFileReader.Read(file.Text.Path, GetText(file, cancellationToken))).ToList();
        var items = files[FileRole.ItemList]
            .SelectMany(file => ItemListReader.Read(GetText(file, cancellationToken)).Items)
            .Select(item => ItemLocator.Locate(item, projects))
            .ToEquatableArray();
        var models = files[FileRole.Model].Select(file => file.Operation is null
            ? ModelFileReader.Read(file.Text.Path, GetText(file, cancellationToken), file.Item, cancellationToken)
            : new ModelFile(file.Text.Path, file.Item) { UnreadOperation = file.Operation });
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        return [.. ServiceMerger.Merge(models, items, rootNamespace ?? "", [])];
    }

    private static SourceText GetText(InputFile file, CancellationToken cancellationToken) => file.Text.GetText(cancellationToken) ?? SourceText.From("");
}
