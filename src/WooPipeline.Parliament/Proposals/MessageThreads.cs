using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>Messages that belong together by their ids (RFC 5322 §3.6.4), also where the message that both refer to isn't archived.</summary>
internal static class MessageThreads
{
    /// <summary>The threads, each in order of time; a message without an id stands alone.</summary>
    public static ImmutableArray<ImmutableArray<ArchivedMessage>> Of(ImmutableArray<ArchivedMessage> messages)
    {
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        string Root(string id)
        {
            while (parent.GetValueOrDefault(id, id) is var next && next != id)
            {
                id = next;
            }

            return id;
        }

        foreach (var message in messages)
        {
            var ids = Ids(message);
            foreach (var id in ids)
            {
                parent[Root(id)] = Root(ids[0]);
            }
        }

        return [.. messages.GroupBy(m => Root(Ids(m)[0]), StringComparer.Ordinal)
            .Select(g => g.OrderBy(m => m.Facts.SentAt ?? DateTimeOffset.MaxValue).ThenBy(m => m.Path, StringComparer.Ordinal).ToImmutableArray())
            .OrderBy(t => t[0].Path, StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> Ids(ArchivedMessage message) => message.Ids is { Length: > 0 } ids ? ids : [message.Path];
}
