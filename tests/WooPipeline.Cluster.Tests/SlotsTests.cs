namespace WooPipeline.Cluster;

/// <summary>How a batch is parted.</summary>
public sealed class SlotsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(2_000)]
    [InlineData(20_000)]
    public void Each_task_is_in_one_part_and_the_last_parts_are_small(int count)
    {
        var slots = Slots.Of(count).ToList();

        Assert.Equal(Enumerable.Range(0, count), slots.SelectMany(s => Enumerable.Range(s.First, s.Count)));
        Assert.All(slots, s => Assert.InRange(s.Count, 1, Slots.MostTasks));
        Assert.All(slots.TakeLast(30), s => Assert.Equal(1, s.Count));
        Assert.Equal(count >= 2_000, slots.Exists(s => s.Count == Slots.MostTasks));
        Assert.Equal(slots, Slots.Of(count));
    }
}
