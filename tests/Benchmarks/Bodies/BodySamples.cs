using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataZoneGen.Benchmarks.Bodies.Plain;

namespace DataZoneGen.Benchmarks.Bodies;

/// <summary>
/// Creates bodies of about a million bytes with many objects, as of a catalog of tables: some texts need escaping, because metadata forms contain JSON.
/// </summary>
internal static class BodySamples
{
    public const string Domain = "dzd_4bd2k1x8q9w7aj";
    public const string Project = "p0c8v5n2j6h1aa";

    private const int Assets = 500;
    private const int Forms = 1_100;
    private const int ColumnsOfAsset = 12;
    private const int ColumnsOfForm = 10;

    private static readonly DateTimeOffset Created = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    /// <summary>Returns the response of a search that finds assets.</summary>
    public static byte[] CreateResponse()
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var response = new SearchResponse
            {
                Items = [.. Enumerable.Range(0, Assets).Select(static number => new SearchInventoryResultItem { AssetItem = CreateAsset(number) })],
                NextToken = "eyJvZmZzZXQiOjUwMH0",
                TotalMatchCount = Assets,
            };
            JsonSerializer.Serialize(writer, response, ResponseJson.Default.SearchResponse);
        }

        return body.ToArray();
    }

    /// <summary>Returns the request for an asset with many metadata forms.</summary>
    public static CreateAssetRequest CreateRequest() => new()
    {
        Name = "orders",
        TypeIdentifier = "amazon.datazone.GlueTableAssetType",
        TypeRevision = "12",
        Description = "The orders of all shops, since the first of them opened.",
        GlossaryTerms = ["t4k8c2x6m1b3zz", "t9s5w7q2r4n8yy"],
        FormsInput = [.. Enumerable.Range(0, Forms).Select(static number => new FormInput
        {
            FormName = Text($"Table{number}Form"),
            TypeIdentifier = "amazon.datazone.GlueTableFormType",
            TypeRevision = "12",
            Content = CreateColumns(number, ColumnsOfForm),
        })],
        OwningProjectIdentifier = Project,
        ClientToken = "3f0d3c1e-9a53-4f2c-8a39-6d3a50f0c7aa",
    };

    private static AssetItem CreateAsset(int number) => new()
    {
        DomainId = Domain,
        Identifier = Text($"a{number:00000}k3s9q2m4xx"),
        Name = Text($"orders_of_shop_{number}"),
        TypeIdentifier = "amazon.datazone.GlueTableAssetType",
        TypeRevision = "12",
        ExternalIdentifier = Text($"arn:aws:glue:us-east-1:123456789012:table/sales/orders_of_shop_{number}"),
        Description = Text($"Orders of shop {number}: one row for each order, with \"open\" ones. Amounts are in €."),
        CreatedAt = Created.AddMinutes(number),
        CreatedBy = "7c1e8f5a-42d6-4f0b-9c57-0f5f3e6f9b11",
        FirstRevisionCreatedAt = Created.AddHours(-number),
        FirstRevisionCreatedBy = "7c1e8f5a-42d6-4f0b-9c57-0f5f3e6f9b11",
        GlossaryTerms = ["t4k8c2x6m1b3zz", "t9s5w7q2r4n8yy"],
        OwningProjectId = Project,
        AdditionalAttributes = new()
        {
            FormsOutput = [CreateForm("GlueTableForm", number), CreateForm("DataSourceReferenceForm", number + Assets)],
            MatchRationale = [new() { TextMatches = [new() { Attribute = "name", Text = Text($"orders_of_shop_{number}"), MatchOffsets = [new() { StartOffset = 0, EndOffset = 6 }] }] }],
        },
    };

    private static FormOutput CreateForm(string name, int number) =>
        new() { FormName = name, TypeName = "amazon.datazone." + name + "Type", TypeRevision = "12", Content = CreateColumns(number, ColumnsOfAsset / 2) };

    private static string CreateColumns(int number, int count) => "{\"columns\":[" + string.Join(',', Enumerable.Range(0, count).Select(column =>
        Text($$"""{"columnName":"column_{{number}}_{{column}}","dataType":"decimal(18,2)","isKey":{{(column == 0 ? "true" : "false")}}}"""))) + "]}";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
