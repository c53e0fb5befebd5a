namespace WooPipeline.Benchmarks;

/// <summary>An invented person of a generated dossier.</summary>
/// <param name="GivenName">Given name.</param>
/// <param name="Surname">Surname with its particle: <c>van der Laan</c>.</param>
/// <param name="Address">Mail address.</param>
internal sealed record Person(string GivenName, string Surname, string Address)
{
    /// <summary>As a mail program writes it.</summary>
    public string Header => $"\"{Surname}, {GivenName[0]}. ({GivenName})\" <{Address}>";

    /// <summary>As running text writes it.</summary>
    public string FullName => $"{GivenName} {Surname}";
}
