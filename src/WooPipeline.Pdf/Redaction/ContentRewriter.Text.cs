using System.Runtime.InteropServices;
using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Rewriting of text objects.</summary>
internal sealed partial class ContentRewriter
{
    private void BeginShow(Frame frame, ContentInterpreter interpreter, ContentOperation operation)
    {
        if (plan.IsEmpty)
        {
            return;
        }

        frame.Writer.CopyTo(operation.Start);
        frame.Glyphs.Clear();
        frame.Show = new PendingShow
        {
            Operator = operation.Operator,
            Start = operation.Start,
            End = operation.End,
            Operands = [.. operation.Operands],
            State = interpreter.State,
            TextMatrix = interpreter.TextMatrix,
            FirstGlyph = glyphs,
            Glyphs = frame.Glyphs,
        };
    }

    private void MoveText(Frame frame, ContentInterpreter interpreter, ContentOperation operation)
    {
        if (plan.IsEmpty)
        {
            return;
        }

        if (!frame.IsAbsolute)
        {
            frame.Moves.Add(frame.Writer.CopyPiece(operation.Start, operation.End));
            return;
        }

        // From here on places are written as such, and only where text that stays needs one.
        frame.Writer.CopyTo(operation.Start);
        frame.Writer.Add(operation.Operator == ContentOperator.MoveTextSetLeading ? $" {ShowRewriter.Number(interpreter.State.Leading)} TL " : " ");
        frame.Writer.SkipTo(operation.End);
        frame.NeedsPlace = true;
    }

    /// <summary>Writes what waited: the show whose glyphs are now known, or the use of a stream that was not redacted.</summary>
    private void Settle(Frame frame)
    {
        if (frame.Show is { } show)
        {
            frame.Show = null;
            Settle(frame, show);
        }

        if (frame.Use is { } use)
        {
            frame.Use = null;
            use.Holder.Resources.Add(use.Category, use.Name);
        }
    }

    private void Settle(Frame frame, PendingShow show)
    {
        var (removed, moved, onLine) = Count(show);
        var shown = CollectionsMarshal.AsSpan(show.Glyphs);
        for (var i = 0; i < shown.Length; i++)
        {
            if (!plan.Removed.Contains(show.FirstGlyph + i))
            {
                Kept.Add(shown[i].Text);
            }
        }

        frame.Spacing.Shown(isSetAnew: onLine && (moved || removed));
        if (onLine && (moved || removed))
        {
            SetAnew(frame, show);
            return;
        }

        if (frame.IsAbsolute && show.Operator is ContentOperator.ShowNextLine or ContentOperator.ShowNextLineSpaced)
        {
            frame.NeedsPlace = true;
        }

        if (frame.IsAbsolute && frame.NeedsPlace)
        {
            frame.Writer.Add(ShowRewriter.Matrix(show.TextMatrix));
            frame.NeedsPlace = false;
        }

        if (removed || (frame.IsAbsolute && show.Operator is ContentOperator.ShowNextLine or ContentOperator.ShowNextLineSpaced))
        {
            var text = ShowRewriter.WithKerns(show, plan, frame.Writer.Instance.Bytes.Span);
            frame.Writer.Add(frame.IsAbsolute ? text.Replace("T* ", "", StringComparison.Ordinal) : text);
            frame.Writer.SkipTo(show.End);
        }

        frame.Moves.Clear();
    }

    private (bool Removed, bool Moved, bool OnLine) Count(PendingShow show)
    {
        var (removed, moved, onLine) = (false, false, false);
        for (var i = 0; i < show.Glyphs.Count; i++)
        {
            var index = show.FirstGlyph + i;
            removed |= plan.Removed.Contains(index);
            moved |= plan.Moved.ContainsKey(index);
            onLine |= plan.Lines.Contains(index);
        }

        return (removed, moved, onLine);
    }

    private void SetAnew(Frame frame, PendingShow show)
    {
        frame.Writer.IsRedacted = true;
        foreach (var piece in frame.Moves)
        {
            // The way to the old place would tell the old width; a leading set on the way is kept.
            frame.Writer.Change(piece, " ");
        }

        var text = ShowRewriter.AtPlaces(show, plan, frame.Writer.Instance.Bytes.Span);
        if (text.Length > 0)
        {
            Neutral(frame, "Tc", show.State.CharSpacing, 0, before: true);
            Neutral(frame, "Tw", show.State.WordSpacing, 0, before: true);
            Neutral(frame, "Tz", show.State.HorizontalScale * 100, 100, before: true);
            frame.Writer.Add(text);
        }

        // The spaced form of showing sets both for what follows, and it is gone.
        var sets = show.Operator == ContentOperator.ShowNextLineSpaced;
        Neutral(frame, "Tc", show.State.CharSpacing, 0, before: false, sets);
        Neutral(frame, "Tw", show.State.WordSpacing, 0, before: false, sets);
        Neutral(frame, "Tz", show.State.HorizontalScale * 100, 100, before: false);
        if (frame.Moves.Count > 0)
        {
            frame.Writer.Add($" {ShowRewriter.Number(show.State.Leading)} TL ");
        }

        frame.Writer.SkipTo(show.End);
        frame.Moves.Clear();
        frame.IsAbsolute = true;
        frame.NeedsPlace = true;
    }

    private static void Neutral(Frame frame, string name, double value, double neutral, bool before, bool always = false)
    {
        if (value == neutral && !always)
        {
            return;
        }

        var piece = frame.Writer.Add($" {ShowRewriter.Number(before ? neutral : value)} {name} ");
        if (!before)
        {
            frame.Spacing.Restored(name, piece);
        }
    }
}
