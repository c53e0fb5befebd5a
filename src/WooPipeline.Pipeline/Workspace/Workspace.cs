using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Pipeline;

/// <summary>The workspace of a dossier: what was read, by the content it was read from. One run at a time.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>The very builds of what reads: builds are deterministic, so other code reads a workspace anew and the same code doesn't.</summary>
    private static readonly string Readers = string.Join(' ', new[] { typeof(DocumentTree), typeof(FormatCatalog), typeof(Templating.MarkdownTree), typeof(Workspace) }
        .SelectMany(t => t.Assembly.GetReferencedAssemblies().Where(a => a.Name == "WooPipeline.Pdf").Select(a => System.Reflection.Assembly.Load(a)).Append(t.Assembly))
        .Select(a => a.ManifestModule.ModuleVersionId.ToString("N")));

    /// <summary>Kind of trees.</summary>
    public const string TreeKind = "boom";

    /// <summary>Kind of native bytes.</summary>
    public const string ContentKind = "inhoud";

    /// <summary>Kind of what units say in hashes.</summary>
    public const string PassagesKind = "woorden";

    /// <summary>Kind of the units of a source.</summary>
    public const string SourceKind = "bron";

    private readonly IItemStore store;
    private readonly DossierLock? dossierLock;
    private readonly AttemptJournal? attempts;

    private readonly string folder;

    private Workspace(string folder, DossierLock? dossierLock, IItemStore store, AttemptJournal? attempts)
    {
        this.folder = folder;
        this.dossierLock = dossierLock;
        this.store = store;
        this.attempts = attempts;
    }

    /// <summary>The folder of a dossier's workspace; empty for a task's.</summary>
    public string Folder => folder;

    /// <summary>What was begun and not ended.</summary>
    public AttemptJournal Attempts => attempts ?? throw new InvalidOperationException("A workspace without a folder has no journal.");

    /// <summary>Opens the workspace of a dossier: <c>.woo/</c> in it, or beside the output where the dossier is read-only.</summary>
    /// <exception cref="DossierException">Another run is busy, or neither place can be written to.</exception>
    public static Workspace Open(DossierFolder dossier, string outFolder)
    {
        var folder = Path.Combine(dossier.Root, ".woo");
        if (!CanWrite(folder))
        {
            folder = Path.TrimEndingDirectorySeparator(outFolder) + ".woo";
        }

        var taken = DossierLock.Take(folder);
        try
        {
            return new Workspace(folder, taken, WorkspaceStore.Open(folder), AttemptJournal.Open(folder));
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>A workspace over values that lie elsewhere: for a task that is done apart from its dossier.</summary>
    public static Workspace Over(IItemStore store) => new("", null, store, null);

    /// <summary>Key of a source: its bytes and its path, since names are read too.</summary>
    public static string KeyOf(string path, string sha256) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Readers}\n{path}\n{sha256}")));

    /// <summary>The units of a source as read before, or null.</summary>
    public ImmutableArray<StoredUnit>? Units(string key) =>
        store.Get(SourceKind, key) is { } bytes ? JsonSerializer.Deserialize<ImmutableArray<StoredUnit>>(bytes) : null;

    /// <summary>Keeps the units of a source with their trees, and gives them whole.</summary>
    public ImmutableArray<StoredUnit> Keep(string key, IEnumerable<SourceUnit> units)
    {
        var kept = ImmutableArray.CreateBuilder<StoredUnit>();
        foreach (var unit in units)
        {
            kept.Add(Keep($"{key}/{kept.Count}", unit));
        }

        Put(key, kept.ToImmutable());
        return kept.ToImmutable();
    }

    /// <summary>Keeps the units of a source whose trees are kept; what they say in hashes lies apart.</summary>
    public void Put(string key, ImmutableArray<StoredUnit> units)
    {
        foreach (var unit in units)
        {
            var passages = unit.Message is { Passages.Length: > 0 } message ? message.Passages : unit.Passages;
            if (passages.Length > 0)
            {
                store.Put(PassagesKind, unit.TreeKey!, Encoding.ASCII.GetBytes(passages));
            }
        }

        store.Put(SourceKind, key, JsonSerializer.SerializeToUtf8Bytes(units.Select(u => u.WithoutPassages())));
    }

    /// <summary>What a unit says in hashes, for duplicates; empty where too short to tell.</summary>
    public string PassagesOf(StoredUnit unit) =>
        unit.TreeKey is { } key && store.Get(PassagesKind, key) is { } passages ? Encoding.ASCII.GetString(passages) : "";

    /// <summary>The tree of a unit that has one.</summary>
    public DocumentTree Tree(StoredUnit unit) =>
        TreeReader.Read(store.Get(TreeKind, unit.TreeKey!) ?? throw new InvalidOperationException("The workspace lost a tree."))!;

    /// <summary>The tree of a unit as the dossier's settings want it.</summary>
    public DocumentTree Prepared(StoredUnit unit, DossierSettings settings) => Prepared(Tree(unit), unit.Kind, settings);

    /// <summary>A tree as the dossier's settings want it.</summary>
    public static DocumentTree Prepared(DocumentTree tree, DocumentKind kind, DossierSettings settings) =>
        settings.OriginalHeaders || kind != DocumentKind.Email ? tree : OriginalHeaders.Without(tree);

    /// <summary>The native bytes of a unit, kept for a redactor in place; empty where none were.</summary>
    public ReadOnlyMemory<byte> Content(StoredUnit unit) => store.Get(ContentKind, unit.TreeKey!) ?? [];

    /// <summary>A value of a later stage, or null.</summary>
    public byte[]? Get(string kind, string key) => store.Get(kind, key);

    /// <summary>Keeps a value of a later stage.</summary>
    public void Put(string kind, string key, byte[] value) => store.Put(kind, key, value);

    /// <summary>Writes what is waiting.</summary>
    public void Flush() => store.Flush();

    /// <summary>A second view on what is kept, which lives on when the lock is given back.</summary>
    public WorkspaceStore OpenReader() => WorkspaceStore.OpenReader(folder);

    /// <inheritdoc/>
    public void Dispose()
    {
        attempts?.Dispose();
        store.Dispose();
        dossierLock?.Dispose();
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, "proef"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private StoredUnit Keep(string treeKey, SourceUnit unit)
    {
        var read = unit.Result as DocumentRead;
        if (read is not null)
        {
            store.Put(TreeKind, treeKey, TreeWriter.Write(read.Tree));
            if (!unit.Content.IsEmpty)
            {
                store.Put(ContentKind, treeKey, unit.Content.ToArray());
            }
        }

        return new StoredUnit
        {
            Path = unit.Path,
            Sha256 = unit.Sha256,
            TreeKey = read is null ? null : treeKey,
            Quarantine = unit.Result as Quarantined,
            Members = unit.Members,
            Container = unit.Container,
            Parent = unit.Parent,
            IsSystemFile = unit.IsSystemFile,
            Kind = read?.Tree.Kind ?? DocumentKind.Unknown,
            Date = read?.Tree.Date,
            Message = read?.Message,
            Passages = read is { Message: null } ? DuplicateFinder.Passages(read.Tree) : "",
            Deviations = read?.Deviations ?? [],
        };
    }
}
