using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Runs a page a second time and writes its content anew by its plan. Bytes that nothing touches stay as they are; comments,
/// unknown operators and property lists go; what is drawn in layers that are off goes.
/// </summary>
internal sealed partial class ContentRewriter : IContentSink
{
    /// <summary>Points of a line or a rectangle at most.</summary>
    private const int PlainPoints = 5;

    private readonly PagePlan plan;
    private readonly IRewriteTarget target;
    private readonly Stack<Frame> frames = new();
    private readonly Dictionary<PdfStream, PdfReference> redactedStreams = new(ReferenceEqualityComparer.Instance);
    private int glyphs;

    public ContentRewriter(PagePlan plan, IRewriteTarget target)
    {
        this.plan = plan;
        this.target = target;
    }

    /// <summary>The page's own content, once it has run.</summary>
    public InstanceWriter Page { get; private set; } = null!;

    /// <summary>Appearances of annotations to draw into the page, with the way to their place.</summary>
    public List<(PdfReference Form, Matrix Fit)> Appearances { get; } = [];

    /// <summary>Text of the kept glyphs in order; what the new file must show, no more and no less.</summary>
    public TextTrace Kept { get; } = new();

    private Frame Top => frames.Peek();

    public void BeginInstance(ContentInstance instance) => frames.Push(new Frame(instance));

    public void EndInstance(ContentInstance instance)
    {
        var frame = frames.Pop();
        Settle(frame);
        frame.Spacing.Finish(frame.Writer);
        Balance(frame);
        if (instance.Kind == InstanceKind.Page)
        {
            Page = frame.Writer;
        }
        else if (instance.Kind == InstanceKind.Appearance)
        {
            if ((instance.Stream is { } stream ? OwnMatrix(stream) : Matrix.Identity).Inverse() is { } undo)
            {
                Appearances.Add((target.Stream(frame.Writer), undo.Then(instance.Space)));
            }
        }
        else
        {
            Child(instance, frame.Writer);
        }
    }

    public void Operation(ContentInterpreter interpreter, ContentOperation operation)
    {
        var frame = Top;
        Settle(frame);
        StripGap(frame, operation);
        switch (operation.Operator)
        {
            case ContentOperator.Show or ContentOperator.ShowArray or ContentOperator.ShowNextLine or ContentOperator.ShowNextLineSpaced:
                BeginShow(frame, interpreter, operation);
                break;
            case ContentOperator.MoveText or ContentOperator.MoveTextSetLeading or ContentOperator.NextLine or ContentOperator.TextMatrix:
                MoveText(frame, interpreter, operation);
                break;
            case ContentOperator.CharSpacing or ContentOperator.WordSpacing or ContentOperator.HorizontalScale:
                var name = operation.Operator == ContentOperator.CharSpacing ? "Tc" : operation.Operator == ContentOperator.WordSpacing ? "Tw" : "Tz";
                frame.Spacing.Set(name, frame.Writer.CopyPiece(operation.Start, operation.End));
                break;
            case ContentOperator.BeginText or ContentOperator.EndText:
                frame.IsAbsolute = false;
                frame.NeedsPlace = false;
                frame.Moves.Clear();
                frame.Writer.IsInText = operation.Operator == ContentOperator.BeginText;
                break;
            default:
                Other(frame, interpreter, operation);
                break;
        }

        frame.PreviousEnd = operation.End;
    }

    public void Glyph(in Glyph glyph)
    {
        var isRemoved = plan.Removed.Contains(glyphs);
        if (isRemoved)
        {
            Top.Writer.IsRedacted = true;
        }

        Top.Show?.Glyphs.Add(glyph);
        if (isRemoved)
        {
            target.Removed(glyph.Font, glyph.Code);
        }
        else if (!glyph.Font.IsStandIn)
        {
            target.Shown(glyph.Font, glyph.Code);
        }

        glyphs++;
    }

    public void Path(in PaintedPath path)
    {
        if ((!path.IsHidden || !IsLayerOff) && !IsUnderMark(path))
        {
            RemovePieces(path);
            return;
        }

        RemovePath(path);
    }

    private void RemovePath(in PaintedPath path)
    {
        var writer = Top.Writer;
        writer.IsRedacted = true;
        if (path.IsClip)
        {
            return; // the clip must stay; what it paints is a background
        }

        // Where a comment within the path was stripped its start is written already: then it ends without painting.
        writer.CopyTo(path.Start);
        writer.Add(writer.Copied > path.Start ? " n " : " ");
        writer.SkipTo(path.End);
    }

    /// <summary>
    /// Of a drawing that reaches into a rectangle the pieces that do go: a map's place names are one path, and so is a signature. Lines and
    /// boxes that only run through it say nothing and stay.
    /// </summary>
    private void RemovePieces(in PaintedPath path)
    {
        var pieces = path.Subpaths;
        var gone = new List<int>();
        foreach (var region in plan.Regions.Where(r => r.IsArea))
        {
            for (var i = 0; i < pieces.Count && region.Removed.Overlaps(path.Bounds); i++)
            {
                if (IsInside(pieces[i].Bounds, region.Removed) || (pieces[i].Points > PlainPoints && pieces[i].Bounds.Grow(0.1).Overlaps(region.Removed)))
                {
                    gone.Add(i);
                }
            }
        }

        if (gone.Count == 0)
        {
            return;
        }

        var writer = Top.Writer;
        if (path.IsClip || gone.Distinct().Count() == pieces.Count || Top.HasComments)
        {
            RemovePath(path);
            return;
        }

        writer.IsRedacted = true;
        foreach (var piece in gone.Distinct().Order())
        {
            writer.CopyTo(pieces[piece].Start);
            writer.Add(" ");
            writer.SkipTo(piece + 1 < pieces.Count ? pieces[piece + 1].Start : path.PaintStart);
        }
    }

    private static bool IsInside(in Box box, in Box area)
    {
        var shared = box.Grow(0.05).Intersect(area);
        return !shared.IsEmpty && shared.Width * shared.Height > 0.4 * Math.Max(box.Width, 0.1) * Math.Max(box.Height, 0.1);
    }

    public void Image(in PaintedImage image)
    {
        var frame = Top;
        var writer = frame.Writer;
        var holder = frame.Use?.Holder ?? writer;
        frame.Use = null;
        var bounds = image.Bounds;
        var touching = plan.Regions.Where(r => (r.HidesPixels || r.IsArea) && r.Removed.Overlaps(bounds)).ToList();
        if (IsLayerOff || (image.Stream is null && touching.Count > 0))
        {
            writer.IsRedacted = true;
            writer.CopyTo(image.Start);
            writer.Add(" ");
            writer.SkipTo(image.End);
            return;
        }

        if (image.Stream is { } stream && touching.Count > 0)
        {
            writer.IsRedacted = true;
            var name = writer.Resources.AddNew("XObject", target.PaintedImage(stream, image.Space, [.. touching.Select(t => t.Removed)]));
            writer.CopyTo(image.Start);
            writer.Add($" /{name} Do ");
            writer.SkipTo(image.End);
        }
        else if (image.Stream is not null)
        {
            holder.Resources.Add("XObject", image.Name);
        }
        else
        {
            InlineImageScrubber.Scrub(frame.Writer, image);
        }
    }

    private bool IsLayerOff { get; set; }

    /// <summary>Drawings that lie in, under or along what was removed: underlines, highlights, letters drawn as shapes.</summary>
    private bool IsUnderMark(in PaintedPath path)
    {
        var box = path.Bounds;
        foreach (var region in plan.Regions)
        {
            if (region.IsArea)
            {
                if (IsInside(box, region.Removed))
                {
                    return true;
                }
            }
            else if (region.Line.Grow(2.5).Contains(box) && box.Grow(0.1).Overlaps(region.Removed))
            {
                return true;
            }
        }

        return false;
    }

    private static Matrix OwnMatrix(PdfStream stream) => stream.Dictionary["Matrix"] is PdfArray { Count: >= 6 } a
        ? Matrix.Of([.. a.Select(n => (n as PdfNumber)?.ToDouble() ?? 0)]) : Matrix.Identity;

    /// <summary>What an operation in a stream says besides its effect on the page goes: comments between operations and between operands.</summary>
    private static void StripGap(Frame frame, ContentOperation operation)
    {
        if (!frame.HasComments)
        {
            return;
        }

        var bytes = frame.Writer.Instance.Bytes.Span;
        if (operation.Start > frame.PreviousEnd && bytes[frame.PreviousEnd..operation.Start].Contains((byte)'%'))
        {
            frame.Writer.CopyTo(frame.PreviousEnd);
            frame.Writer.Add("\n");
            frame.Writer.SkipTo(operation.Start);
        }

        var at = operation.Start;
        foreach (var operand in operation.Operands)
        {
            if (operand.Start > at && bytes[at..operand.Start].Contains((byte)'%'))
            {
                frame.Writer.CopyTo(at);
                frame.Writer.Add("\n");
                frame.Writer.SkipTo(operand.Start);
            }

            at = operand.End;
        }

        if (operation.OperatorStart > at && operation.Operator != ContentOperator.InlineImage && bytes[at..operation.OperatorStart].Contains((byte)'%'))
        {
            frame.Writer.CopyTo(at);
            frame.Writer.Add("\n");
            frame.Writer.SkipTo(operation.OperatorStart);
        }
    }

    private static void Balance(Frame frame)
    {
        var writer = frame.Writer;
        writer.CopyTo(frame.PreviousEnd);
        if (writer.IsInText)
        {
            writer.Add("\nET");
        }

        for (; writer.Marks > 0; writer.Marks--)
        {
            writer.Add("\nEMC");
        }

        for (; writer.Saves > 0; writer.Saves--)
        {
            writer.Add("\nQ");
        }
    }

    /// <summary>An operation that names a resource, and the stream whose resources hold it.</summary>
    private readonly record struct ResourceUse(int Start, int End, string Category, string Name, InstanceWriter Holder);

    /// <summary>A stream that runs, with what is open in it.</summary>
    private sealed class Frame(ContentInstance instance)
    {
        public InstanceWriter Writer { get; } = new(instance);

        public bool HasComments { get; } = instance.Bytes.Span.Contains((byte)'%');

        public TextSpacing Spacing { get; } = new();

        public PendingShow? Show { get; set; }

        /// <summary>Glyphs of the show that waits.</summary>
        public List<Glyph> Glyphs { get; } = [];

        /// <summary>Operation that waits for the stream it uses.</summary>
        public ResourceUse? Use { get; set; }

        /// <summary>Pieces of moving operators since text was last shown.</summary>
        public List<int> Moves { get; } = [];

        /// <summary>True where places in this text object are written as they are, no longer from the line before.</summary>
        public bool IsAbsolute { get; set; }

        /// <summary>True where the next text that stays must first be given its place.</summary>
        public bool NeedsPlace { get; set; }

        public int PreviousEnd { get; set; }

        /// <summary>Open marks: whether each is a layer that is off.</summary>
        public List<bool> OffMarks { get; } = [];
    }
}
