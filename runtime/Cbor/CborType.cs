namespace DataZoneGen.Core;

/// <summary>The types of CBOR values, and first bytes of values. The major type is in the three high bits of the first byte.</summary>
internal static class CborType
{
    public const int Shift = 5;

    // Major types.
    public const int Unsigned = 0;
    public const int Negative = 1;
    public const int Bytes = 2;
    public const int Text = 3;
    public const int Array = 4;
    public const int Map = 5;
    public const int Tag = 6;
    public const int Other = 7;

    // The low bits: a value up to 23, or one of these.
    public const int InfoMask = 0x1F;
    public const int OneByte = 24;
    public const int TwoBytes = 25;
    public const int FourBytes = 26;
    public const int EightBytes = 27;
    public const int Indefinite = 31;

    // Values of the major type Other.
    public const byte False = 0xF4;
    public const byte True = 0xF5;
    public const byte Null = 0xF6;
    public const byte Undefined = 0xF7;
    public const byte Half = 0xF9;
    public const byte Single = 0xFA;
    public const byte Double = 0xFB;
    public const byte Break = 0xFF;

    /// <summary>The first byte of a timestamp in epoch seconds.</summary>
    public const byte EpochTag = 0xC1;

    public const byte IndefiniteArray = 0x9F;
    public const byte IndefiniteMap = 0xBF;
}
