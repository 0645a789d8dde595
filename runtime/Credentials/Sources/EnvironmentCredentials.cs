using System;

namespace DataZoneGen.Core;

/// <summary>An access key in environment variables.</summary>
internal static class EnvironmentCredentials
{
    /// <summary>Finds the access key in the environment; <see langword="null"/> if it is missing or incomplete.</summary>
    /// <exception cref="AwsCredentialsException">The access key has characters that are not allowed in a header.</exception>
    public static AwsCredentials? Find(EnvironmentVariables variables)
    {
        if (variables["AWS_ACCESS_KEY_ID"] is not { } id || variables["AWS_SECRET_ACCESS_KEY"] is not { } secret)
        {
            return null;
        }

        try
        {
            return new AwsCredentials(id, secret, variables["AWS_SESSION_TOKEN"]) { AccountId = variables["AWS_ACCOUNT_ID"] };
        }
        catch (ArgumentException exception)
        {
            throw new AwsCredentialsException("The credentials in the environment are not valid: " + exception.Message, exception);
        }
    }
}
