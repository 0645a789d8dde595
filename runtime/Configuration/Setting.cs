using System;
using System.Globalization;

namespace DataZoneGen.Core;

/// <summary>The value of a setting in the environment or the profile, if either has it.</summary>
/// <param name="text">The value; <see langword="null"/> if it is not set.</param>
/// <param name="variable">The environment variable or the key in the profile.</param>
/// <param name="profile">The profile that has the key; <see langword="null"/> for an environment variable.</param>
/// <remarks>This is not a record, because ToString of a record would show the value, which may be secret.</remarks>
internal readonly struct Setting(string? text, string variable, string? profile)
{
    public string? Text => text;

    /// <summary>The value as a Boolean; <see langword="null"/> if it is not set.</summary>
    /// <exception cref="AwsConfigurationException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool? Boolean => text is null ? null
        : Is("true") ? true
        : Is("false") ? false
        : throw InvalidValue("must be true or false");

    public bool Is(string word) => word.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the value as an integer; <see langword="null"/> if it is not set.</summary>
    /// <exception cref="AwsConfigurationException">The value is not an integer, or less than the minimum.</exception>
    public int? GetInteger(int min) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min ? number
        : throw InvalidValue("must be an integer of at least " + min.ToString(CultureInfo.InvariantCulture));

    /// <summary>Creates the exception for a value that is not valid. Its message does not quote the value, which may be a misplaced secret.</summary>
    public AwsConfigurationException InvalidValue(string rule) =>
        new(profile is null ? $"{variable} {rule}." : $"{variable} in the profile '{profile}' {rule}.");
}
