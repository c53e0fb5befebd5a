namespace WooPipeline.Privacy;

/// <summary>In which field each word of a text stands: the last one that holds it, as fields were found. Made in one go, whatever the number of fields.</summary>
internal sealed class FieldIndex
{
    private readonly int[] of;

    public FieldIndex(TokenText words, List<Field> fields)
    {
        of = new int[words.Count];
        Array.Fill(of, -1);
        // The next word without a field from each on: words in many fields are passed over at once.
        var next = new int[words.Count + 1];
        for (var k = 0; k < next.Length; k++)
        {
            next[k] = k;
        }

        for (var i = fields.Count - 1; i >= 0; i--)
        {
            var first = words.IndexAt(fields[i].Start);
            first += first < words.Count && words[first].Start < fields[i].Start ? 1 : 0;
            for (var k = Free(next, first); k < words.Count && words[k].End <= fields[i].End; k = Free(next, k))
            {
                of[k] = i;
                next[k] = k + 1;
            }
        }
    }

    /// <summary>The place in the list of the last field that holds a word; -1 where there is none.</summary>
    public int Of(int word) => of[word];

    private static int Free(int[] next, int k)
    {
        while (next[k] != k)
        {
            next[k] = next[next[k]];
            k = next[k];
        }

        return k;
    }
}
