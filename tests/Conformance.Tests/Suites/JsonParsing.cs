using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;
using DataZoneGen.Generator.Json;
using DataZoneGen.Wire;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>
/// JSON documents that every reader must accept (<c>y_</c>), must reject (<c>n_</c>) or may do either with (<c>i_</c>), for both
/// readers: the generator's, which reads models, and the runtime's, which reads responses.
/// </summary>
public sealed class JsonParsing(ConformanceRun run) : Suite(run)
{
    private const string Folder = "conformance/json";
    private const string Witness = Folder + "/LICENSE";

    [Vectors(Witness)]
    public Task ModelsAreReadAsJson() =>
        RunAsync("json/models", Documents(), static (file, differences) => Check(file, ReadsModel(file.Bytes), differences));

    [Vectors(Witness)]
    public Task ResponsesAreReadAsJson() =>
        RunAsync("json/answers", Documents(), static (file, differences) => Check(file, ReadsResponse(file.Bytes), differences));

    private static IEnumerable<Document> Documents() =>
        Directory.EnumerateFiles(Path.GetDirectoryName(SuitesFolder.Find(Witness))!, "*.json").Select(static path => new Document(path));

    private static void Check(Document file, bool isAccepted, Differences differences) => differences.Expect(
        "is accepted",
        file.Id[0] switch
        {
            'y' => true,
            'n' => false,
            _ => isAccepted,
        },
        isAccepted);

    private static bool ReadsModel(byte[] document)
    {
        try
        {
            JsonParser.Parse(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(document));
            return true;
        }
        catch (JsonParseException)
        {
            return false;
        }
    }

    private static bool ReadsResponse(byte[] document)
    {
        try
        {
            var json = new JsonBodyReader(document);
            json.Skip();
            json.End();
            return true;
        }
        catch (WireFormatException)
        {
            return false;
        }
    }

    private sealed record Document(string Path) : ICase
    {
        public string Id => System.IO.Path.GetFileName(Path);

        public byte[] Bytes => File.ReadAllBytes(Path);
    }
}
