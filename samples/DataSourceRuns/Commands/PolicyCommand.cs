using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Text.Json;
using DataSourceRuns.DataZone;
using DataSourceRuns.STS;

namespace DataSourceRuns.Commands;

/// <summary>Prints an IAM policy document that allows what this program calls.</summary>
internal static class PolicyCommand
{
    public static Command Create()
    {
        var command = new Command("policy", "Print an IAM policy that allows what this program calls.");
        command.SetAction(_ => Print());
        return command;
    }

    private static int Print()
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true }))
        {
            // STS returns the identity of every caller, so that its client requires no action.
            WritePolicy(json, [.. DataZoneClient.RequiredActions, .. STSClient.RequiredActions]);
        }

        stream.Write("\n"u8);
        return ExitCode.Success;
    }

    private static void WritePolicy(Utf8JsonWriter json, IReadOnlyList<string> actions)
    {
        json.WriteStartObject();
        json.WriteString("Version", "2012-10-17");
        json.WriteStartArray("Statement");
        json.WriteStartObject();
        json.WriteString("Effect", "Allow");
        json.WriteStartArray("Action");
        foreach (var action in actions)
        {
            json.WriteStringValue(action);
        }

        json.WriteEndArray();
        json.WriteString("Resource", "*");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
