using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Generator.Json;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>
/// JSON documents that every reader must accept (<c>y_</c>), must reject (<c>n_</c>) or may do either with (<c>i_</c>), for both
/// readers: the generator's, which reads models, and the runtime's, which reads answers.
/// </summary>
[Collection(ConformanceRun.Collection)]
public sealed class JsonParsing(ConformanceRun run)
{
    private const string Folder = "conformance/json";
    private const string Witness = Folder + "/LICENSE";

    [VectorsFact(Witness)]
    public Task ModelsAreReadAsJson() => run.CheckAsync("json/models", Documents(), static file => Path.GetFileName(file), static file => CheckAsync(file, ReadsModel));

    [VectorsFact(Witness)]
    public Task AnswersAreReadAsJson() => run.CheckAsync("json/answers", Documents(), static file => Path.GetFileName(file), static file => CheckAsync(file, ReadsAnswer));

    private static IEnumerable<string> Documents() => Directory.EnumerateFiles(Path.GetDirectoryName(SuitesFolder.Find(Witness))!, "*.json");

    private static async Task<CaseOutcome> CheckAsync(string file, Func<byte[], bool> reads)
    {
        var isAccepted = reads(await File.ReadAllBytesAsync(file));
        var expected = Path.GetFileName(file)[0] switch
        {
            'y' => true,
            'n' => false,
            _ => isAccepted,
        };
        return new CaseOutcome(null, isAccepted == expected ? [] : [(isAccepted ? "accepted" : "rejected") + ", against the suite"]);
    }

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

    private static bool ReadsAnswer(byte[] document)
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
}
