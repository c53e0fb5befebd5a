using System.Collections;

namespace WooPipeline.Templating;

/// <summary>
/// A part of the data that templates see: values by name, in order. A value is null, a text, a number, a truth value, a <see cref="Markup"/>,
/// a <see cref="TemplateFunction"/>, a list of values or another object. Dates are texts as ISO 8601 writes them, as precise as they are
/// known (<c>2023</c>, <c>2023-02-14</c>, <c>2023-02-14T10:31</c>). Names are as templates write them: small letters and underscores.
/// </summary>
/// <param name="name">What messages call it: <c>vragen</c>.</param>
/// <param name="isOpen">Whether the user's files may give it more names than a dossier happens to show.</param>
public sealed class TemplateObject(string name, bool isOpen = false) : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    /// <summary>What messages call it.</summary>
    public string Name => name;

    /// <summary>True where its names come from the user's files (front matter, columns of a register), so that another dossier may have others.</summary>
    public bool IsOpen => isOpen;

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Keys => order;

    /// <summary>Gives a value its name; a name given before gets the new value.</summary>
    public object? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set
        {
            if (!values.ContainsKey(key))
            {
                order.Add(key);
            }

            values[key] = value;
        }
    }

    /// <summary>For collection initialisers.</summary>
    public void Add(string key, object? value) => this[key] = value;

    /// <summary>Takes a value away; nothing where there is none.</summary>
    public void Remove(string key)
    {
        if (values.Remove(key))
        {
            order.Remove(key);
        }
    }

    /// <summary>True where there is such a name.</summary>
    public bool Has(string key) => values.ContainsKey(key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => order.Select(k => KeyValuePair.Create(k, values[k])).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
