using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>Finds the zones at a position by halving; zones nest and never cross.</summary>
internal sealed class ZoneIndex
{
    private readonly int[] starts;
    private readonly Zone?[] innermost;
    private readonly Dictionary<Zone, Zone?> parents = new(ReferenceEqualityComparer.Instance);

    public ZoneIndex(int length, ImmutableArray<Zone> zones)
    {
        var cuts = new List<int> { 0 };
        var tops = new List<Zone?> { null };
        var stack = new Stack<Zone>();
        foreach (var zone in zones.Where(z => !z.Span.IsEmpty))
        {
            CloseUntil(zone.Span.Start, stack, cuts, tops);
            parents[zone] = stack.TryPeek(out var outer) ? outer : null;
            stack.Push(zone);
            Cut(zone.Span.Start, zone, cuts, tops);
        }

        CloseUntil(length + 1, stack, cuts, tops);
        starts = [.. cuts];
        innermost = [.. tops];
    }

    public Zone? At(int position)
    {
        var found = Array.BinarySearch(starts, position);
        return innermost[found >= 0 ? found : Math.Max(0, ~found - 1)];
    }

    public bool IsIn(int position, ZoneKind kind)
    {
        for (var zone = At(position); zone is not null; zone = parents[zone])
        {
            if (zone.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private static void CloseUntil(int position, Stack<Zone> stack, List<int> cuts, List<Zone?> tops)
    {
        while (stack.TryPeek(out var top) && top.Span.End <= position)
        {
            stack.Pop();
            Cut(top.Span.End, stack.TryPeek(out var outer) ? outer : null, cuts, tops);
        }
    }

    private static void Cut(int position, Zone? zone, List<int> cuts, List<Zone?> tops)
    {
        if (cuts[^1] == position)
        {
            tops[^1] = zone;
            return;
        }

        cuts.Add(position);
        tops.Add(zone);
    }
}
