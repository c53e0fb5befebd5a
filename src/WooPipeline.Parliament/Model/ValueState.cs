namespace WooPipeline.Parliament;

/// <summary>What a field of a case or archive record says; each of these is another fact.</summary>
public enum ValueState
{
    /// <summary>The record doesn't have the field.</summary>
    Missing,

    /// <summary>The field is there and empty.</summary>
    Empty,

    /// <summary>The record says that there is no value (StUF <c>geenWaarde</c>, JSON <c>null</c>).</summary>
    NoValue,

    /// <summary>The record says that the value isn't known (StUF <c>waardeOnbekend</c>, the date 0001-01-01).</summary>
    Unknown,

    /// <summary>The field has a value.</summary>
    Present,
}
