using System;

namespace DataZoneGen.Core;

/// <summary>Credentials that stand in the environment as they are.</summary>
internal static class EnvironmentCredentials
{
    /// <summary>The access key in the environment, if there is a whole one.</summary>
    /// <exception cref="AwsCredentialsException">It has characters that cannot be sent.</exception>
    public static AwsCredentials? Find(EnvironmentVariables variables)
    {
        if (variables["AWS_ACCESS_KEY_ID"] is not { } id || variables["AWS_SECRET_ACCESS_KEY"] is not { } secret)
        {
            return null;
        }

        try
        {
            return new AwsCredentials(id, secret, variables["AWS_SESSION_TOKEN"]);
        }
        catch (ArgumentException exception)
        {
            throw new AwsCredentialsException("The credentials in the environment cannot be used: " + exception.Message, exception);
        }
    }
}
