using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Parliament;

/// <summary>A value for a cell of a register, drawn from archived messages, that waits for a person's decision. It enters nothing by itself.</summary>
/// <param name="Register">The register: <c>registers/uitvraag.csv</c>.</param>
/// <param name="Row">The row by its key (respondent, zaaknummer); one that isn't there yet is added where the proposal is taken.</param>
/// <param name="Column">The column.</param>
/// <param name="Current">What the cell holds now; empty where nothing.</param>
/// <param name="Value">What is proposed.</param>
/// <param name="Reason">Why, in Dutch.</param>
/// <param name="Evidence">The messages it rests on.</param>
public sealed record Proposal(string Register, string Row, string Column, string Current, string Value, string Reason, ImmutableArray<ProposalEvidence> Evidence)
{
    /// <summary>The cell it is for.</summary>
    internal (string Register, string Row, string Column) Cell => (Register, Row, Column);

    /// <summary>Twelve letters and digits, the same for the same proposal on every run.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Register, Row, Column, Current, Value))))[..12];
}

/// <summary>Where a proposal can be checked.</summary>
/// <param name="Source">Path of the message.</param>
/// <param name="Place">Where in it: <c>Date</c>, <c>tekst</c>.</param>
/// <param name="Quote">The words it rests on; empty where the place says it all.</param>
public sealed record ProposalEvidence(string Source, string Place, string Quote = "")
{
    /// <summary><c>bronnen/009.eml (Date)</c>.</summary>
    public override string ToString() => $"{Source} ({Place}{(Quote.Length > 0 ? $": “{Quote}”" : "")})";
}
