using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>An operator with its operands; one object is used again for all of a stream.</summary>
internal sealed class ContentOperation
{
    /// <summary>Operands as tokens, arrays and dictionaries laid flat.</summary>
    public List<ContentToken> Operands { get; } = [];

    public ContentOperator Operator { get; set; }

    /// <summary>First byte of the first operand, or of the operator where it has none.</summary>
    public int Start { get; set; }

    /// <summary>First byte of the operator.</summary>
    public int OperatorStart { get; set; }

    /// <summary>One past the operator's last byte (of an inline image: of its <c>EI</c>).</summary>
    public int End { get; set; }

    /// <summary>The data of an inline image; the operands are its dictionary's keys and values.</summary>
    public (int Start, int End) ImageData { get; set; }

    /// <summary>The number at a place counted from the end: 0 is the last operand.</summary>
    public double Last(int fromEnd)
    {
        var index = Operands.Count - 1 - fromEnd;
        return index >= 0 ? Operands[index].Number : 0;
    }

    /// <summary>True where there are at least so many operands and the last ones are numbers.</summary>
    public bool HasNumbers(int count)
    {
        if (Operands.Count < count)
        {
            return false;
        }

        for (var i = Operands.Count - count; i < Operands.Count; i++)
        {
            if (Operands[i].Kind is not (PdfTokenKind.Integer or PdfTokenKind.Real))
            {
                return false;
            }
        }

        return true;
    }
}
