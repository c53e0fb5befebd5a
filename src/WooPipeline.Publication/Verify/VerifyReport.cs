using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>What a finding of the check is.</summary>
public enum VerifyKind
{
    /// <summary>Something that was removed still stands: exit 3.</summary>
    Leak,

    /// <summary>A file is missing, not listed, changed, or can't be opened.</summary>
    Structure,
}

/// <summary>A finding; says where, never what.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="File">Path in the package: <c>publicatie/documenten/0001.pdf</c>.</param>
/// <param name="Place">Where in it: <c>pagina 2</c>, <c>word/document.xml</c>, <c>XMP</c>, <c>bestandsnaam</c>.</param>
/// <param name="Message">In Dutch.</param>
/// <param name="Form">Number of the search term in <c>intern/zoektermen.json</c>, from 1; 0 where none is meant.</param>
public sealed record VerifyFinding(VerifyKind Kind, string File, string Place, string Message, int Form = 0);

/// <summary>What the check of a package gave.</summary>
/// <param name="Files">Files of <c>publicatie/</c> that were opened.</param>
/// <param name="Forms">Search terms.</param>
/// <param name="Findings">In order of file.</param>
public sealed record VerifyReport(int Files, int Forms, ImmutableArray<VerifyFinding> Findings)
{
    /// <summary>True where nothing was found.</summary>
    public bool IsClean => Findings.IsEmpty;

    /// <summary>0 where clean, else 3: nothing may be published.</summary>
    public int ExitCode => IsClean ? 0 : 3;
}
