using System.Collections.Generic;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>A model file as the build passes it: its text and the metadata of its item.</summary>
internal sealed record ModelText(string Path, string Text)
{
    /// <summary>The AwsService item; null omits the metadata, as for an additional file without it.</summary>
    public string? Service { get; init; } = "Widgets";

    /// <summary>The role of a file that is not a model: <c>Items</c>, <c>Project</c> or <c>ModelLock</c>.</summary>
    public string? BuildFile { get; init; }

    /// <summary>The operation that the file is named after, if the build sets it.</summary>
    public string? Operation { get; init; }

    public string? Operations { get; init; }

    public string? Namespace { get; init; }

    public string? Access { get; init; }

    public string? Protocol { get; init; }

    public string? MaxShapes { get; init; }

    public string? Fake { get; init; }

    /// <summary>Creates a new object each time, as an editor does if a file changes.</summary>
    public AdditionalText ToAdditionalText() => new InMemoryText(Path, SourceText.From(Text, Encoding.UTF8));

    public IEnumerable<KeyValuePair<string, string>> Metadata()
    {
        foreach (var (name, value) in new (string, string?)[]
        {
            ("AwsService", Service),
            ("AwsBuildFile", BuildFile),
            ("AwsOperation", Operation),
            ("AwsOperations", Operations),
            ("AwsNamespace", Namespace),
            ("AwsAccess", Access),
            ("AwsProtocol", Protocol),
            ("AwsMaxShapes", MaxShapes),
            ("AwsFake", Fake),
        })
        {
            if (value is not null)
            {
                yield return new("build_metadata.AdditionalFiles." + name, value);
            }
        }
    }

    private sealed class InMemoryText(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
