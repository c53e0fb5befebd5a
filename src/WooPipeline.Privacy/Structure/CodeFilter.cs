namespace WooPipeline.Privacy;

/// <summary>Which first and last letters the codes of a document have, so that only names that can spell one of them are spelled out.</summary>
internal sealed class CodeFilter
{
    private const int Others = 26;
    private readonly uint[] lastByFirst = new uint[Others + 1];

    /// <summary>Notes a folded code.</summary>
    public void Add(ReadOnlySpan<char> code)
    {
        if (!code.IsEmpty)
        {
            lastByFirst[Index(code[0])] |= 1u << Index(code[^1]);
        }
    }

    /// <summary>False where no code of a full name can be one of those noted; see <see cref="InitialCodes"/>.</summary>
    public bool MaySpell(PersonName name)
    {
        var lasts = 0u;
        foreach (var word in name.Surname)
        {
            lasts |= 1u << Index(word[0]);
        }

        if (name.Surname.Length > 0 && name.Surname[0].Length > 2)
        {
            lasts |= 1u << Index(name.Surname[0][1]);
        }

        if (name.Given.Length > 0)
        {
            lasts |= 1u << Index(name.Given[^1][0]);
        }

        return (name.Given.Length > 0 && (lastByFirst[Index(name.Given[0][0])] & lasts) != 0) || (name.Initials.Length > 0 && (lastByFirst[Index(name.Initials[0])] & lasts) != 0);
    }

    private static int Index(char c) => char.IsAsciiLetterLower(c) ? c - 'a' : Others;
}
