using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>A way to authenticate that a model allows.</summary>
/// <param name="Kind">Which way it is.</param>
/// <param name="UnsupportedName">The model's name of an unsupported one, for messages; null for all others.</param>
internal readonly record struct AuthScheme(AuthKind Kind, string? UnsupportedName = null)
{
    public static AuthScheme SigV4 { get; } = new(AuthKind.SigV4);

    public static AuthScheme Bearer { get; } = new(AuthKind.Bearer);

    public static AuthScheme None { get; } = new(AuthKind.None);

    public static AuthScheme Unsupported(string name) => new(AuthKind.Unsupported, name);

    /// <summary>Reads a list of schemes, best first. Both vocabularies name them by the ids of Smithy's traits.</summary>
    public static EquatableArray<AuthScheme> Read(JsonObject owner, string field, EquatableArray<AuthScheme> defaultValue, ModelSource source) =>
        owner[field] is null or JsonNull ? defaultValue : source.Strings(owner, field).Select(FromId).ToEquatableArray();

    public static AuthScheme FromId(string id) => id switch
    {
        "aws.auth#sigv4" => SigV4,
        "smithy.api#httpBearerAuth" => Bearer,
        "smithy.api#noAuth" => None,
        _ => Unsupported(id),
    };
}

internal enum AuthKind
{
    SigV4,
    Bearer,
    None,
    Unsupported,
}
