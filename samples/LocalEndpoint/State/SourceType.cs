namespace LocalEndpoint.State;

/// <summary>The types of data sources, which the model has as plain text.</summary>
internal static class SourceType
{
    public const string Glue = "GLUE";
    public const string Redshift = "REDSHIFT";
    public const string SageMaker = "SAGEMAKER";
}
