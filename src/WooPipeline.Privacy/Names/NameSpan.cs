namespace WooPipeline.Privacy;

/// <summary>A name as it stands in a text: words from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct NameSpan(int First, int End, PersonName Name)
{
    public static NameSpan None => new(0, 0, PersonName.Empty);

    public bool IsNone => End <= First;
}
