namespace WooPipeline.Pdf.Content;

/// <summary>Path construction, painting and clipping (§8.5), by boxes.</summary>
internal sealed partial class ContentInterpreter
{
    private PathBounds path;

    private void ExecutePath(ContentOperation operation)
    {
        switch (operation.Operator)
        {
            case ContentOperator.MoveTo when operation.HasNumbers(2):
                path.Begin();
                path.Add(operation.Start, state.Ctm, operation.Last(1), operation.Last(0));
                break;
            case ContentOperator.LineTo when operation.HasNumbers(2):
                path.AddLine(operation.Start, state.Ctm, operation.Last(1), operation.Last(0));
                break;
            case ContentOperator.CurveTo when operation.HasNumbers(6):
                path.Add(operation.Start, state.Ctm, operation.Last(5), operation.Last(4));
                path.Add(operation.Start, state.Ctm, operation.Last(3), operation.Last(2));
                path.Add(operation.Start, state.Ctm, operation.Last(1), operation.Last(0));
                break;
            case ContentOperator.CurveFirst or ContentOperator.CurveLast when operation.HasNumbers(4):
                path.Add(operation.Start, state.Ctm, operation.Last(3), operation.Last(2));
                path.Add(operation.Start, state.Ctm, operation.Last(1), operation.Last(0));
                break;
            case ContentOperator.Rectangle when operation.HasNumbers(4):
                path.AddRectangle(operation.Start, state.Ctm, operation.Last(3), operation.Last(2), operation.Last(1), operation.Last(0));
                break;
            case ContentOperator.Clip or ContentOperator.ClipEvenOdd:
                path.ClipsNext = true;
                break;
            default:
                break;
        }
    }

    private void FinishPath(ContentOperation operation)
    {
        var (fills, strokes) = operation.Operator switch
        {
            ContentOperator.Fill or ContentOperator.FillOld or ContentOperator.FillEvenOdd => (true, false),
            ContentOperator.Stroke or ContentOperator.CloseStroke => (false, true),
            ContentOperator.FillStroke or ContentOperator.FillStrokeEvenOdd or ContentOperator.CloseFillStroke or ContentOperator.CloseFillStrokeEvenOdd => (true, true),
            _ => (false, false),
        };
        if (!fills && !strokes && operation.Operator != ContentOperator.EndPath)
        {
            return;
        }

        if (path.IsOpen && (fills || strokes))
        {
            var width = strokes ? state.LineWidth * Math.Sqrt(Math.Abs(state.Ctm.Determinant)) / 2 : 0;
            var isHidden = (hidden | markFlags) != GlyphFlags.None;
            var isOpaque = fills && state.FillAlpha >= 1 && state.BlendsNormally && !state.IsMasked && !state.FillsPattern && !isHidden;
            sink.Path(new PaintedPath(
                Instance, path.Start, operation.End, path.Bounds.Grow(width).Intersect(state.Clip), fills, strokes, path.IsOneRectangle, isOpaque, isHidden, painted++)
            {
                IsClip = path.ClipsNext,
                PaintStart = operation.Start,
                Subpaths = path.Subpaths,
                Parts = path.Parts(state.Clip),
            });
        }

        if (path.ClipsNext)
        {
            state.Clip = path.IsOpen ? state.Clip.Intersect(path.Bounds) : new Box(0, 0, 0, 0);
        }

        path.Clear();
    }

    /// <summary>The box around the path that is being built.</summary>
    private struct PathBounds
    {
        private const int MaxParts = 4096;
        private int rectangles;
        private int points;
        private List<Box>? parts;
        private List<Subpath>? subpaths;
        private bool begins;
        private (double X, double Y) last;

        public int Start { get; private set; }

        public Box Bounds { get; private set; }

        public bool ClipsNext { get; set; }

        public readonly IReadOnlyList<Subpath> Subpaths => subpaths ?? [];

        public readonly bool IsOpen => points > 0;

        public readonly bool IsOneRectangle => rectangles == 1 && points == 4;

        /// <summary>The next point begins a piece.</summary>
        public void Begin() => begins = true;

        public void Add(int start, in Matrix ctm, double x, double y)
        {
            var (px, py) = ctm.Apply(x, y);
            var point = new Box(px, py, px, py);
            AddToPiece(start, point);
            Start = points == 0 ? start : Start;
            Bounds = points == 0 ? point : Bounds.Union(point);
            last = (px, py);
            points++;
        }

        private void AddToPiece(int start, in Box point)
        {
            subpaths ??= [];
            if (begins || subpaths.Count == 0)
            {
                subpaths.Add(new Subpath(start, point, 1));
            }
            else
            {
                var piece = subpaths[^1];
                subpaths[^1] = piece with { Bounds = piece.Bounds.Union(point), Points = piece.Points + 1 };
            }

            begins = false;
        }

        /// <summary>A straight piece from the last point; those along an axis are kept as parts.</summary>
        public void AddLine(int start, in Matrix ctm, double x, double y)
        {
            var from = last;
            Add(start, ctm, x, y);
            if (points > 1 && (Math.Abs(from.X - last.X) < 0.1 || Math.Abs(from.Y - last.Y) < 0.1))
            {
                AddPart(new Box(Math.Min(from.X, last.X), Math.Min(from.Y, last.Y), Math.Max(from.X, last.X), Math.Max(from.Y, last.Y)));
            }
        }

        /// <summary>Rectangles and straight lines of the path; empty where it is only one.</summary>
        public readonly Box[] Parts(in Box clip)
        {
            if (parts is null or { Count: < 2 })
            {
                return [];
            }

            var result = parts.ToArray();
            for (var i = 0; i < result.Length; i++)
            {
                result[i] = result[i].Intersect(clip);
            }

            return result;
        }

        private void AddPart(in Box part)
        {
            parts ??= [];
            if (parts.Count < MaxParts)
            {
                parts.Add(part);
            }
        }

        public void AddRectangle(int start, in Matrix ctm, double x, double y, double width, double height)
        {
            Begin();
            Add(start, ctm, x, y);
            Add(start, ctm, x + width, y);
            Add(start, ctm, x, y + height);
            Add(start, ctm, x + width, y + height);
            var isStraight = (ctm.B == 0 && ctm.C == 0) || (ctm.A == 0 && ctm.D == 0);
            rectangles += isStraight ? 1 : 2;
            begins = true;
            AddPart(ctm.Apply(new Box(Math.Min(x, x + width), Math.Min(y, y + height), Math.Max(x, x + width), Math.Max(y, y + height))));
        }

        public void Clear()
        {
            var kept = parts;
            var pieces = subpaths;
            kept?.Clear();
            pieces?.Clear();
            this = default;
            (parts, subpaths) = (kept, pieces);
        }
    }
}
