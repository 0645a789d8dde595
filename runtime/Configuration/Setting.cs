using System;
using System.Globalization;

namespace DataZoneGen.Core;

/// <summary>What the environment or the profile says about one thing; nothing, if neither does.</summary>
/// <param name="text">What it says.</param>
/// <param name="variable">The variable or the key that says it.</param>
/// <param name="profile">The profile with the key; <see langword="null"/> for a variable.</param>
/// <remarks>No record: the text may be secret, and records show what they hold.</remarks>
internal readonly struct Setting(string? text, string variable, string? profile)
{
    public string? Text => text;

    /// <summary>True or false.</summary>
    /// <exception cref="AwsConfigurationException">It is neither.</exception>
    public bool? Switch => text is null ? null
        : Is("true") ? true
        : Is("false") ? false
        : throw InvalidValue("has to be true or false");

    public bool Is(string word) => word.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number.</summary>
    /// <exception cref="AwsConfigurationException">It is none, or too small.</exception>
    public int? NumberFrom(int min) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min ? number
        : throw InvalidValue("has to be a whole number from " + min.ToString(CultureInfo.InvariantCulture));

    /// <summary>The exception for a text that breaks a rule. The text is not repeated: it stands where secrets stand, too.</summary>
    public AwsConfigurationException InvalidValue(string rule) =>
        new(profile is null ? $"{variable} {rule}." : $"{variable} in the profile '{profile}' {rule}.");
}
