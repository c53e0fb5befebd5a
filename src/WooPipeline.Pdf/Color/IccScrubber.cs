using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace WooPipeline.Pdf.Color;

/// <summary>
/// Cuts an ICC profile (ICC.1:2010 §7) down to the tags that turn colours into others. Names, copyright, makers' own tags and
/// bytes between tags can hold anything; description and copyright, which each profile must have, are written anew.
/// </summary>
internal static class IccScrubber
{
    private const int HeaderSize = 128;
    private const int MaxTags = 200;
    private const string Said = "profile";

    private static readonly FrozenSet<string> Colours = FrozenSet.Create(
        StringComparer.Ordinal, "wtpt", "bkpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "chad", "lumi", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "gamt");

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal, "XYZ ", "curv", "para", "mft1", "mft2", "mAB ", "mBA ", "sf32");

    /// <summary>The profile without words; empty where it is none, as readers then take the plain colour space.</summary>
    public static byte[] Scrub(ReadOnlySpan<byte> profile)
    {
        if (profile.Length < HeaderSize + 4 || !profile.Slice(36, 4).SequenceEqual("acsp"u8))
        {
            return [];
        }

        var elements = Elements(profile);
        if (elements is null)
        {
            return [];
        }

        var isNew = profile[8] >= 4;
        elements.Add(("desc", isNew ? Localised() : Description()));
        elements.Add(("cprt", isNew ? Localised() : [.. "text"u8, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Said), 0]));
        return Write(Header(profile), elements);
    }

    /// <summary>The tags that stay, with their data; null where the table leads outside the profile.</summary>
    private static List<(string Tag, byte[] Data)>? Elements(ReadOnlySpan<byte> profile)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderSize..]);
        var kept = new List<(string, byte[])>();
        for (var i = 0; i < Math.Min(count, MaxTags); i++)
        {
            var at = HeaderSize + 4 + (12 * i);
            if (at + 12 > profile.Length)
            {
                return null;
            }

            var tag = Encoding.Latin1.GetString(profile.Slice(at, 4));
            var offset = BinaryPrimitives.ReadUInt32BigEndian(profile[(at + 4)..]);
            var size = BinaryPrimitives.ReadUInt32BigEndian(profile[(at + 8)..]);
            if (!Colours.Contains(tag))
            {
                continue;
            }

            if (size < 8 || offset > profile.Length || size > profile.Length - offset)
            {
                return null;
            }

            var data = profile.Slice((int)offset, (int)size);
            if (Types.Contains(Encoding.Latin1.GetString(data[..4])))
            {
                kept.Add((tag, data.ToArray()));
            }
        }

        return kept;
    }

    /// <summary>The header with what says how to compute; maker, model, creator, date and checksum are left blank.</summary>
    private static byte[] Header(ReadOnlySpan<byte> profile)
    {
        var header = new byte[HeaderSize];
        foreach (var (start, length) in (ReadOnlySpan<(int, int)>)[(8, 16), (36, 4), (44, 4), (64, 16)])
        {
            profile.Slice(start, length).CopyTo(header.AsSpan(start));
        }

        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(24), 2000);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(26), 1);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(28), 1);
        return header;
    }

    private static byte[] Write(byte[] header, List<(string Tag, byte[] Data)> elements)
    {
        var table = new byte[4 + (12 * elements.Count)];
        BinaryPrimitives.WriteInt32BigEndian(table, elements.Count);
        using var body = new MemoryStream();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < elements.Count; i++)
        {
            // Equal data is kept once, as profiles do for the three curves of a screen.
            var (tag, data) = elements[i];
            var key = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(data));
            if (!places.TryGetValue(key, out var place))
            {
                places[key] = place = HeaderSize + table.Length + (int)body.Length;
                body.Write(data);
                body.Write(new byte[(4 - (data.Length % 4)) % 4]);
            }

            Encoding.ASCII.GetBytes(tag).CopyTo(table, 4 + (12 * i));
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(8 + (12 * i)), place);
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(12 + (12 * i)), data.Length);
        }

        byte[] result = [.. header, .. table, .. body.ToArray()];
        BinaryPrimitives.WriteInt32BigEndian(result, result.Length);
        return result;
    }

    /// <summary>textDescriptionType of versions up to 2.4.</summary>
    private static byte[] Description()
    {
        var data = new byte[12 + Said.Length + 1 + 8 + 70];
        "desc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), Said.Length + 1);
        Encoding.ASCII.GetBytes(Said).CopyTo(data, 12);
        return data;
    }

    /// <summary>multiLocalizedUnicodeType of version 4, one entry.</summary>
    private static byte[] Localised()
    {
        var text = Encoding.BigEndianUnicode.GetBytes(Said);
        var data = new byte[28 + text.Length];
        "mluc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), 12);
        "enUS"u8.CopyTo(data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), text.Length);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), 28);
        text.CopyTo(data, 28);
        return data;
    }
}
