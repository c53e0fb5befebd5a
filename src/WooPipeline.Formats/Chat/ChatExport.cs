using System.Collections.Immutable;

namespace WooPipeline.Formats.Chat;

/// <summary>A message of a chat.</summary>
/// <param name="Time">When, as written in the export.</param>
/// <param name="Date">When, where it could be read; clock of the exporting device, no zone known.</param>
/// <param name="Sender">Who; empty for a line of the program itself.</param>
/// <param name="Lines">What, a line each.</param>
internal sealed record ChatMessage(string Time, DateTimeOffset? Date, string Sender, ImmutableArray<string> Lines);

/// <summary>A chat export: lines before the first message, then messages.</summary>
internal sealed record ChatExport(ImmutableArray<string> Preamble, ImmutableArray<ChatMessage> Messages)
{
    /// <summary>Reads an export; lines that open no message go on with the one before.</summary>
    public static ChatExport Parse(string text, ReadLimits? limits = null)
    {
        var preamble = ImmutableArray.CreateBuilder<string>();
        var messages = new List<(ChatLine Opening, List<string> Lines)>();
        foreach (var line in text.Split('\n'))
        {
            limits?.Check();
            if (ChatLine.Parse(line) is { } opening)
            {
                messages.Add((opening, [opening.Text]));
            }
            else if (messages.Count > 0)
            {
                messages[^1].Lines.Add(line.TrimEnd());
            }
            else
            {
                preamble.Add(line);
            }
        }

        return new ChatExport(preamble.ToImmutable(), [.. messages.Select(m => Message(m.Opening, m.Lines))]);
    }

    private static ChatMessage Message(ChatLine opening, List<string> lines)
    {
        while (lines.Count > 1 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count > 1 && lines[0].Length == 0)
        {
            lines.RemoveAt(0); // the text stands on the line below its opening (Teams)
        }

        return new ChatMessage(opening.Time, opening.Date, opening.Sender, [.. lines]);
    }
}
