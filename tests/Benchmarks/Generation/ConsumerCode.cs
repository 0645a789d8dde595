using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Benchmarks.Generation;

/// <summary>A document of some 700 lines that uses the client, together with other code. Each edit changes a number in it.</summary>
internal static class ConsumerCode
{
    private const int Methods = 30;

    public static SyntaxTree Parse(int edit, CSharpParseOptions options)
    {
        var text = new StringBuilder("""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            using DataZone;

            internal static class Document
            {

            """);
        for (var i = 0; i < Methods; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    public static async Task<List<string>> Method{{i}}Async(IDataZoneClient client, string domain, Dictionary<string, int> counts)
                    {
                        var edit = {{edit}};
                        var names = new List<string> { "a", "b", "c" };
                        var run = await client.GetDataSourceRunAsync(domain, "run{{i}}");
                        var other = await client.GetDataSourceRunAsync(new() { DomainIdentifier = "dzd_{{i}}", Identifier = "run{{i}}" });
                        var request = new ListDataSourceRunsRequest { DomainIdentifier = "dzd_{{i}}", DataSourceIdentifier = domain, MaxResults = 50 };
                        if (run.Status == new DataSourceRunStatus("SUCCESS") || other.Status == DataSourceRunStatus.Failed)
                        {
                            request = request with { MaxResults = 10 + edit % 2, NextToken = string.Concat("a", domain) };
                        }

                        var page = await client.ListDataSourceRunsAsync(request);
                        foreach (var item in page.Items.Where(item => item.Status != DataSourceRunStatus.Running).OrderBy(item => item.CreatedAt))
                        {
                            names.Add(item.Id.Substring(0, Math.Min(5, item.Id.Length)).ToUpperInvariant());
                            counts[item.Id] = counts.TryGetValue(item.Id, out var count) ? count + 1 : Math.Max(1, names.Count);
                        }

                        Console.WriteLine(string.Join(", ", names.Select(name => name.Trim()).Distinct()) + edit);
                        return names;
                    }


                """);
        }

        return CSharpSyntaxTree.ParseText(text.Append('}').ToString(), options, path: "Document.cs");
    }
}
