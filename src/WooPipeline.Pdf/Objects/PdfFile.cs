using WooPipeline.Pdf.Filters;
using WooPipeline.Pdf.Security;

namespace WooPipeline.Pdf.Objects;

/// <summary>
/// A PDF file over memory. Objects are read when asked for and kept. A file whose cross-reference is unsound is repaired by a
/// scan of all bytes; encryption with an empty or the given password is undone on the way. Not for several threads at once.
/// </summary>
public sealed class PdfFile
{
    private const int MaxChain = 32;
    private readonly ReadOnlyMemory<byte> data;
    private readonly string password;
    private readonly Dictionary<int, PdfObject> objects = [];
    private readonly Dictionary<int, ObjectStream?> containers = [];
    private readonly HashSet<int> opening = [];
    private readonly HashSet<string> deviations = new(StringComparer.Ordinal);
    private Dictionary<int, XrefEntry> entries = [];
    private Decryptor? decryptor;
    private bool repaired;

    private PdfFile(ReadOnlyMemory<byte> data, string password, PdfBudget budget)
    {
        this.data = data;
        this.password = password;
        Budget = budget;
    }

    /// <summary>The trailer: <c>Root</c>, <c>Info</c>, <c>ID</c>, <c>Encrypt</c>.</summary>
    public PdfDictionary Trailer { get; private set; } = new();

    /// <summary>The catalog.</summary>
    public PdfDictionary Catalog { get; private set; } = new();

    /// <summary>True where the file was encrypted.</summary>
    public bool IsEncrypted => decryptor is not null;

    /// <summary>What the file may still cost.</summary>
    public PdfBudget Budget { get; }

    /// <summary>Departures from the format that were read all the same: <c>xref-repaired</c>, <c>header-late</c>, <c>stream-damaged</c>.</summary>
    public IReadOnlyCollection<string> Deviations => deviations;

    /// <summary>Bytes of the file.</summary>
    internal int Length => data.Length;

    /// <summary>Highest object number known.</summary>
    public int MaxNumber => entries.Count == 0 ? 0 : entries.Keys.Max();

    /// <summary>Opens a file.</summary>
    /// <param name="data">All its bytes.</param>
    /// <param name="password">Password to try as the user's and as the owner's; empty for none.</param>
    /// <param name="budget">Bounds; null for the defaults.</param>
    /// <exception cref="PdfException">The file is no PDF, needs another password, or is beyond repair or bounds.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> data, string password = "", PdfBudget? budget = null)
    {
        var header = data.Span[..Math.Min(data.Length, 4096)].IndexOf("%PDF-"u8);
        var file = new PdfFile(header > 0 ? data[header..] : data, password, budget ?? new PdfBudget());
        if (header > 0)
        {
            file.deviations.Add("header-late");
        }

        if (!file.TryOpen() && !file.TryRepair())
        {
            throw new PdfException(header < 0 ? "geen-pdf" : "beschadigd", "No catalog with pages was found in the file.");
        }

        return file;
    }

    /// <summary>What an object stands for: follows references, with null for what is missing.</summary>
    public PdfObject Resolve(PdfObject? value)
    {
        for (var step = 0; value is PdfReference reference; step++)
        {
            if (step == MaxChain)
            {
                return PdfNull.Instance;
            }

            value = Load(reference.Number);
        }

        return value ?? PdfNull.Instance;
    }

    /// <summary>The entry of a dictionary as a type, or null where it is absent or another.</summary>
    public T? Get<T>(PdfDictionary dictionary, string key)
        where T : PdfObject => Resolve(dictionary[key]) as T;

    /// <summary>The entry of a dictionary as a number.</summary>
    public double Number(PdfDictionary dictionary, string key, double absent = 0) => Get<PdfNumber>(dictionary, key)?.ToDouble() ?? absent;

    /// <summary>The entry of a dictionary as a name; null where it is none.</summary>
    public string? Name(PdfDictionary dictionary, string key) => Get<PdfName>(dictionary, key)?.Value;

    /// <summary>The numbers of an array; null where it is none or holds fewer than asked.</summary>
    public double[]? Numbers(PdfObject? value, int least)
    {
        if (Resolve(value) is not PdfArray array || array.Count < least)
        {
            return null;
        }

        return [.. array.Select(i => (Resolve(i) as PdfNumber)?.ToDouble() ?? 0)];
    }

    /// <summary>The bytes of a stream with its filters undone.</summary>
    internal FilterResult Decode(PdfStream stream)
    {
        var result = StreamDecoder.Decode(stream, Resolve, Budget);
        if (result.IsDamaged)
        {
            deviations.Add("stream-damaged");
        }

        return result;
    }

    internal void Deviate(string code) => deviations.Add(code);

    private bool TryOpen()
    {
        var xref = new XrefReader(data, Budget);
        if (!xref.Read())
        {
            return false;
        }

        entries = xref.Entries;
        Trailer = xref.Trailer;
        return Unlock() && FindCatalog();
    }

    private bool TryRepair()
    {
        repaired = true;
        deviations.Add("xref-repaired");
        objects.Clear();
        containers.Clear();
        decryptor = null;
        var scan = new XrefRepair(data);
        scan.Scan();
        entries = scan.Entries;
        Trailer = scan.Trailer;
        if (!Unlock())
        {
            return false;
        }

        foreach (var number in scan.ObjectStreams)
        {
            var members = Container(number)?.Numbers ?? [];
            for (var i = 0; i < members.Count; i++)
            {
                entries.TryAdd(members[i], new XrefEntry(number, i, 0));
            }
        }

        return FindCatalog() || FindCatalogAnywhere(scan.LastCatalog);
    }

    private bool FindCatalog()
    {
        if (Resolve(Trailer["Root"]) is PdfDictionary root && Resolve(root["Pages"]) is PdfDictionary)
        {
            Catalog = root;
            return true;
        }

        return false;
    }

    private bool FindCatalogAnywhere(int seen)
    {
        foreach (var number in entries.Keys.OrderByDescending(n => n == seen).ThenByDescending(n => n).ToList())
        {
            if (Load(number) is PdfDictionary found && found["Type"] is PdfName { Value: "Catalog" } && Resolve(found["Pages"]) is PdfDictionary)
            {
                Trailer["Root"] = new PdfReference(number);
                Catalog = found;
                return true;
            }
        }

        return false;
    }

    private bool Unlock()
    {
        if (Resolve(Trailer["Encrypt"]) is not PdfDictionary dictionary)
        {
            return true;
        }

        var id = Resolve(Trailer["ID"]) is PdfArray { Count: > 0 } ids && Resolve(ids[0]) is PdfString first ? first.Bytes.ToArray() : [];
        var set = EncryptionParameters.Read(dictionary, id, Resolve)
            ?? throw new PdfException("versleuteld", "The file uses an encryption that is not the standard one.");
        var key = FileKey.Find(set, password) ?? (password.Length > 0 ? FileKey.Find(set, "") : null)
            ?? throw new PdfException("versleuteld", "The file needs a password.");
        objects.Clear();
        containers.Clear();
        decryptor = new Decryptor(set, key);
        if (Trailer["Encrypt"] is PdfReference own)
        {
            objects[own.Number] = dictionary; // its own strings are not encrypted
        }

        return true;
    }

    private PdfObject Load(int number)
    {
        if (objects.TryGetValue(number, out var known))
        {
            return known;
        }

        if (!entries.TryGetValue(number, out var entry) || opening.Count >= MaxChain || !opening.Add(number))
        {
            return PdfNull.Instance;
        }

        try
        {
            var value = entry.Container > 0 ? Container(entry.Container)?.Read(number, entry.Place) ?? PdfNull.Instance : LoadAt(number, entry);
            objects[number] = value;
            return value;
        }
        finally
        {
            opening.Remove(number);
        }
    }

    private PdfObject LoadAt(int number, XrefEntry entry)
    {
        if (entry.Place < data.Length && IndirectObjectReader.TryRead(data, (int)entry.Place, decryptor, Resolve, out var value) == number)
        {
            return value;
        }

        if (repaired)
        {
            return PdfNull.Instance;
        }

        // One wrong offset puts all others in doubt: what the bytes themselves say is taken for what is not yet read.
        repaired = true;
        deviations.Add("xref-repaired");
        var scan = new XrefRepair(data);
        scan.Scan();
        foreach (var (found, place) in scan.Entries)
        {
            if (!entries.TryGetValue(found, out var old) || old.Container == 0)
            {
                entries[found] = place;
            }
        }

        return entries.TryGetValue(number, out var right) && right.Container == 0
            && IndirectObjectReader.TryRead(data, (int)right.Place, decryptor, Resolve, out value) == number ? value : PdfNull.Instance;
    }

    private ObjectStream? Container(int number)
    {
        if (containers.TryGetValue(number, out var known))
        {
            return known;
        }

        ObjectStream? made = null;
        containers[number] = null; // an object stream that lies in itself
        if (entries.TryGetValue(number, out var entry) && entry.Container == 0 && Load(number) is PdfStream stream)
        {
            made = new ObjectStream(Decode(stream).Data, (long)Number(stream.Dictionary, "N"), (long)Number(stream.Dictionary, "First"));
            objects.Remove(number); // its packed bytes are not needed again
        }

        containers[number] = made;
        return made;
    }
}
