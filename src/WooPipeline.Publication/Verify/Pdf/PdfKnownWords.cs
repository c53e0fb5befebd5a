using System.Collections.Frozen;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>The names and operators that most files are made of, one object each: a file of a few pages holds thousands.</summary>
internal static class PdfKnownWords
{
    private const int Longest = 24;

    private static readonly FrozenDictionary<string, PdfName>.AlternateLookup<ReadOnlySpan<char>> Names = Table(
        "Type Subtype S P K Pg Pages Page Parent Kids Count Contents Resources Font XObject MediaBox CropBox StructElem StructTreeRoot StructParents StructParent MCR MCID OBJR Obj "
        + "Span Artifact Sect Part Div H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody Figure Link Note Document TOC TOCI A O E T Alt ActualText Lang Title Catalog Annots Annot "
        + "Rect Border F F1 F2 F3 F4 F1C F2C F3C F4C Dest XYZ Filter FlateDecode Length Length1 Metadata ObjStm XRef N First Index W Size Root Info ID Tabs Attributes ColSpan RowSpan Scope "
        + "BBox Placement Block Headers Column Row FontDescriptor BaseFont Encoding Widths FirstChar LastChar ToUnicode Next Prev Outlines Nums ParentTree ParentTreeNextKey RoleMap Names",
        n => new PdfName(n));

    private static readonly FrozenDictionary<string, PdfWord>.AlternateLookup<ReadOnlySpan<char>> Words = Table(
        "BT ET Tf Td TD Tm T* Tj TJ Tc Tw Tz TL Tr Ts q Q cm Do BMC BDC EMC re f f* S s n W W* m l c h v y rg RG g G k K cs CS sc scn SC SCN gs w J j M d ri i sh B B* b b* BI ID EI true false null obj endobj stream R",
        w => new PdfWord(w));

    /// <summary>A name without escapes.</summary>
    public static PdfName Name(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[Longest];
        return bytes.Length <= Longest && Names.TryGetValue(text[..Encoding.Latin1.GetChars(bytes, text)], out var name) ? name : new PdfName(Encoding.Latin1.GetString(bytes));
    }

    /// <summary>A bare word.</summary>
    public static PdfWord Word(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[Longest];
        return bytes.Length <= Longest && Words.TryGetValue(text[..Encoding.Latin1.GetChars(bytes, text)], out var word) ? word : new PdfWord(Encoding.Latin1.GetString(bytes));
    }

    private static FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Table<T>(string words, Func<string, T> make) =>
        words.Split(' ').Distinct(StringComparer.Ordinal).ToFrozenDictionary(w => w, make, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
