using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WooPipeline.Publication;

/// <summary>JSON as we write it: two spaces, line feeds on every system, letters as they are, UTF-8 without a mark.</summary>
internal static class JsonFile
{
    private const int LongBytes = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text that a callback writes.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        Write(buffer, write);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>What a callback writes, to a stream.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            write(json);
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Hands on what was written, where it has become much.</summary>
    public static void FlushIfLong(this Utf8JsonWriter json)
    {
        if (json.BytesPending > LongBytes)
        {
            json.Flush();
        }
    }

    /// <summary>A list of strings; left out where empty.</summary>
    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A string; left out where null or empty.</summary>
    public static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }
}
