using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Pdf.Color;

/// <summary>Puts an ICC profile of version 2.1 together (ICC.1:2001-04 §6): header, table of tags, tags.</summary>
internal sealed class IccProfileBuilder(string deviceClass, string colorSpace, string connectionSpace)
{
    private const int HeaderSize = 128;
    private readonly List<(string[] Tags, byte[] Data)> elements = [];

    /// <summary>Adds the profile's name (<c>desc</c>, textDescriptionType).</summary>
    public void AddDescription(string text)
    {
        var data = new byte[12 + text.Length + 1 + 8 + 70];
        Ascii(data, 0, "desc");
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Ascii(data, 12, text);
        elements.Add((["desc"], data));
    }

    /// <summary>Adds a text (textType).</summary>
    public void AddText(string tag, string text)
    {
        var data = new byte[8 + text.Length + 1];
        Ascii(data, 0, "text");
        Ascii(data, 8, text);
        elements.Add(([tag], data));
    }

    /// <summary>Adds a colour (XYZType).</summary>
    public void AddXyz(string tag, double x, double y, double z)
    {
        var data = new byte[20];
        Ascii(data, 0, "XYZ ");
        WriteFixed(data, 8, x);
        WriteFixed(data, 12, y);
        WriteFixed(data, 16, z);
        elements.Add(([tag], data));
    }

    /// <summary>Adds a curve that several tags share (curveType).</summary>
    public void AddCurve(string[] tags, ReadOnlySpan<ushort> values)
    {
        var data = new byte[12 + (2 * values.Length)];
        Ascii(data, 0, "curv");
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(12 + (2 * i)), values[i]);
        }

        elements.Add((tags, data));
    }

    /// <summary>Adds a tag whose bytes are made elsewhere.</summary>
    public void Add(string tag, byte[] data) => elements.Add(([tag], data));

    /// <summary>The whole profile.</summary>
    public byte[] Build()
    {
        var tags = elements.SelectMany((e, i) => e.Tags.Select(t => (Tag: t, Element: i))).ToList();
        var start = HeaderSize + 4 + (12 * tags.Count);
        var offsets = new int[elements.Count];
        for (var i = 0; i < elements.Count; i++)
        {
            offsets[i] = start;
            start += (elements[i].Data.Length + 3) & ~3;
        }

        var profile = new byte[start];
        WriteHeader(profile);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(HeaderSize), tags.Count);
        for (var t = 0; t < tags.Count; t++)
        {
            var record = HeaderSize + 4 + (12 * t);
            Ascii(profile, record, tags[t].Tag);
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(record + 4), offsets[tags[t].Element]);
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(record + 8), elements[tags[t].Element].Data.Length);
        }

        for (var i = 0; i < elements.Count; i++)
        {
            elements[i].Data.CopyTo(profile, offsets[i]);
        }

        return profile;
    }

    private void WriteHeader(byte[] profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(8), 0x02100000);
        Ascii(profile, 12, deviceClass);
        Ascii(profile, 16, colorSpace);
        Ascii(profile, 20, connectionSpace);
        // A fixed date, that of the specification: the profile is the same for ever.
        ReadOnlySpan<ushort> date = [2001, 4, 1, 0, 0, 0];
        for (var i = 0; i < date.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(profile.AsSpan(24 + (2 * i)), date[i]);
        }

        Ascii(profile, 36, "acsp");
        WriteFixed(profile, 68, 0.9642);
        WriteFixed(profile, 72, 1);
        WriteFixed(profile, 76, 0.8249);
    }

    private static void WriteFixed(byte[] data, int at, double value) =>
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(at), (int)Math.Round(value * 65536));

    private static void Ascii(byte[] data, int at, string text) => Encoding.ASCII.GetBytes(text, data.AsSpan(at));
}
