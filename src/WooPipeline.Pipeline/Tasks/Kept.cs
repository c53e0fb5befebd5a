namespace WooPipeline.Pipeline;

/// <summary>The last few things that were unpacked, by their hashes; each is unpacked once, also where many ask at once.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class Kept<T>(int most)
    where T : class
{
    private readonly List<(string Hash, Lazy<T> Value)> values = [];
    private readonly Lock gate = new();

    /// <summary>The thing with a hash.</summary>
    public T Of(string hash, Func<T> make)
    {
        Lazy<T> value;
        lock (gate)
        {
            var place = values.FindIndex(v => v.Hash == hash);
            // A failure isn't kept: the file may be readable the next time.
            value = place < 0 ? new Lazy<T>(make, LazyThreadSafetyMode.PublicationOnly) : values[place].Value;
            if (place >= 0)
            {
                values.RemoveAt(place);
            }

            values.Add((hash, value));
            if (values.Count > most)
            {
                values.RemoveAt(0);
            }
        }

        lock (value)
        {
            return value.Value;
        }
    }
}
