using System.Security.Cryptography;
using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// The folder that all machines share: content by its hash in <c>bron/</c>, results by the hash of their task in <c>uit/</c>. A file is
/// written aside in its own folder and renamed, so that it is there whole or not at all; no file is ever changed, and no lock is needed
/// (SMB and NFS do). Every reader checks what it reads. As internal as the dossier: it holds documents.
/// </summary>
internal sealed class Store
{
    private const string SharedFolder = "bron";
    private const string ResultFolder = "uit";
    private const string LoneFolder = "alleen";
    private const string StoppedFolder = "gestopt";
    private const string PartedFolder = "verdeeld";
    private const string IdFile = "winkel.id";
    private const char ResultMark = 'r';
    private const long MostInMemory = 64L * 1024 * 1024;
    private readonly string root;
    private readonly Patient patient;

    private Store(string root, Patient patient, string id) => (this.root, this.patient, Id) = (root, patient, id);

    /// <summary>A random value that tells this folder from others; secret enough to key hashes of names with.</summary>
    public string Id { get; }

    /// <summary>Opens the folder; makes it a store where it is none.</summary>
    /// <exception cref="DossierException">It isn't there, or can't be written to.</exception>
    public static Store Open(string folder, TimeSpan patience)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            throw new DossierException($"De gedeelde map '{folder}' (--store) bestaat niet. Maak haar, en koppel haar op alle machines.");
        }

        var patient = new Patient(patience, folder);
        var path = Path.Combine(root, IdFile);
        return new Store(root, patient, patient.Do(() =>
        {
            if (!File.Exists(path))
            {
                Claim(path);
            }

            var id = File.ReadAllText(path).Trim();
            return id.Length == 64 ? id : throw new IOException("The store's id isn't whole yet.");
        }));
    }

    /// <summary>False where the folder is there and no longer the store that was opened: it was emptied, or another was put in its place.</summary>
    public bool IsSame()
    {
        try
        {
            return !Directory.Exists(root) || File.ReadAllText(Path.Combine(root, IdFile)).Trim() == Id;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The network: who reads or writes is patient, and tells when it lasts too long.
            return true;
        }
    }

    /// <summary>Puts content; gives its hash.</summary>
    public string Put(ReadOnlyMemory<byte> content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(hash);
        patient.Do(() => new FileInfo(path) is { Exists: true } file && file.Length == content.Length ? 0 : Write(path, aside => aside.Write(content.Span)));
        return hash;
    }

    /// <summary>Puts a file; false where it no longer has that hash or can't be read.</summary>
    public bool PutFile(string source, string sha256)
    {
        var path = PathOf(sha256);
        try
        {
            var length = new FileInfo(source).Length;
            return patient.Do(() =>
            {
                if (new FileInfo(path) is { Exists: true } file && file.Length == length)
                {
                    return true;
                }

                using var content = OpenOwn(source);
                if (content is null)
                {
                    return false;
                }

                var whole = false;
                Write(path, aside => whole = Copy(content, aside) == sha256, () => whole);
                return whole;
            });
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>True where a part can be read.</summary>
    public bool Has(FilePart part) => new FileInfo(PathOf(part.File)) is { Exists: true } file && file.Length >= part.Offset + part.Length;

    /// <summary>All of shared content.</summary>
    public byte[] Read(string hash) => patient.Do(() =>
    {
        var content = File.ReadAllBytes(PathOf(hash));
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash ? content : throw Damaged(PathOf(hash));
    });

    /// <summary>A file of the store, to read parts of.</summary>
    public FileStream Open(string name) => OpenRead(PathOf(name));

    /// <summary>A part of a file.</summary>
    public byte[] Read(FilePart part)
    {
        FileStream? file = null;
        try
        {
            return Read(part, () => file ??= Open(part.File), () =>
            {
                file?.Dispose();
                file = null;
            });
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>A part of a file that may be open already.</summary>
    /// <param name="part">The part.</param>
    /// <param name="open">Gives the file.</param>
    /// <param name="close">Closes it, after a fault: it is opened anew for another try.</param>
    public byte[] Read(FilePart part, Func<FileStream> open, Action close) => patient.Do(() =>
    {
        try
        {
            var content = new byte[part.Length];
            RandomAccess.Read(open().SafeFileHandle, content, part.Offset);
            return Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, part.Check.Length / 2)) == part.Check ? content : throw new IOException("A part of a file in the store isn't what it was.");
        }
        catch (IOException)
        {
            close();
            throw;
        }
    });

    /// <summary>Copies shared content to a file of this machine.</summary>
    public void Fetch(string hash, string target) => patient.Do(() =>
    {
        using var file = OpenRead(PathOf(hash));
        using var copy = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
        return Copy(file, copy) == hash ? 0 : throw Damaged(PathOf(hash));
    });

    /// <summary>True where a task has a result.</summary>
    public bool HasResult(string task) => File.Exists(PathOf(ResultMark + task));

    /// <summary>What a runner calls the file of a result.</summary>
    public static string NameOfResult(string task) => ResultMark + task;

    /// <summary>Keeps the result of a task, with its hash behind it.</summary>
    public void WriteResult(string task, Spool content) => patient.Do(() => Write(PathOf(ResultMark + task), aside =>
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(aside, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            content.WriteTo(hashed);
        }

        aside.Write(hash.Hash);
    }));

    /// <summary>The result of a task; null where there is none, or it isn't whole.</summary>
    public Stream? OpenResult(string task)
    {
        var path = PathOf(ResultMark + task);
        return patient.Do<Stream?>(() =>
        {
            if (!File.Exists(path))
            {
                return null;
            }

            Stream file = new FileInfo(path).Length > MostInMemory ? OpenRead(path) : new MemoryStream(File.ReadAllBytes(path), writable: false);
            var content = new Stretch(file, 0, file.Length - SHA256.HashSizeInBytes);
            if (content.Length >= 0 && SHA256.HashData(content) is var hash && IsEnd(file, hash))
            {
                content.Position = 0;
                return content;
            }

            // Left by a machine that fell over: it is made again.
            content.Dispose();
            File.Delete(path);
            return null;
        });
    }

    /// <summary>Notes that a task which came back before is tried with nothing beside it, and that this has ended.</summary>
    public void NoteLone(string task, bool ended) => patient.Do(() =>
    {
        var path = MarkOf(LoneFolder, task);
        if (ended)
        {
            File.Delete(path);
            return 0;
        }

        return Write(path, _ => { });
    });

    /// <summary>True where a task was tried with nothing beside it and that never ended.</summary>
    public bool WasLone(string task) => File.Exists(MarkOf(LoneFolder, task));

    /// <summary>Notes that a task isn't tried any more.</summary>
    public void NoteStopped(string task) => patient.Do(() => Write(MarkOf(StoppedFolder, task), _ => { }));

    /// <summary>The tasks that aren't tried any more.</summary>
    public string[] Stopped() => Marks(StoppedFolder);

    /// <summary>Notes that the tasks of a sheet go one by one.</summary>
    public void NoteParted(string task) => patient.Do(() => Write(MarkOf(PartedFolder, task), _ => { }));

    /// <summary>The sheets whose tasks go one by one.</summary>
    public string[] Parted() => Marks(PartedFolder);

    /// <summary>A short name for something whose name must not be known: a hash keyed with this store's id.</summary>
    public string NameFor(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Id), Encoding.UTF8.GetBytes(secret)).AsSpan(0, 16));

    private static bool IsEnd(Stream file, byte[] hash)
    {
        var end = new byte[hash.Length];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        return end.AsSpan().SequenceEqual(hash);
    }

    private string PathOf(string name)
    {
        var (folder, hash) = name[0] == ResultMark ? (ResultFolder, name[1..]) : (SharedFolder, name);
        return hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? Path.Combine(root, folder, hash[..2], hash) : throw new IOException("A name in the store is no hash.");
    }

    private string[] Marks(string folder) => patient.Do<string[]>(() =>
        Directory.Exists(Path.Combine(root, folder)) ? [.. Directory.EnumerateFiles(Path.Combine(root, folder)).Select(f => Path.GetFileName(f)!)] : []);

    private string MarkOf(string folder, string task) => Path.Combine(root, folder, task);

    private static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0);

    /// <summary>A file of the dossier, whose faults aren't the store's; null where it can't be opened.</summary>
    private static FileStream? OpenOwn(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Copy(FileStream from, FileStream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Math.Clamp(from.Length, 1, 1 << 20)];
        for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes a whole file aside and gives it its name; what is there under that name already is the same.</summary>
    private static int Write(string path, Action<FileStream> write, Func<bool>? keep = null)
    {
        var aside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}.nieuw";
        try
        {
            using (var file = Create(aside))
            {
                write(file);
            }

            if (keep?.Invoke() ?? true)
            {
                Name(aside, path);
            }
        }
        finally
        {
            File.Delete(aside);
        }

        return 0;
    }

    private static void Name(string aside, string path)
    {
        try
        {
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && File.Exists(path))
        {
            // Another machine gave the same file its name and somebody reads it (SMB): it is the same.
        }
    }

    private static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        }
    }

    private static void Claim(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another machine was first.
        }
    }

    /// <summary>Throws away content that isn't what its name says; who shared it shares it again.</summary>
    private static IOException Damaged(string path)
    {
        File.Delete(path);
        return new IOException("A file in the store isn't what its name says.");
    }
}
