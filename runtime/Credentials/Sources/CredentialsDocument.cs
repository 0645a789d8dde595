using System;
using System.Globalization;
using System.Linq;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The JSON in which containers and instances give out credentials.</summary>
internal static class CredentialsDocument
{
    private const int MaxCodeLength = 64;

    /// <summary>Reads a document. Nothing of it is repeated in messages but the code of an error.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="what">Who gave it out, for messages.</param>
    /// <exception cref="AwsCredentialsException">It has no credentials.</exception>
    public static AwsCredentials Read(ReadOnlySpan<byte> utf8, string what)
    {
        string? code = null, id = null, secret = null, token = null, expiration = null;
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
                else
                {
                    json.Skip();
                }
            }
        }
        catch (WireFormatException)
        {
            throw new AwsCredentialsException(what + " gave an answer that cannot be read.");
        }

        if (id is null || secret is null || code is not (null or "Success"))
        {
            throw new AwsCredentialsException(what + " has no credentials" + (IsCode(code) ? ": " + code + "." : "."));
        }

        try
        {
            return new AwsCredentials(id, secret, token, ExpirationOf(expiration, what));
        }
        catch (ArgumentException exception)
        {
            throw new AwsCredentialsException(what + " gave credentials that cannot be used: " + exception.Message, exception);
        }
    }

    private static DateTimeOffset? ExpirationOf(string? text, string what) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new AwsCredentialsException(what + " gave credentials with a time of expiry that cannot be read.");

    private static bool IsCode(string? text) =>
        text is { Length: > 0 and <= MaxCodeLength } && text != "Success" && text.All(char.IsAsciiLetterOrDigit);
}
