namespace WooPipeline.Documents;

/// <summary>The written codes of labels (<c>NAME</c>, <c>BIRTHDATE</c>), as registers, gold files and reports use them.</summary>
public static class LabelCode
{
    /// <summary>The code of a label.</summary>
    public static string ToCode(this Label label) => label.ToString().ToUpperInvariant();

    /// <summary>Reads a code in any case; false where it is none.</summary>
    public static bool TryParse(string? code, out Label label) =>
        Enum.TryParse(code?.Trim(), ignoreCase: true, out label) && Enum.IsDefined(label) && !int.TryParse(code, out _);
}
