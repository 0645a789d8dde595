using System;
using System.ComponentModel;
using System.Globalization;

namespace DataZoneGen.Wire;

/// <summary>Converts a generated enumeration to and from text, for configuration binding and other uses of type converters.</summary>
/// <typeparam name="T">The generated enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumTypeConverter<T> : TypeConverter
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, culture) : base.ConvertFrom(context, culture, value);
}
