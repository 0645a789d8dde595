namespace DataZoneGen.Generator.Model;

/// <summary>
/// A file with changes to other files of its service (<c>*.sdk-extras.json</c>). It keeps the text, which is short, because the changes can be
/// read only together with the definitions that they change.
/// </summary>
internal sealed record ModelExtras(string Path, string Text);
