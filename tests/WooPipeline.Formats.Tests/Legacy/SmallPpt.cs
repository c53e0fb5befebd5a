using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Formats.Tests.Legacy;

/// <summary>A presentation of two slides, the second hidden, with notes, a comment, a footer and an older save of the first slide (MS-PPT).</summary>
internal static class SmallPpt
{
    public static byte[] Bytes { get; } = Make(false);

    public static byte[] Encrypted { get; } = Make(true);

    private static byte[] Make(bool encrypted)
    {
        using var stream = new MemoryStream();
        uint Add(byte[] record)
        {
            var at = (uint)stream.Position;
            stream.Write(record);
            return at;
        }

        var old = Add(Slide("geheimoud", 0, false));
        var one = Add(Slide("geheimtekstvak", 256, false));
        var two = Add(Slide("geheimopdia2", 0, true));
        var notes = Add(Container(1008, Container(1036, Container(0xF002, Text(2, "geheimnotitie")))));
        byte[] slides =
        [
            .. Persist(2, 300), .. Text(0, "Geheimtitel van de dia"), .. Text(1, "geheimpunt een\rgeheimpunt twee"),
            .. Persist(3, 301), .. Text(0, "Tweede dia"),
        ];
        var footers = Container(4057, Atom(4026, Encoding.Unicode.GetBytes("geheimvoet"), 2));
        var document = Add(Container(1000, Record(4080, 0, slides, true), Record(4080, 2, Persist(4, 256), true), footers));
        var first = Directory(stream, [(1, document), (2, old)]);
        var firstEdit = Edit(stream, 0, first);
        var second = Directory(stream, [(2, one), (3, two), (4, notes)]);
        var lastEdit = Edit(stream, firstEdit, second);
        var user = new byte[20 + 8];
        BinaryPrimitives.WriteUInt16LittleEndian(user.AsSpan(2), 0x0FF6);
        BinaryPrimitives.WriteInt32LittleEndian(user.AsSpan(4), 20);
        BinaryPrimitives.WriteUInt32LittleEndian(user.AsSpan(12), encrypted ? 0xF3D1C4DF : 0xE391C05F);
        BinaryPrimitives.WriteUInt32LittleEndian(user.AsSpan(16), lastEdit);
        return CompoundBuilder.Of(("Current User", user), ("PowerPoint Document", stream.ToArray()));
    }

    private static byte[] Slide(string text, int notes, bool isHidden)
    {
        var atom = new byte[24];
        BinaryPrimitives.WriteInt32LittleEndian(atom.AsSpan(16), notes);
        var show = new byte[16];
        show[10] = (byte)(isHidden ? 4 : 0);
        var comment = Container(12000, Atom(4026, Encoding.Unicode.GetBytes("geheimlezer"), 0), Atom(4026, Encoding.Unicode.GetBytes("geheimopmerking " + text), 1));
        return Container(1006, Atom(1007, atom), Atom(1017, show), Container(1036, Container(0xF002, Container(0xF003, Container(0xF004, Record(0xF00D, 0, Text(4, text), true))))), Container(5000, comment));
    }

    private static byte[] Persist(int id, int slide)
    {
        var data = new byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(data, id);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(12), slide);
        return Atom(1011, data);
    }

    private static byte[] Text(int kind, string text) =>
        [.. Atom(3999, BitConverter.GetBytes(kind)), .. text.Contains('2', StringComparison.Ordinal) ? Atom(4008, Encoding.Latin1.GetBytes(text)) : Atom(4000, Encoding.Unicode.GetBytes(text))];

    private static uint Directory(MemoryStream stream, (int Id, uint At)[] entries)
    {
        var at = (uint)stream.Position;
        stream.Write(Atom(0x1772, [.. entries.SelectMany(e => new[] { BitConverter.GetBytes(e.Id | (1 << 20)), BitConverter.GetBytes(e.At) }).SelectMany(b => b)]));
        return at;
    }

    private static uint Edit(MemoryStream stream, uint last, uint directory)
    {
        var at = (uint)stream.Position;
        var data = new byte[28];
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(8), last);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(12), directory);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(16), 1);
        stream.Write(Atom(0x0FF5, data));
        return at;
    }

    private static byte[] Container(int type, params byte[][] children) => Record(type, 0, [.. children.SelectMany(c => c)], true);

    private static byte[] Atom(int type, byte[] data, int instance = 0) => Record(type, instance, data, false);

    private static byte[] Record(int type, int instance, byte[] data, bool isContainer) =>
        [.. BitConverter.GetBytes((ushort)((instance << 4) | (isContainer ? 0xF : 0))), .. BitConverter.GetBytes((ushort)type), .. BitConverter.GetBytes(data.Length), .. data];
}
