using System.Collections;

namespace WooPipeline.Pdf.Objects;

/// <summary>A dictionary (§7.3.7). Entries keep the order in which they were first set, so that a file is written the same each time.</summary>
public sealed class PdfDictionary : PdfObject, IEnumerable<KeyValuePair<string, PdfObject>>
{
    private readonly OrderedDictionary<string, PdfObject> entries = new(StringComparer.Ordinal);

    /// <summary>How many entries it holds.</summary>
    public int Count => entries.Count;

    /// <summary>The keys in order, without slash.</summary>
    public IReadOnlyList<string> Keys => [.. entries.Keys];

    /// <summary>The entry of a key as it stands (perhaps a reference), or null where absent. Setting null removes it.</summary>
    public PdfObject? this[string key]
    {
        get => entries.GetValueOrDefault(key);
        set
        {
            if (value is null or PdfNull)
            {
                entries.Remove(key);
            }
            else
            {
                entries[key] = value;
            }
        }
    }

    /// <summary>Sets an entry; for collection initialisers.</summary>
    public void Add(string key, PdfObject value) => this[key] = value;

    /// <summary>Sets an entry to a name.</summary>
    public void Add(string key, string name) => this[key] = new PdfName(name);

    /// <summary>Sets an entry to a whole number.</summary>
    public void Add(string key, long number) => this[key] = new PdfInteger(number);

    /// <summary>True where the key is there.</summary>
    public bool Contains(string key) => entries.ContainsKey(key);

    /// <summary>A copy whose entries are the same objects.</summary>
    public PdfDictionary Clone()
    {
        var copy = new PdfDictionary();
        foreach (var (key, value) in entries)
        {
            copy.entries[key] = value;
        }

        return copy;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PdfObject>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal override void WriteTo(PdfOutput output)
    {
        output.Delimiter("<<"u8);
        foreach (var (key, value) in entries)
        {
            output.Name(key);
            value.WriteTo(output);
        }

        output.Delimiter(">>"u8);
    }
}
