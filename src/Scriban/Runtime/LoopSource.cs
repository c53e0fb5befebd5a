using System.Collections;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The items of a loop, by position; items of a sequence that isn't a list are fetched when they are asked for.</summary>
internal sealed class LoopSource
{
    public static readonly LoopSource Empty = new(Array.Empty<object?>(), null);

    private readonly IList? _list;
    private readonly List<object?> _fetched = [];
    private IEnumerator? _rest;

    private LoopSource(IList? list, IEnumerator? rest)
    {
        _list = list;
        _rest = rest;
    }

    /// <summary>Whether the items come from a query, for which another limit may hold.</summary>
    public bool IsQuery { get; private init; }

    public static LoopSource Create(TemplateContext context, SourceSpan span, object? value) => value switch
    {
        null => Empty,
        IList list => new LoopSource(list, null),
        IEnumerable sequence => new LoopSource(null, sequence.GetEnumerator()) { IsQuery = sequence is IQueryable },
        _ => throw new ScriptRuntimeException(span, $"Unexpected type `{context.GetTypeName(value)}` for iterator"),
    };

    public bool TryGet(TemplateContext context, SourceSpan span, int index, out object? item)
    {
        if (_list is not null)
        {
            item = index < _list.Count ? _list[index] : null;
            return index < _list.Count;
        }

        while (_fetched.Count <= index && _rest is not null)
        {
            Fetch(context, span);
        }

        item = index < _fetched.Count ? _fetched[index] : null;
        return index < _fetched.Count;
    }

    public int Count(TemplateContext context, SourceSpan span)
    {
        while (_rest is not null)
        {
            Fetch(context, span);
        }

        return _list?.Count ?? _fetched.Count;
    }

    private void Fetch(TemplateContext context, SourceSpan span)
    {
        if (!_rest!.MoveNext())
        {
            (_rest as IDisposable)?.Dispose();
            _rest = null;
            return;
        }

        context.CheckItems(span, _fetched.Count);
        _fetched.Add(_rest.Current);
    }
}
