namespace DataZoneGen.Core;

/// <summary>The shared AWS configuration files, which name their sections differently.</summary>
internal enum SharedFileKind
{
    /// <summary><c>[default]</c>, <c>[profile name]</c>, <c>[sso-session name]</c>, <c>[services name]</c>.</summary>
    Config,

    /// <summary><c>[name]</c>, for profiles.</summary>
    Credentials,
}
