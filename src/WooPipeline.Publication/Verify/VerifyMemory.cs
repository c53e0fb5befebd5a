using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Publication.Verification;

namespace WooPipeline.Publication;

/// <summary>
/// What an earlier check found clean, so that a file with the same bytes, searched for the same forms in the same circumstances, isn't
/// taken apart again. It is kept beside the workspace and never in the package; <c>woo verify</c> doesn't use one.
/// </summary>
public sealed class VerifyMemory
{
    private const string Heading = "woo-controle/1";
    private readonly FrozenSet<string> known;
    private readonly ConcurrentDictionary<string, byte> learned = new(StringComparer.Ordinal);

    private VerifyMemory(FrozenSet<string> known) => this.known = known;

    /// <summary>Reads a memory; an empty one where there is none or it can't be read.</summary>
    /// <param name="path">The file that <see cref="Save"/> wrote.</param>
    public static VerifyMemory Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
            return new VerifyMemory(lines is [Heading, ..] ? lines.Skip(1).ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty);
        }
        catch (IOException)
        {
            return new VerifyMemory(FrozenSet<string>.Empty);
        }
    }

    /// <summary>A memory as <see cref="Content"/> gave it; an empty one for null or anything else.</summary>
    public static VerifyMemory Of(byte[]? content)
    {
        var lines = content is null ? [] : Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new VerifyMemory(lines is [Heading, ..] ? lines.Skip(1).ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty);
    }

    /// <summary>What the last check found clean, for a store of the caller's.</summary>
    public byte[] Content() => Encoding.UTF8.GetBytes(string.Join('\n', learned.Keys.Order(StringComparer.Ordinal).Prepend(Heading)));

    /// <summary>Writes what the last check found clean: aside first, then in its place, so that a killed run leaves the old one.</summary>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var aside = path + ".nieuw";
        File.WriteAllLines(aside, learned.Keys.Order(StringComparer.Ordinal).Prepend(Heading));
        File.Move(aside, path, overwrite: true);
    }

    /// <summary>True where the same file was found clean in the same circumstances; it is remembered again.</summary>
    internal bool Knows(string entry)
    {
        var isKnown = learned.ContainsKey(entry) || known.Contains(entry);
        if (isKnown)
        {
            Learn(entry);
        }

        return isKnown;
    }

    /// <summary>Remembers a file that was found clean.</summary>
    internal void Learn(string entry) => learned.TryAdd(entry, 0);

    /// <summary>Everything besides a file's bytes that its findings depend on.</summary>
    internal static Func<string, byte[], string> Circumstances(SearchFormSet set, IEnumerable<string> sources)
    {
        // Another build may search better, so what an older one found says nothing.
        var common = new StringBuilder(typeof(VerifyMemory).Module.ModuleVersionId.ToString("N")).Append('\n').Append(set.Context);
        foreach (var form in set.Forms)
        {
            common.Append('\n').AppendJoin(' ', form.Words);
        }

        var general = Hash(common.Append("\n\n").AppendJoin('\n', sources).ToString());
        var allowed = new Dictionary<string, List<(int Form, int Count)>>(StringComparer.Ordinal);
        foreach (var form in set.Forms)
        {
            foreach (var (path, count) in form.Allowed)
            {
                ref var ofPath = ref CollectionsMarshal.GetValueRefOrAddDefault(allowed, path, out _);
                (ofPath ??= []).Add((form.Number, count));
            }
        }

        return (path, bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes)) + " "
            + Hash(string.Join('\n', [general, path, set.Titles.GetValueOrDefault(path, ""), .. allowed.GetValueOrDefault(path, []).Select(a => FormattableString.Invariant($"{a.Form}:{a.Count}"))]));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
