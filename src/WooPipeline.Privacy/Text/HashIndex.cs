namespace WooPipeline.Privacy;

/// <summary>A frozen map from word hashes to small values; open addressing, one cache line a probe.</summary>
internal sealed class HashIndex
{
    private readonly ulong[] keys;
    private readonly ulong[] values;
    private readonly int mask;

    public HashIndex(IReadOnlyCollection<KeyValuePair<ulong, ulong>> entries)
    {
        var size = 16;
        while (size < entries.Count * 2)
        {
            size *= 2;
        }

        keys = new ulong[size];
        values = new ulong[size];
        mask = size - 1;
        foreach (var (key, value) in entries)
        {
            var slot = (int)key & mask;
            while (keys[slot] != 0 && keys[slot] != key)
            {
                slot = (slot + 1) & mask;
            }

            keys[slot] = key;
            values[slot] = value;
        }
    }

    /// <summary>The value of a key; 0 where it has none.</summary>
    public ulong Find(ulong key)
    {
        var slot = (int)key & mask;
        while (keys[slot] != 0)
        {
            if (keys[slot] == key)
            {
                return values[slot];
            }

            slot = (slot + 1) & mask;
        }

        return 0;
    }
}
