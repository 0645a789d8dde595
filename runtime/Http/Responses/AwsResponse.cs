using System.Text;
using System.Text.Json.Serialization;

namespace DataZoneGen;

/// <summary>The base of every operation's response.</summary>
public abstract record AwsResponse
{
    private ResponseMetadata _metadata = ResponseMetadata.Empty;

    /// <summary>What came along with the response. It takes no part in equality, is not printed and is no part of the response as JSON.</summary>
    [JsonIgnore]
    public ResponseMetadata Metadata
    {
        get => _metadata;
        init => _metadata = value ?? ResponseMetadata.Empty;
    }

    /// <summary>Whether the other response is of the same type; the types derived compare their members.</summary>
    /// <param name="other">The other response.</param>
    /// <returns>Whether it is.</returns>
    public virtual bool Equals(AwsResponse? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    internal void SetMetadata(ResponseMetadata metadata) => _metadata = metadata;

    /// <summary>Prints nothing.</summary>
    /// <param name="builder">Where members would be printed.</param>
    /// <returns>Whether something was printed: no.</returns>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
