namespace WooPipeline.Pdf.Layout;

/// <summary>Puts strips on pages, with the notes they refer to at the foot.</summary>
internal sealed class Paginator(FlowStyle style)
{
    /// <summary>Space between text and notes, with the line in it.</summary>
    public const double NoteGap = 10;

    private readonly List<PageLayout> pages = [];
    private readonly HashSet<NoteLayout> placedNotes = [];
    private readonly Queue<Strip> waitingNotes = new();
    private PageLayout page = new();

    private double Top => style.MarginTop;

    private double TextHeight => style.PageHeight - style.MarginTop - style.MarginBottom;

    private double Room => TextHeight - page.BodyHeight - page.NoteHeight;

    /// <summary>The pages of strips; at least one.</summary>
    public static List<PageLayout> Paginate(IReadOnlyList<Strip> strips, FlowStyle style)
    {
        var paginator = new Paginator(style);
        var count = strips.Count;
        while (count > 0 && strips[count - 1] is PageBreakStrip)
        {
            count--; // a break at the very end makes no empty page
        }

        paginator.Run([.. strips.Take(count)]);
        return paginator.pages;
    }

    private void Run(IReadOnlyList<Strip> strips)
    {
        StartPage();
        for (var s = 0; s < strips.Count;)
        {
            var end = s + 1;
            while (end < strips.Count && strips[end - 1].KeepWithNext && strips[end] is not PageBreakStrip)
            {
                end++;
            }

            MakeRoom(strips, s, end);
            for (; s < end; s++)
            {
                Place(strips[s]);
            }
        }

        while (waitingNotes.Count > 0)
        {
            StartPage();
        }
    }

    /// <summary>Starts a new page where strips that belong together don't fit here but do there.</summary>
    private void MakeRoom(IReadOnlyList<Strip> strips, int start, int end)
    {
        if (page.IsFresh || strips[start] is PageBreakStrip)
        {
            return;
        }

        var height = 0.0;
        for (var s = start; s < end; s++)
        {
            height += strips[s].SpaceBefore + strips[s].Height + NotesHeight(NewNotes(strips[s]));
        }

        var fits = height <= Room + 0.01;
        if (!fits && end - start > 1 && (height <= TextHeight || Room < TextHeight * 0.25))
        {
            StartPage();
        }
    }

    private void Place(Strip strip)
    {
        if (strip is PageBreakStrip)
        {
            if (!page.IsFresh)
            {
                StartPage();
            }

            page.Body.Add(new PlacedStrip(strip, Top + page.BodyHeight, 0, IsRepeated: false));
            return;
        }

        // Each turn either ends or starts a page with what is left, and a fresh page takes at least one strip.
        while (true)
        {
            var space = page.IsFresh ? 0 : strip.SpaceBefore;
            var notes = NewNotes(strip);
            if (space + strip.Height + NotesHeight(notes) <= Room + 0.01)
            {
                Put(strip, space, notes);
                return;
            }

            var parts = page.IsFresh || strip.Height > TextHeight * 0.3 ? strip.Split(Room - space) : null;
            if (parts is not null)
            {
                Put(parts.Value.First, space, NewNotes(parts.Value.First));
                strip = parts.Value.Second;
            }
            else if (page.IsFresh)
            {
                Put(strip, space, notes);
                return;
            }

            StartPage();
            Repeat(strip.Header);
        }
    }

    private void Put(Strip strip, double space, List<NoteLayout> notes)
    {
        page.Body.Add(new PlacedStrip(strip, Top + page.BodyHeight + space, space, IsRepeated: false));
        page.BodyHeight += space + strip.Height;
        page.IsFresh = false;
        foreach (var note in notes)
        {
            placedNotes.Add(note);
            foreach (var line in note.Strips)
            {
                waitingNotes.Enqueue(line);
            }
        }

        FillNotes(TextHeight - page.BodyHeight);
    }

    private void Repeat(RepeatedHeader? header)
    {
        if (header is null || header.Height > TextHeight * 0.4)
        {
            return;
        }

        foreach (var row in header.Rows)
        {
            page.Body.Add(new PlacedStrip(row, Top + page.BodyHeight, 0, IsRepeated: true));
            page.BodyHeight += row.Height;
        }
    }

    private void StartPage()
    {
        page = new PageLayout();
        pages.Add(page);
        FillNotes(TextHeight * 0.6);
    }

    /// <summary>Sets waiting notes at the foot as far as there is room; the rest goes to the next page.</summary>
    private void FillNotes(double limit)
    {
        while (waitingNotes.TryPeek(out var line))
        {
            var height = (page.Notes.Count == 0 ? NoteGap : line.SpaceBefore) + line.Height;
            if (page.NoteHeight + height > limit + 0.01 && (page.Notes.Count > 0 || !page.IsFresh))
            {
                return;
            }

            page.NoteHeight += height;
            page.Notes.Add(waitingNotes.Dequeue());
        }
    }

    private double NotesHeight(List<NoteLayout> notes)
    {
        var height = 0.0;
        foreach (var strip in notes.SelectMany(n => n.Strips))
        {
            height += strip.SpaceBefore + strip.Height;
        }

        return height > 0 && page.Notes.Count == 0 ? height + NoteGap : height;
    }

    private List<NoteLayout> NewNotes(Strip strip)
    {
        var found = new List<NoteLayout>();
        var queue = new Queue<NoteLayout>(strip.Notes);
        while (queue.TryDequeue(out var note))
        {
            if (!placedNotes.Contains(note) && !found.Contains(note))
            {
                found.Add(note);
                foreach (var inner in note.Strips.SelectMany(s => s.Notes))
                {
                    queue.Enqueue(inner);
                }
            }
        }

        return found;
    }
}
