using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Templating;

/// <summary>
/// The type of a value that templates see. It is read off the values that rendering makes, so it can't say anything else than those do.
/// </summary>
/// <param name="Kind">The kind.</param>
public sealed record TemplateType(TemplateKind Kind)
{
    /// <summary>What can't be told.</summary>
    public static TemplateType Any { get; } = new(TemplateKind.Any);

    /// <summary>An absent value.</summary>
    public static TemplateType Empty { get; } = new(TemplateKind.Empty);

    /// <summary>What messages call an object; empty for other kinds.</summary>
    public string Name { get; init; } = "";

    /// <summary>The value in the example, as a template would print it; empty where there is none.</summary>
    public string Example { get; init; } = "";

    /// <summary>What a list holds; null for other kinds.</summary>
    public TemplateType? Item { get; init; }

    /// <summary>The members of an object, in order.</summary>
    public ImmutableArray<TemplateMember> Members { get; init; } = [];

    /// <summary>True where the user's files may add members (<see cref="TemplateObject.IsOpen"/>).</summary>
    public bool IsOpen { get; init; }

    /// <summary>The type of a value.</summary>
    public static TemplateType Of(object? value) => value switch
    {
        null => Empty,
        TemplateObject group => new TemplateType(TemplateKind.Object)
        {
            Name = group.Name,
            IsOpen = group.IsOpen,
            Members = [.. group.Select(m => new TemplateMember(m.Key, Of(m.Value)))],
        },
        TemplateFunction => new TemplateType(TemplateKind.Function),
        Markup markup => new TemplateType(TemplateKind.Markdown) { Example = markup.Text },
        string text => new TemplateType(IsDate(text) ? TemplateKind.Date : TemplateKind.Text) { Example = text },
        bool yes => new TemplateType(TemplateKind.YesNo) { Example = yes ? "true" : "false" },
        IEnumerable list => new TemplateType(TemplateKind.List) { Item = list.Cast<object?>().Select(Of).Aggregate(Empty, (a, b) => a.Merge(b)) },
        _ => new TemplateType(TemplateKind.Number) { Example = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" },
    };

    /// <summary>The member of that name; null where there is none.</summary>
    public TemplateType? Member(string name) => Members.FirstOrDefault(m => m.Name == name)?.Type;

    /// <summary>The same object with a member set.</summary>
    public TemplateType With(string name, TemplateType type)
    {
        var at = Members.ToList().FindIndex(m => m.Name == name);
        var member = new TemplateMember(name, type);
        return this with { Members = at < 0 ? Members.Add(member) : Members.SetItem(at, member) };
    }

    /// <summary>What is either this or the other: members of both, nothing held against what differs.</summary>
    public TemplateType Merge(TemplateType other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Kind == TemplateKind.Empty || other.Kind == TemplateKind.Empty)
        {
            return Kind == TemplateKind.Empty ? other : this;
        }

        if (Kind != other.Kind)
        {
            return IsPrinted(Kind) && IsPrinted(other.Kind) ? new TemplateType(TemplateKind.Text) { Example = Example } : Any;
        }

        return Kind switch
        {
            TemplateKind.List => this with { Item = Item!.Merge(other.Item!) },
            TemplateKind.Object => other.Members.Aggregate(
                this with { IsOpen = IsOpen || other.IsOpen },
                (sum, m) => sum.With(m.Name, sum.Member(m.Name)?.Merge(m.Type) ?? m.Type)),
            _ => Example.Length == 0 ? other : this,
        };
    }

    private static bool IsPrinted(TemplateKind kind) => kind is TemplateKind.Text or TemplateKind.Markdown or TemplateKind.Date;

    // A year alone looks like any number.
    private static bool IsDate(string text) => text.Length >= 7 && text[4] == '-' && IsoMoment.Read(text) is not null;
}
