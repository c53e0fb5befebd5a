using System.Collections.Frozen;
using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Reads contact cards, <c>.vcf</c> (vCard 2.1, 3.0, 4.0: RFC 6350); pictures and keys are left out.</summary>
public sealed class ContactCardReader : IFormatReader
{
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["FN"] = "Naam",
        ["N"] = "Naamdelen",
        ["NICKNAME"] = "Roepnaam",
        ["EMAIL"] = "E-mail",
        ["TEL"] = "Telefoon",
        ["ADR"] = "Adres",
        ["LABEL"] = "Adres",
        ["ORG"] = "Organisatie",
        ["TITLE"] = "Functie",
        ["ROLE"] = "Rol",
        ["BDAY"] = "Geboren",
        ["URL"] = "Website",
        ["NOTE"] = "Opmerking",
    }.ToFrozenDictionary();

    /// <inheritdoc/>
    public string Format => "contactkaart";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ContentStart.Is(file.Content.Span, "BEGIN:VCARD"u8);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var fields = new List<Field>();
        var title = "";
        foreach (var line in ContentLine.Of(TextDecoder.Decode(file.Content.Span, null, out _), limits))
        {
            if (line.Name == "END" && fields.Count > 0)
            {
                blocks.Add(new FieldList([.. fields]));
                fields.Clear();
            }
            else if (line.Name is not ("BEGIN" or "END" or "PHOTO" or "LOGO" or "SOUND" or "KEY" or "VERSION"))
            {
                var value = string.Join(' ', line.Text.Split([';', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                fields.Add(new Field(Labels.GetValueOrDefault(line.Name, line.Name), [new TextRun(value)], line.Name));
                title = title.Length == 0 && line.Name == "FN" ? value : title;
            }
        }

        if (fields.Count > 0)
        {
            blocks.Add(new FieldList([.. fields])); // a card cut short
        }

        return blocks.Count == 0
            ? new Quarantined("beschadigd", "De contactkaart heeft geen velden. Vraag het bestand opnieuw op bij de bron.")
            : new DocumentRead(new DocumentTree { Kind = DocumentKind.ContactCard, FileName = file.Name, Title = title, Blocks = blocks.ToImmutable() });
    }
}
