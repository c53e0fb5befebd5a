using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Gathers the inputs of a batch for its sheets. Several threads may lay out at once: each takes the next slot.</summary>
internal sealed class Layout(TaskBatch batch) : IDisposable
{
    private readonly IEnumerator<(int First, int Count)> slots = Slots.Of(batch.Count).GetEnumerator();

    /// <summary>What goes on the sheets that this thread lays out: inputs, and the number of each or <see cref="Pending.NotWanted"/>.</summary>
    /// <param name="ended">Hears of each task that needs no doing.</param>
    /// <param name="stop">Ends it.</param>
    public IEnumerable<(List<byte[]> Inputs, List<int> Numbers)> Sheets(Action ended, CancellationToken stop)
    {
        while (NextSlot() is var (first, count) && count > 0)
        {
            var (inputs, numbers, weight) = (new List<byte[]>(), new List<int>(), 0L);
            for (var i = first; i < first + count; i++)
            {
                stop.ThrowIfCancellationRequested();
                var input = batch.Input(i);
                if (input is not { IsWanted: true })
                {
                    ended();
                }

                if (input is null)
                {
                    continue;
                }

                if (inputs.Count > 0 && weight + input.Weight > Slots.MostWeight)
                {
                    if (IsWanted(numbers))
                    {
                        yield return (inputs, numbers);
                    }

                    (inputs, numbers, weight) = ([], [], 0);
                }

                inputs.Add(input.Bytes);
                numbers.Add(input.IsWanted ? i : Pending.NotWanted);
                weight += input.Weight;
            }

            if (IsWanted(numbers))
            {
                yield return (inputs, numbers);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => slots.Dispose();

    private static bool IsWanted(List<int> numbers) => numbers.Exists(n => n != Pending.NotWanted);

    private (int First, int Count) NextSlot()
    {
        lock (slots)
        {
            return slots.MoveNext() ? slots.Current : default;
        }
    }
}
