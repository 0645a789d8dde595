using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace DataZoneGen.Testing.Wire;

/// <summary>
/// Collects what is wrong with a request. The messages have the form of AWS and contain no values, because a value may be a secret. Generated code calls the
/// methods; a value that is <see langword="null"/> meets all constraints.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestValidation
{
    private readonly List<string> _path = [];
    private readonly List<string> _violations = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>Begins the members of a structure, a list or a map.</summary>
    /// <param name="member">The name of the member that has them.</param>
    public void Enter(string member) => _path.Add(member);

    /// <summary>Begins an item of a list.</summary>
    /// <param name="index">The index of the item, from 0.</param>
    public void EnterItem(int index) => _path.Add(string.Create(CultureInfo.InvariantCulture, $"{index + 1}.member"));

    /// <summary>Begins a value of a map.</summary>
    /// <param name="key">The key.</param>
    public void EnterKey(string key) => _path.Add(key + ".member");

    /// <summary>Ends what <see cref="Enter"/>, <see cref="EnterItem"/> or <see cref="EnterKey"/> began.</summary>
    public void Exit() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Reports that a required member is missing. Its empty value breaks no other constraint.</summary>
    /// <param name="member">The name of the member.</param>
    public void Missing(string member)
    {
        ArgumentNullException.ThrowIfNull(member);
        Add(member, "Member must not be null");
        _missing.Add(GetPath(member));
    }

    /// <summary>Checks the length of a text, in Unicode code points.</summary>
    /// <param name="value">The text.</param>
    /// <param name="member">The name of the member; empty for an item, a key or a value.</param>
    /// <param name="min">The minimum length; <see langword="null"/> if there is none.</param>
    /// <param name="max">The maximum length; <see langword="null"/> if there is none.</param>
    public void Length(string? value, string member, int? min, int? max)
    {
        if (value is not null)
        {
            CheckSize(CountCodePoints(value), member, min, max);
        }
    }

    /// <summary>Checks the number of items of a list or map, or of the bytes of a blob.</summary>
    /// <param name="count">The number; <see langword="null"/> if the member is missing.</param>
    /// <param name="member">The name of the member; empty for an item, a key or a value.</param>
    /// <param name="min">The minimum number; <see langword="null"/> if there is none.</param>
    /// <param name="max">The maximum number; <see langword="null"/> if there is none.</param>
    public void Size(int? count, string member, int? min, int? max)
    {
        if (count is { } actual)
        {
            CheckSize(actual, member, min, max);
        }
    }

    /// <summary>Checks whether a text matches a pattern.</summary>
    /// <param name="value">The text.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="pattern">The pattern.</param>
    public void Pattern(string? value, string member, RequestPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        if (value is not null && !pattern.IsMatch(value))
        {
            Add(member, "Member must satisfy regular expression pattern: " + pattern.Text);
        }
    }

    /// <summary>Checks the range of an integer.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="member">The name of the member; empty for an item, a key or a value.</param>
    /// <param name="min">The minimum; <see langword="null"/> if there is none.</param>
    /// <param name="max">The maximum; <see langword="null"/> if there is none.</param>
    public void Range(long? value, string member, long? min, long? max)
    {
        if (value < min)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {min}"));
        }
        else if (value > max)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {max}"));
        }
    }

    /// <summary>Checks the range of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="member">The name of the member; empty for an item, a key or a value.</param>
    /// <param name="min">The minimum; <see langword="null"/> if there is none.</param>
    /// <param name="max">The maximum; <see langword="null"/> if there is none.</param>
    public void Range(double? value, string member, double? min, double? max)
    {
        if (value < min)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {min}"));
        }
        else if (value > max)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {max}"));
        }
    }

    /// <summary>Checks whether a text is a value of an enumeration.</summary>
    /// <param name="value">The text.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="allowed">The values of the enumeration.</param>
    public void EnumValue(string? value, string member, params string[] allowed)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        if (value is not null && Array.IndexOf(allowed, value) < 0)
        {
            Add(member, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
        }
    }

    /// <summary>Returns the message of the error; <see langword="null"/> if nothing is wrong.</summary>
    internal string? GetMessage() => _violations.Count == 0 ? null : string.Create(
        CultureInfo.InvariantCulture, $"{_violations.Count} validation error{(_violations.Count == 1 ? "" : "s")} detected: {string.Join("; ", _violations)}");

    private void CheckSize(int count, string member, int? min, int? max)
    {
        if (count < min)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {min}"));
        }
        else if (count > max)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {max}"));
        }
    }

    private static int CountCodePoints(string value)
    {
        var count = 0;
        foreach (var _ in value.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private void Add(string member, string constraint)
    {
        var path = GetPath(member);
        if (!_missing.Contains(path))
        {
            _violations.Add($"Value at '{path}' failed to satisfy constraint: {constraint}");
        }
    }

    /// <summary>Returns the path of a member. The items of lists, and the keys and values of maps, have no names.</summary>
    private string GetPath(string member) => string.Join('.', member.Length == 0 ? _path : _path.Append(member));
}
