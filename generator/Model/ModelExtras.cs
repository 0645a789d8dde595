namespace DataZoneGen.Generator.Model;

/// <summary>
/// A file that amends others of its service (<c>*.sdk-extras.json</c>). It keeps its text, which is short, because what is in
/// it means something only once the definitions are there that it amends.
/// </summary>
internal sealed record ModelExtras(string Path, string Text);
