namespace WooPipeline.Formats.Outlook;

/// <summary>Types of MAPI property values (MS-OXCDATA §2.11.1).</summary>
internal static class MapiType
{
    public const ushort Int16 = 0x0002;
    public const ushort Int32 = 0x0003;
    public const ushort Float = 0x0004;
    public const ushort Double = 0x0005;
    public const ushort Currency = 0x0006;
    public const ushort FloatingTime = 0x0007;
    public const ushort Error = 0x000A;
    public const ushort Boolean = 0x000B;
    public const ushort Object = 0x000D;
    public const ushort Int64 = 0x0014;
    public const ushort String8 = 0x001E;
    public const ushort Unicode = 0x001F;
    public const ushort Time = 0x0040;
    public const ushort Guid = 0x0048;
    public const ushort Binary = 0x0102;
    public const ushort Multiple = 0x1000;

    /// <summary>Bytes of a value of fixed length; 0 where the length varies.</summary>
    public static int FixedLength(ushort type) => type switch
    {
        Int16 or Boolean => 2,
        Int32 or Float or Error => 4,
        Double or Currency or FloatingTime or Int64 or Time => 8,
        Guid => 16,
        _ => 0,
    };
}
