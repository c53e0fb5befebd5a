using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Follows a content stream and gathers what it shows (ISO 32000-2 §9.4), for the check only.</summary>
internal sealed class PdfTextReader(PdfContainer file, HashSet<int> seen, Dictionary<Dictionary<string, object?>, PdfFontCodes> fonts)
{
    private const int MaxForms = 12;
    private readonly PdfTextState state = new();
    private readonly Stack<(PdfMatrix Page, PdfFontCodes? Font, double Size, double Char, double Word, double Scale, double Leading)> saved = new();
    private readonly Stack<bool> marked = new();
    private readonly List<string> alternatives = [];

    /// <summary>What the page shows.</summary>
    public string Body => state.Body.ToString();

    /// <summary>What it shows within artifacts.</summary>
    public string Artifacts => state.Artifacts.ToString();

    /// <summary>Replacement texts given with marked content.</summary>
    public IReadOnlyList<string> Alternatives => alternatives;

    /// <summary>Reads a content stream.</summary>
    public void Read(byte[] content, Dictionary<string, object?>? resources, int depth = 0)
    {
        var tokens = new PdfTokens(content, 0, content.Length);
        var operands = new List<object?>();
        while (tokens.Next(references: false) is { } token)
        {
            if (token is not PdfWord word)
            {
                operands.Add(token);
                continue;
            }

            if (word.Value == "BI")
            {
                SkipImage(tokens, content);
            }
            else
            {
                Operate(word.Value, operands, resources, depth);
            }

            operands.Clear();
        }
    }

    private void Operate(string name, List<object?> operands, Dictionary<string, object?>? resources, int depth)
    {
        switch (name)
        {
            case "q":
                saved.Push((state.Page, state.Font, state.Size, state.CharSpace, state.WordSpace, state.Scale, state.Leading));
                break;
            case "Q" when saved.TryPop(out var s):
                (state.Page, state.Font, state.Size, state.CharSpace, state.WordSpace, state.Scale, state.Leading) = s;
                break;
            case "cm":
                state.Page = PdfMatrix.Of(operands).Then(state.Page);
                break;
            case "Do" when depth < MaxForms && operands is [PdfName form, ..]:
                Form(form.Value, resources, depth);
                break;
            case "BMC" or "BDC":
                Mark(operands, resources);
                break;
            case "EMC" when marked.TryPop(out var outer):
                state.InArtifact = outer;
                break;
            default:
                Text(name, operands, resources);
                break;
        }
    }

    private void Text(string name, List<object?> operands, Dictionary<string, object?>? resources)
    {
        double Number(int fromEnd) => operands.Count >= fromEnd && operands[^fromEnd] is double value ? value : 0;
        switch (name)
        {
            case "BT": state.Begin(); break;
            case "Tf" when operands is [PdfName font, double size, ..]: SetFont(font.Value, size, resources); break;
            case "Td": state.NextLine(Number(2), Number(1)); break;
            case "TD": state.Leading = -Number(1); state.NextLine(Number(2), Number(1)); break;
            case "Tm": state.SetMatrix(PdfMatrix.Of(operands)); break;
            case "T*": state.NextLine(0, -state.Leading); break;
            case "TL": state.Leading = Number(1); break;
            case "Tc": state.CharSpace = Number(1); break;
            case "Tw": state.WordSpace = Number(1); break;
            case "Tz": state.Scale = Number(1) / 100; break;
            case "Tj": Show(operands); break;
            case "TJ": ShowArray(operands); break;
            case "'": state.NextLine(0, -state.Leading); Show(operands); break;
            case "\"": (state.WordSpace, state.CharSpace) = (Number(3), Number(2)); state.NextLine(0, -state.Leading); Show(operands); break;
            default: break;
        }
    }

    private void Show(List<object?> operands)
    {
        if (operands.LastOrDefault() is byte[] codes)
        {
            state.Show(codes);
        }
    }

    private void ShowArray(List<object?> operands)
    {
        foreach (var item in operands.LastOrDefault() as List<object?> ?? [])
        {
            if (item is byte[] codes)
            {
                state.Show(codes);
            }
            else if (item is double shift)
            {
                state.Adjust(shift);
            }
        }
    }

    private void SetFont(string name, double size, Dictionary<string, object?>? resources)
    {
        state.Size = size;
        if (file.Dictionary(file.Dictionary(resources, "Font"), name) is not { } font)
        {
            state.Font = null;
            return;
        }

        if (!fonts.TryGetValue(font, out var codes))
        {
            fonts[font] = codes = new PdfFontCodes(file, font);
        }

        state.Font = codes;
    }

    private void Form(string name, Dictionary<string, object?>? resources, int depth)
    {
        if (file.Resolve(file.Dictionary(resources, "XObject")?.GetValueOrDefault(name)) is PdfStream { Data: { } data, LeftFilter: null } form
            && file.Name(form.Entries, "Subtype") == "Form")
        {
            seen.Add(form.Number);
            var before = (state.Page, state.Font, state.Size);
            state.Page = PdfMatrix.Of(file.Array(form.Entries, "Matrix")).Then(state.Page);
            Read(data, file.Dictionary(form.Entries, "Resources") ?? resources, depth + 1);
            (state.Page, state.Font, state.Size) = before;
        }
    }

    private void Mark(List<object?> operands, Dictionary<string, object?>? resources)
    {
        marked.Push(state.InArtifact);
        state.InArtifact |= operands is [PdfName { Value: "Artifact" }, ..];
        var properties = operands.LastOrDefault() switch
        {
            Dictionary<string, object?> inline => inline,
            PdfName name when operands.Count > 1 => file.Dictionary(file.Dictionary(resources, "Properties"), name.Value),
            _ => null,
        };
        foreach (var text in properties?.Values.OfType<byte[]>() ?? [])
        {
            alternatives.Add(PdfStrings.Decode(text));
        }
    }

    private static void SkipImage(PdfTokens tokens, byte[] content)
    {
        while (tokens.Next(references: false) is { } token && token is not PdfWord { Value: "ID" })
        {
        }

        for (var at = tokens.Position + 1; at + 2 < content.Length; at++)
        {
            if (content[at] == 'E' && content[at + 1] == 'I' && PdfTokens.IsSpace(content[at - 1]) && PdfTokens.IsSpace(content[at + 2]))
            {
                tokens.Position = at + 2;
                return;
            }
        }

        tokens.Position = content.Length;
    }
}

/// <summary>Text strings outside content (ISO 32000-2 §7.9.2.2).</summary>
internal static class PdfStrings
{
    /// <summary>The text: UTF-16 or UTF-8 by its mark, else one byte a letter.</summary>
    public static string Decode(byte[] bytes) => bytes switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
        _ => EncodedText.Printable(bytes) ?? Encoding.Latin1.GetString(bytes),
    };
}
