using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.CodeFixes.Operations;

/// <summary>Adds an operation to a list in a project file.</summary>
internal sealed class ListChange
{
    private readonly DocumentId _document;
    private readonly SourceLocation _list;
    private readonly string _operation;
    private readonly string _separator;

    private ListChange(DocumentId document, SourceLocation list, string operation, string separator)
    {
        _document = document;
        _list = list;
        _operation = operation;
        _separator = separator;
    }

    public string Title => "Add '" + _operation + "' to Operations";

    /// <summary>Finds the list of an item. Returns null if no additional document of the project has it in a form that can be edited.</summary>
    public static ListChange? Find(Project project, ServiceItem item, string operation, CancellationToken cancellationToken)
    {
        var (list, separator) = item.Project is null
            ? (FindMetadata(project, item, cancellationToken), "|")
            : (item.Locations.Operations, "; ");
        var text = project.AnalyzerOptions.AdditionalFiles.FirstOrDefault(file => IsList(file.Path))?.GetText(cancellationToken);
        var document = project.AdditionalDocuments.FirstOrDefault(document => IsList(document.FilePath ?? document.Name));
        return text is not null && document is not null && OperationListEditor.Add(text, list.Span, operation, separator) is not null
            ? new ListChange(document.Id, list, operation, separator)
            : null;

        bool IsList(string? path) => string.Equals(path, list.Path, StringComparison.OrdinalIgnoreCase);
    }

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        var document = solution.GetAdditionalDocument(_document)!;
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return OperationListEditor.Add(text, _list.Span, _operation, _separator) is { } change
            ? solution.WithAdditionalDocumentText(_document, text.WithChanges(change))
            : solution;
    }

    /// <summary>Finds the AdditionalFiles element with the list; the default location if none or several have it.</summary>
    private static SourceLocation FindMetadata(Project project, ServiceItem item, CancellationToken cancellationToken)
    {
        var options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        var lists = project.AnalyzerOptions.AdditionalFiles
            .Where(file => InputFileReader.Read(file, options) is { Role: FileRole.Project })
            .SelectMany(file => file.GetText(cancellationToken) is { } text ? ProjectFileReader.FindMetadata(file.Path, text, "AdditionalFiles", "AwsOperations") : [])
            .Where(list => list.Value.Trim() == item.Operations)
            .Take(2)
            .ToList();
        return lists.Count == 1 ? lists[0].SourceLocation : default;
    }
}
