using System;
using System.Globalization;
using System.Linq;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The JSON document with the credentials of a container or an instance.</summary>
internal static class CredentialsDocument
{
    private const int MaxCodeLength = 64;

    /// <summary>Reads a document. Messages quote nothing from it except an error code.</summary>
    /// <param name="utf8">The document in UTF-8.</param>
    /// <param name="sourceName">The name of the source, for messages.</param>
    /// <exception cref="AwsCredentialsException">The document is malformed or has no credentials.</exception>
    public static AwsCredentials Read(ReadOnlySpan<byte> utf8, string sourceName)
    {
        string? code = null, id = null, secret = null, token = null, expiration = null, account = null;
        var json = new JsonBodyReader(utf8);
        try
        {
            while (json.NextMember(out var name))
            {
                if (name.Is("Code"u8))
                {
                    code = json.String();
                }
                else if (name.Is("AccessKeyId"u8))
                {
                    id = json.String();
                }
                else if (name.Is("SecretAccessKey"u8))
                {
                    secret = json.String();
                }
                else if (name.Is("Token"u8))
                {
                    token = json.String();
                }
                else if (name.Is("Expiration"u8))
                {
                    expiration = json.String();
                }
                else if (name.Is("AccountId"u8))
                {
                    account = json.String();
                }
                else
                {
                    json.Skip();
                }
            }
        }
        catch (WireFormatException)
        {
            throw new AwsCredentialsException(sourceName + " returned a response that cannot be read.");
        }

        if (id is null || secret is null || code is not (null or "Success"))
        {
            throw new AwsCredentialsException(sourceName + " returned no credentials" + (IsErrorCode(code) ? ": " + code + "." : "."));
        }

        try
        {
            return new AwsCredentials(id, secret, token, ParseExpiration(expiration, sourceName)) { AccountId = account is "" ? null : account };
        }
        catch (ArgumentException exception)
        {
            throw new AwsCredentialsException(sourceName + " returned credentials that are not valid: " + exception.Message, exception);
        }
    }

    private static DateTimeOffset? ParseExpiration(string? text, string sourceName) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new AwsCredentialsException(sourceName + " returned credentials whose expiration time cannot be read.");

    private static bool IsErrorCode(string? text) =>
        text is { Length: > 0 and <= MaxCodeLength } && text != "Success" && text.All(char.IsAsciiLetterOrDigit);
}
