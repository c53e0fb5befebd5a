using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>
/// Runs the content of a page with all forms, patterns, masks and appearances it uses, and tells a sink what is shown where
/// (§8, §9). Hostile nesting and loops are cut off; the budget of the file bounds the rest.
/// </summary>
internal sealed partial class ContentInterpreter
{
    private const int MaxFormDepth = 24;
    private const int MaxStates = 512;
    private readonly ContentSource source;
    private readonly IContentSink sink;
    private readonly HashSet<PdfStream> oncePerPage = new(ReferenceEqualityComparer.Instance);
    private readonly List<MarkedContent> marks = [];
    private GraphicsState state;
    private int instances;
    private int painted;

    public ContentInterpreter(ContentSource source, IContentSink sink)
    {
        this.source = source;
        this.sink = sink;
    }

    /// <summary>The graphics state at this operation.</summary>
    public ref readonly GraphicsState State => ref state;

    /// <summary>The instance that runs.</summary>
    public ContentInstance Instance { get; private set; } = null!;

    /// <summary>Text matrix.</summary>
    public Matrix TextMatrix => textMatrix;

    /// <summary>Text line matrix.</summary>
    public Matrix LineMatrix => lineMatrix;

    /// <summary>How many things were painted so far on this page.</summary>
    public int Painted => painted;

    /// <summary>Runs a page: its content, then the appearances of its annotations.</summary>
    public void RunPage(PdfPage page)
    {
        var geometry = PageGeometry.Of(source.File, page);
        oncePerPage.Clear();
        marks.Clear();
        instances = 0;
        painted = 0;
        var instance = new ContentInstance
        {
            Id = instances++,
            Kind = InstanceKind.Page,
            Bytes = source.ContentOf(page),
            Resources = source.File.Resolve(page["Resources"]) as PdfDictionary ?? new PdfDictionary(),
            Space = Matrix.Identity,
        };
        state = GraphicsState.Start(Matrix.Identity, geometry.Visible);
        Run(instance);
        RunAppearances(page, geometry);
    }

    private void Run(ContentInstance instance)
    {
        var outer = (Instance, textMatrix, lineMatrix, marks.Count, hidden);
        Instance = instance;
        hidden |= instance.Kind is InstanceKind.Pattern or InstanceKind.SoftMask ? GlyphFlags.Indirect : GlyphFlags.None;
        sink.BeginInstance(instance);
        var stack = new Stack<GraphicsState>();
        var operation = new ContentOperation();
        var reader = new ContentReader(instance.Bytes.Span);
        while (reader.Next(operation))
        {
            source.File.Budget.Step(1);
            switch (operation.Operator)
            {
                case ContentOperator.Save:
                    if (stack.Count < MaxStates)
                    {
                        stack.Push(state);
                    }

                    break;
                case ContentOperator.Restore:
                    if (stack.TryPop(out var saved))
                    {
                        state = saved;
                    }

                    break;
                default:
                    Execute(operation);
                    break;
            }

            sink.Operation(this, operation);
            AfterOperation(operation);
        }

        if (path.IsOpen)
        {
            path.Clear();
        }

        sink.EndInstance(instance);
        marks.RemoveRange(outer.Count, marks.Count - outer.Count);
        (Instance, textMatrix, lineMatrix, _, hidden) = outer;
        Remark();
    }

    private void Execute(ContentOperation operation)
    {
        switch (operation.Operator)
        {
            case ContentOperator.Concatenate when operation.HasNumbers(6):
                state.Ctm = Six(operation).Then(state.Ctm);
                break;
            case ContentOperator.LineWidth:
                state.LineWidth = Math.Abs(operation.Last(0));
                break;
            case ContentOperator.GraphicsState:
                SetGraphicsState(operation);
                break;
            case ContentOperator.FillColorNamed:
                state.FillsPattern = operation.Operands is [.., { Kind: PdfTokenKind.Name }];
                break;
            case ContentOperator.FillGray or ContentOperator.FillRgb or ContentOperator.FillCmyk or ContentOperator.FillColor or ContentOperator.FillSpace:
                state.FillsPattern = false;
                break;
            case ContentOperator.BeginMarked or ContentOperator.BeginMarkedProperties:
                BeginMarked(operation);
                break;
            case ContentOperator.EndMarked:
                EndMarked();
                break;
            default:
                if (!ExecuteText(operation))
                {
                    ExecutePath(operation);
                }

                break;
        }
    }

    /// <summary>What runs other content or emits glyphs comes after the sink has seen the operation.</summary>
    private void AfterOperation(ContentOperation operation)
    {
        switch (operation.Operator)
        {
            case ContentOperator.Show or ContentOperator.ShowArray or ContentOperator.ShowNextLine or ContentOperator.ShowNextLineSpaced:
                ShowOperands(operation);
                break;
            case ContentOperator.XObject:
                RunXObject(operation);
                break;
            case ContentOperator.InlineImage:
                PaintImage(operation, null, "");
                break;
            case ContentOperator.FillColorNamed or ContentOperator.StrokeColorNamed:
                RunPattern(operation);
                break;
            case ContentOperator.GraphicsState:
                RunSoftMask(operation);
                break;
            case ContentOperator.Shading:
                painted++;
                break;
            default:
                FinishPath(operation);
                break;
        }
    }

    private static Matrix Six(ContentOperation o) => new(o.Last(5), o.Last(4), o.Last(3), o.Last(2), o.Last(1), o.Last(0));

    /// <summary>The name that an operation ends with; null where it doesn't.</summary>
    public string? NameOperand(ContentOperation operation, int index = -1)
    {
        var operands = operation.Operands;
        index = index < 0 ? operands.Count - 1 : index;
        return index >= 0 && index < operands.Count && operands[index].Kind == PdfTokenKind.Name
            ? PdfLexer.DecodeName(Instance.Bytes.Span[operands[index].Start..operands[index].End]) : null;
    }

    /// <summary>An entry of a category of the resources.</summary>
    public PdfObject? Resource(string category, string name) => Instance.Resource(source.File, category, name);

    /// <summary>The instance whose resources give a name to the one that runs.</summary>
    public ContentInstance? OwnerOf(string category, string name) => Instance.OwnerOf(source.File, category, name);

    private void SetGraphicsState(ContentOperation operation)
    {
        if (NameOperand(operation) is not { } name || source.File.Resolve(Resource("ExtGState", name)) is not PdfDictionary set)
        {
            return;
        }

        var file = source.File;
        state.FillAlpha = file.Number(set, "ca", state.FillAlpha);
        state.LineWidth = file.Number(set, "LW", state.LineWidth);
        if (file.Resolve(set["BM"]) is not PdfNull and var blend)
        {
            var mode = blend is PdfArray { Count: > 0 } modes ? file.Resolve(modes[0]) : blend;
            state.BlendsNormally = mode is PdfName { Value: "Normal" or "Compatible" };
        }

        if (set.Contains("SMask"))
        {
            state.IsMasked = file.Resolve(set["SMask"]) is PdfDictionary;
        }

        if (file.Get<PdfArray>(set, "Font") is { Count: >= 2 } font && file.Resolve(font[0]) is PdfDictionary dictionary)
        {
            state.Font = source.Fonts.Load(dictionary);
            state.FontSize = (file.Resolve(font[1]) as PdfNumber)?.ToDouble() ?? state.FontSize;
        }
    }

    private void BeginMarked(ContentOperation operation)
    {
        var tag = NameOperand(operation, 0) ?? "";
        var properties = operation.Operator == ContentOperator.BeginMarkedProperties ? Properties(operation) : null;
        var mcid = -1;
        string? artifact = null;
        var isHidden = false;
        if (source.File.Resolve(properties) is PdfDictionary set)
        {
            mcid = (int)Math.Clamp(source.File.Number(set, "MCID", -1), -1, 1 << 24);
            artifact = tag == "Artifact" ? source.File.Name(set, "Subtype") : null;
            isHidden = tag == "OC" && source.Layers.IsOff(properties);
        }

        if (marks.Count < MaxStates)
        {
            marks.Add(new MarkedContent(tag, mcid, isHidden, artifact));
        }

        Remark();
    }

    /// <summary>The property list of <c>BDC</c> or <c>DP</c>: inline, or named in the resources.</summary>
    public PdfObject? Properties(ContentOperation operation)
    {
        if (operation.Operands.Count < 2)
        {
            return null;
        }

        var second = operation.Operands[1];
        if (second.Kind == PdfTokenKind.Name)
        {
            return Resource("Properties", NameOperand(operation, 1)!);
        }

        if (second.Kind != PdfTokenKind.DictionaryOpen)
        {
            return null;
        }

        var parser = new PdfParser(Instance.Bytes.Span, second.Start);
        return parser.Read();
    }

    private void EndMarked()
    {
        if (marks.Count > 0)
        {
            marks.RemoveAt(marks.Count - 1);
        }

        Remark();
    }

    private void Remark()
    {
        mcid = -1;
        markFlags = GlyphFlags.None;
        foreach (var mark in marks)
        {
            mcid = mark.Mcid >= 0 ? mark.Mcid : mcid;
            markFlags |= mark.IsHidden ? GlyphFlags.LayerOff : GlyphFlags.None;
            markFlags |= mark.ArtifactType switch { "Header" => GlyphFlags.Header, "Footer" => GlyphFlags.Footer, _ => GlyphFlags.None };
        }
    }
}
