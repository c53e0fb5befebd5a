namespace WooPipeline.Privacy;

/// <summary>A frozen map from word hashes to small values; open addressing, key and value in one cache line.</summary>
internal sealed class HashIndex
{
    private readonly Slot[] slots;
    private readonly int mask;

    public HashIndex(IReadOnlyCollection<KeyValuePair<ulong, ulong>> entries)
    {
        var size = 16;
        while (size < entries.Count * 2)
        {
            size *= 2;
        }

        slots = new Slot[size];
        mask = size - 1;
        foreach (var (key, value) in entries)
        {
            var slot = (int)key & mask;
            while (slots[slot].Key != 0 && slots[slot].Key != key)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = new Slot(key, value);
        }
    }

    /// <summary>How many slots there are: <see cref="SlotOf"/> is below it.</summary>
    public int Size => slots.Length;

    /// <summary>The value of a key; 0 where it has none.</summary>
    public ulong Find(ulong key)
    {
        var slot = SlotOf(key);
        return slot < 0 ? 0 : slots[slot].Value;
    }

    /// <summary>The value in a slot.</summary>
    public ulong ValueAt(int slot) => slots[slot].Value;

    /// <summary>Where a key stands; -1 where it does not.</summary>
    public int SlotOf(ulong key)
    {
        var table = slots;
        var at = (int)key & mask;
        while ((uint)at < (uint)table.Length)
        {
            var found = table[at].Key;
            if (found == key)
            {
                return at;
            }

            if (found == 0)
            {
                return -1;
            }

            at = (at + 1) & mask;
        }

        return -1;
    }

    private readonly record struct Slot(ulong Key, ulong Value);
}
