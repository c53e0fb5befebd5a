using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>What stands beside the text: comments, notes, authors of revisions, document variables.</summary>
internal static class WordSideParts
{
    private static readonly HashSet<string> SeparatorTypes = new(StringComparer.Ordinal) { "separator", "continuationSeparator", "continuationNotice" };

    /// <summary>Comments with who wrote them.</summary>
    public static ImmutableArray<Block> Comments(WordContent content)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var part in content.Package.AllRelated(content.Main, "comments"))
        {
            var walker = new WordWalker(content, part);
            foreach (var comment in content.TextRoot(part).Elements(W.Main + "comment"))
            {
                var fields = new[] { ("Auteur", "author"), ("Initialen", "initials"), ("Datum", "date") }
                    .Select(f => (Label: f.Item1, Name: f.Item2, Value: (string?)comment.Attribute(W.Main + f.Item2) ?? ""))
                    .Where(f => f.Value.Length > 0)
                    .Select(f => new Field(f.Label, [new TextRun(f.Value)], f.Name));
                blocks.Add(new FieldList([.. fields]));
                blocks.AddRange(walker.Story(comment));
            }
        }

        return blocks.ToImmutable();
    }

    /// <summary>The note of a reference: adds it once and gives its id; null where the note is missing.</summary>
    public static string? Note(WordContent content, string kind, string? id)
    {
        var key = kind[0] + (id ?? "");
        if (!content.NoteIds.Add(key))
        {
            return key;
        }

        if (content.Package.Related(content.Main, kind + "s") is not { } part)
        {
            content.NoteIds.Remove(key);
            return null;
        }

        var note = content.TextRoot(part).Elements(W.Main + kind).FirstOrDefault(n => (string?)n.Attribute(W.Id) == id);
        if (note is null)
        {
            content.NoteIds.Remove(key);
            return null;
        }

        var place = content.Notes.Count;
        content.Notes.Add(new Footnote(key, []));
        content.Notes[place] = new Footnote(key, new WordWalker(content, part).Story(note));
        return key;
    }

    /// <summary>Notes that nothing refers to: no reader sees them, a search must.</summary>
    public static void AddUnreferencedNotes(WordContent content)
    {
        foreach (var kind in new[] { "footnote", "endnote" })
        {
            if (content.Package.Related(content.Main, kind + "s") is not { } part)
            {
                continue;
            }

            foreach (var note in content.TextRoot(part).Elements(W.Main + kind))
            {
                var key = kind[0] + ((string?)note.Attribute(W.Id) ?? "");
                if (SeparatorTypes.Contains((string?)note.Attribute(W.Main + "type") ?? "") || content.NoteIds.Contains(key))
                {
                    continue;
                }

                var blocks = content.ReadUnseen(() => new WordWalker(content, part).Story(note));
                if (blocks.Length > 0)
                {
                    content.Notes.Add(new Footnote(key, [new Section(ZoneKind.Hidden, blocks)]));
                }
            }
        }
    }

    /// <summary>Names and texts that Word keeps out of sight.</summary>
    public static IEnumerable<MetadataField> Metadata(WordContent content)
    {
        var settings = content.Package.Related(content.Main, "settings");
        foreach (var variable in settings?.Xml.Descendants(W.Main + "docVar") ?? [])
        {
            yield return new MetadataField((string?)variable.Attribute(W.Main + "name") ?? "docVar", (string?)variable.Attribute(W.Val) ?? "");
        }

        foreach (var relationship in settings?.Relationships.Where(r => r.IsExternal) ?? [])
        {
            yield return new MetadataField(relationship.Kind, relationship.Target);
        }

        var authors = content.TextParts.SelectMany(p => p.Xml.Descendants())
            .Where(e => e.IsMain() && e.Name.LocalName != "comment")
            .Select(e => (string?)e.Attribute(W.Main + "author"))
            .Concat(content.Package.AllRelated(content.Main, "people").SelectMany(p => p.Xml.Elements()).Select(e => (string?)e.Attributes().FirstOrDefault(a => a.Name.LocalName == "author")))
            .OfType<string>().Where(a => a.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var author in authors)
        {
            yield return new MetadataField("revision-author", author);
        }
    }
}
