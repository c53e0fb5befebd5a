using Microsoft.Data.Sqlite;

namespace WooPipeline.Pipeline;

/// <summary>
/// What a run has worked out, by the content it was worked out from, in <c>.woo/werk.db</c>. Killed at any moment it holds whole values
/// or none; what is missing is made again. Values may hold text of documents: the folder is as internal as the dossier.
/// </summary>
internal sealed class WorkspaceStore : IItemStore
{
    private const int BatchSize = 200;
    private const long BatchBytes = 16L * 1024 * 1024;
    private readonly SqliteConnection writer;
    private readonly string connectionString;
    private readonly Lock gate = new();
    private readonly ThreadLocal<Reader> readers;
    private readonly Dictionary<(string Kind, string Key), byte[]> pending = [];
    private long pendingBytes;

    private WorkspaceStore(string path)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        writer = Connect();
        // Values are tens of kilobytes: large pages, and rows in the order of writing with the keys beside them, take a third of the work.
        Execute("PRAGMA page_size=16384");
        Execute("PRAGMA journal_mode=WAL");
        Execute("CREATE TABLE IF NOT EXISTS item (kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key))");
        readers = new ThreadLocal<Reader>(() => new Reader(Connect()), trackAllValues: true);
    }

    /// <summary>Opens or makes the store in a folder; a damaged or older one is thrown away, since all of it can be made again.</summary>
    public static WorkspaceStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "werk.db");
        try
        {
            return new WorkspaceStore(path);
        }
        catch (SqliteException)
        {
            foreach (var file in Directory.GetFiles(folder, "werk.db*"))
            {
                File.Delete(file);
            }

            return new WorkspaceStore(path);
        }
    }

    /// <summary>Opens the store of a folder beside who writes it; nothing is made again where it is damaged.</summary>
    public static WorkspaceStore OpenReader(string folder) => new(Path.Combine(folder, "werk.db"));

    /// <summary>The value, or null.</summary>
    public byte[]? Get(string kind, string key)
    {
        lock (gate)
        {
            if (pending.TryGetValue((kind, key), out var waiting))
            {
                return waiting;
            }
        }

        return readers.Value!.Get(kind, key);
    }

    /// <summary>Keeps a value; it is written with others at once.</summary>
    public void Put(string kind, string key, byte[] value)
    {
        lock (gate)
        {
            pending[(kind, key)] = value;
            pendingBytes += value.Length;
            if (pending.Count >= BatchSize || pendingBytes >= BatchBytes)
            {
                WritePending();
            }
        }
    }

    /// <summary>Writes what is waiting.</summary>
    public void Flush()
    {
        lock (gate)
        {
            WritePending();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        foreach (var reader in readers.Values)
        {
            reader.Dispose();
        }

        readers.Dispose();
        writer.Dispose();
    }

    private void WritePending()
    {
        if (pending.Count == 0)
        {
            return;
        }

        using var transaction = writer.BeginTransaction();
        using var command = writer.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO item (kind, key, value) VALUES ($kind, $key, $value)";
        var kind = command.Parameters.Add("$kind", SqliteType.Text);
        var key = command.Parameters.Add("$key", SqliteType.Text);
        var value = command.Parameters.Add("$value", SqliteType.Blob);
        foreach (var item in pending)
        {
            kind.Value = item.Key.Kind;
            key.Value = item.Key.Key;
            value.Value = item.Value;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        pending.Clear();
        pendingBytes = 0;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        // A kill loses at most the last values, never the file (SQLite: WAL with synchronous NORMAL).
        command.CommandText = "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-16384";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A thread's own connection, with the question that is asked all the time prepared once.</summary>
    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand command;
        private readonly SqliteParameter kind;
        private readonly SqliteParameter key;

        public Reader(SqliteConnection connection)
        {
            this.connection = connection;
            command = connection.CreateCommand();
            command.CommandText = "SELECT value FROM item WHERE kind = $kind AND key = $key";
            kind = command.Parameters.Add("$kind", SqliteType.Text);
            key = command.Parameters.Add("$key", SqliteType.Text);
        }

        public byte[]? Get(string kindOf, string keyOf)
        {
            (kind.Value, key.Value) = (kindOf, keyOf);
            return command.ExecuteScalar() as byte[];
        }

        public void Dispose()
        {
            command.Dispose();
            connection.Dispose();
        }
    }

    private void Execute(string sql)
    {
        using var command = writer.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
