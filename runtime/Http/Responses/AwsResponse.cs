using System.Text;
using System.Text.Json.Serialization;

namespace DataZoneGen;

/// <summary>The base class of the responses of all operations.</summary>
public abstract record AwsResponse
{
    private ResponseMetadata _metadata = ResponseMetadata.Empty;

    /// <summary>The metadata of the response. It is not part of equality, <see cref="object.ToString"/> and JSON.</summary>
    [JsonIgnore]
    public ResponseMetadata Metadata
    {
        get => _metadata;
        init => _metadata = value ?? ResponseMetadata.Empty;
    }

    /// <summary>Determines whether another response has the same type. Derived types also compare their members.</summary>
    /// <param name="other">The other response.</param>
    /// <returns><see langword="true"/> if the types are the same; otherwise, <see langword="false"/>.</returns>
    public virtual bool Equals(AwsResponse? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    internal void SetMetadata(ResponseMetadata metadata) => _metadata = metadata;

    /// <summary>Prints nothing.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns><see langword="false"/>, because nothing was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
