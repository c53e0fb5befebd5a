using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Rewriting of marked content, resources and what is not known.</summary>
internal sealed partial class ContentRewriter
{
    private static readonly string[] ArtifactTypes = ["Pagination", "Layout", "Page", "Background", "Header", "Footer", "Watermark"];

    private void Other(Frame frame, ContentInterpreter interpreter, ContentOperation operation)
    {
        var writer = frame.Writer;
        switch (operation.Operator)
        {
            case ContentOperator.Save:
                writer.Saves++;
                break;
            case ContentOperator.Restore:
                if (writer.Saves == 0)
                {
                    Drop(writer, operation); // a restore too many would undo what the new file sets around
                }
                else
                {
                    writer.Saves--;
                }

                break;
            case ContentOperator.BeginMarked or ContentOperator.BeginMarkedProperties:
                BeginMarked(frame, interpreter, operation);
                break;
            case ContentOperator.EndMarked:
                EndMarked(frame, operation);
                break;
            case ContentOperator.MarkPoint or ContentOperator.MarkPointProperties or ContentOperator.BeginCompatibility or ContentOperator.EndCompatibility:
                Drop(writer, operation);
                break;
            case ContentOperator.Shading when IsLayerOff:
                Drop(writer, operation);
                break;
            default:
                if (!Enum.IsDefined(operation.Operator) || operation.Operator == ContentOperator.Unknown)
                {
                    Drop(writer, operation);
                }
                else
                {
                    Resources(frame, interpreter, operation);
                }

                break;
        }
    }

    private static void Drop(InstanceWriter writer, ContentOperation operation)
    {
        writer.CopyTo(operation.Start);
        writer.Add(" ");
        writer.SkipTo(operation.End);
    }

    private void Resources(Frame frame, ContentInterpreter interpreter, ContentOperation operation)
    {
        var name = interpreter.NameOperand(operation);
        switch (operation.Operator)
        {
            case ContentOperator.Font when operation.Operands.Count >= 2:
                Keep(frame, interpreter, "Font", interpreter.NameOperand(operation, operation.Operands.Count - 2));
                break;
            case ContentOperator.FillSpace or ContentOperator.StrokeSpace:
                Keep(frame, interpreter, "ColorSpace", name);
                break;
            case ContentOperator.Shading:
                Keep(frame, interpreter, "Shading", name);
                break;
            case ContentOperator.XObject when name is not null:
                Use(frame, interpreter, operation, "XObject", name);
                break;
            case ContentOperator.FillColorNamed or ContentOperator.StrokeColorNamed when name is not null:
                Use(frame, interpreter, operation, "Pattern", name);
                break;
            case ContentOperator.GraphicsState when name is not null:
                Use(frame, interpreter, operation, "ExtGState", name);
                break;
            default:
                break;
        }
    }

    /// <summary>A resource that is used stays where it was given: a stream's own resources, or those of the stream that uses it.</summary>
    private void Keep(Frame frame, ContentInterpreter interpreter, string category, string? name)
    {
        if (name is not null)
        {
            HolderOf(frame, interpreter, category, name).Resources.Add(category, name);
        }
    }

    private InstanceWriter HolderOf(Frame frame, ContentInterpreter interpreter, string category, string name)
    {
        var owner = interpreter.OwnerOf(category, name);
        return frames.FirstOrDefault(f => ReferenceEquals(f.Writer.Instance, owner))?.Writer ?? frame.Writer;
    }

    private void Use(Frame frame, ContentInterpreter interpreter, ContentOperation operation, string category, string name)
    {
        var value = target.Resolve(interpreter.Resource(category, name));
        if (value is PdfStream xobject && category == "XObject" && (IsLayerOff || target.IsOff(xobject.Dictionary["OC"])))
        {
            frame.Writer.IsRedacted = true;
            Drop(frame.Writer, operation);
            return;
        }

        frame.Use = new ResourceUse(operation.Start, operation.End, category, name, HolderOf(frame, interpreter, category, name));
        var stream = value is PdfDictionary state ? target.Resolve((target.Resolve(state["SMask"]) as PdfDictionary)?["G"]) : value;
        if (category != "XObject" && stream is PdfStream used && redactedStreams.TryGetValue(used, out var redacted))
        {
            Replace(frame, category == "ExtGState" ? target.GraphicsStateWithMask((PdfDictionary)value, redacted) : redacted);
        }
    }

    /// <summary>A stream that was used has run: where it was redacted the use is given the new one.</summary>
    private void Child(ContentInstance instance, InstanceWriter child)
    {
        var reference = target.Stream(child);
        var parent = Top;
        if (!child.IsRedacted || parent.Use is not { } use) // not redacted, or its use was dropped
        {
            return;
        }

        redactedStreams[instance.Stream!] = reference;
        Replace(parent, use.Category == "ExtGState" ? target.GraphicsStateWithMask(StateOf(instance), reference) : reference);
    }

    /// <summary>Gives the operation that waits another resource.</summary>
    private static void Replace(Frame frame, PdfObject value)
    {
        var use = frame.Use!.Value;
        frame.Use = null;
        frame.Writer.IsRedacted = true;
        var name = frame.Writer.Resources.AddNew(use.Category, value);
        var bytes = frame.Writer.Instance.Bytes.Span[use.Start..use.End];
        var slash = bytes.LastIndexOf((byte)'/');
        var lexer = new PdfLexer(bytes, slash);
        lexer.Next();
        frame.Writer.CopyTo(use.Start + slash);
        frame.Writer.Add($"/{name} ");
        frame.Writer.SkipTo(use.Start + lexer.Position);
    }

    private PdfDictionary StateOf(ContentInstance mask)
    {
        for (var at = mask.Parent; at is not null; at = at.Parent)
        {
            if (target.Resolve(at.Resources["ExtGState"]) is PdfDictionary states && target.Resolve(states[mask.Name]) is PdfDictionary state)
            {
                return state;
            }
        }

        return new PdfDictionary();
    }

    private void BeginMarked(Frame frame, ContentInterpreter interpreter, ContentOperation operation)
    {
        var writer = frame.Writer;
        writer.Marks++;
        var tag = interpreter.NameOperand(operation, 0) ?? "Span";
        var properties = operation.Operator == ContentOperator.BeginMarkedProperties ? interpreter.Properties(operation) : null;
        frame.OffMarks.Add(tag == "OC" && target.IsOff(properties));
        IsLayerOff = frames.Any(f => f.OffMarks.Contains(true));
        if (properties is null && operation.Operator == ContentOperator.BeginMarked)
        {
            return;
        }

        var kept = target.Resolve(properties) is PdfDictionary set ? KeptProperties(tag, set) : "";
        writer.CopyTo(operation.Start);
        var name = NameText(tag);
        writer.Add(kept.Length > 0 ? $"{name} <<{kept}>> BDC" : $"{name} BMC");
        writer.SkipTo(operation.End);
    }

    private static string KeptProperties(string tag, PdfDictionary set)
    {
        var kept = set["MCID"] is PdfInteger mcid ? $"/MCID {mcid.Value} " : "";
        if (tag == "Artifact")
        {
            foreach (var key in (ReadOnlySpan<string>)["Type", "Subtype"])
            {
                kept += set[key] is PdfName name && ArtifactTypes.Contains(name.Value) ? $"/{key} /{name.Value} " : "";
            }
        }

        // Up to three letters (a ligature, a soft hyphen) say nothing that the letters shown don't.
        if (set["ActualText"] is PdfString text && PdfTextString.Decode(text) is { Length: > 0 and <= 3 } said)
        {
            kept += $"/ActualText <FEFF{Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(said))}> ";
        }

        return kept;
    }

    private static string NameText(string name)
    {
        using var bytes = new MemoryStream();
        var output = new PdfOutput(bytes);
        output.Name(name);
        output.Flush();
        return System.Text.Encoding.Latin1.GetString(bytes.ToArray());
    }

    private void EndMarked(Frame frame, ContentOperation operation)
    {
        if (frame.Writer.Marks == 0)
        {
            Drop(frame.Writer, operation);
            return;
        }

        frame.Writer.Marks--;
        frame.OffMarks.RemoveAt(frame.OffMarks.Count - 1);
        IsLayerOff = frames.Any(f => f.OffMarks.Contains(true));
    }
}
