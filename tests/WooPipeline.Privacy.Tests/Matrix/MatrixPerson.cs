namespace WooPipeline.Privacy.Tests;

/// <summary>An invented person of the matrix, and how texts write the name.</summary>
internal sealed record MatrixPerson(string Kind, string Given, string Initials, string Particles, string Surname)
{
    private string Small => (Particles + (Particles is "" or [.., '\''] ? "" : " ") + Surname).Trim();

    private string Capital => Particles.Length == 0 ? Surname : char.ToUpperInvariant(Small[0]) + Small[1..];

    public string Full => Given + " " + Small;

    /// <summary>As a mail header names the person.</summary>
    public string Header => $"\"{Surname}, {Initials} {Particles}".TrimEnd() + $" ({Given})\" <{Initials[0]}.info@dienst.example>";

    /// <summary>The name as a placeholder asks for it; null where it asks for no name.</summary>
    public string? Write(char form) => form switch
    {
        'F' => Full,
        'S' => Capital,
        's' => Small,
        'G' => Given,
        'I' => Initials + " " + Small,
        'C' => Full.ToUpperInvariant(),
        'L' => Full.ToLowerInvariant(),
        'g' => Given.ToLowerInvariant(),
        'P' => "Pieter Bakker",
        'K' => "Karin",
        _ => null,
    };
}
