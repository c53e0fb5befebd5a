using System.Globalization;
using System.Text;

namespace WooPipeline.Review.Tests;

/// <summary>Makes a dossier of many mails with invented persons: the same one each time.</summary>
internal static class LargeDossier
{
    private static readonly string[] Given = ["Anna", "Bram", "Cato", "Daan", "Elsa", "Finn", "Greet", "Hugo", "Iris", "Joep", "Karel", "Lotte", "Mees", "Noor", "Olaf", "Puck"];
    private static readonly string[] Surnames = ["Oostwal", "Zuiderduin", "Kamphorst", "Roodnat", "Griffioen", "Achterveld", "Boskamp", "Dijkgraaf", "Eikelboom", "Hoogland", "Nijenhuis", "Postma", "Terpstra", "Veldkamp"];
    private static readonly string[] Sentences =
    [
        "De planning voor het najaar is aangepast en staat op de gedeelde schijf.", "Kun je voor vrijdag laten weten of de cijfers kloppen?",
        "De gemeente heeft gevraagd om een toelichting op de meldroute.", "In bijlage twee staat het overzicht van alle meldingen sinds januari.",
        "Dit punt komt terug op de agenda van het overleg van volgende week.", "De kosten blijven binnen de raming die in het voorjaar is gemaakt.",
    ];

    public static void Write(string folder, int documents)
    {
        Directory.CreateDirectory(Path.Combine(folder, "bronnen"));
        for (var i = 0; i < documents; i++)
        {
            File.WriteAllText(Path.Combine(folder, "bronnen", string.Create(CultureInfo.InvariantCulture, $"{i:D5}.eml")), Mail(i));
        }
    }

    private static string Mail(int number)
    {
        var random = new Random(number);
        var (from, to, about) = (Person(random), Person(random), Person(random));
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"From: {from.Name} <{from.Mail}>\nTo: {to.Name} <{to.Mail}>\nSubject: Overleg {number}\nMessage-ID: <{number}@example.nl>\n")
            .Append(CultureInfo.InvariantCulture, $"Date: Wed, {1 + (number % 28)} Nov 2023 {8 + (number % 10):D2}:30:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nBeste {to.Name.Split(' ')[0]},\n\n");
        var paragraphs = random.Next(1, 12);
        for (var p = 0; p < paragraphs; p++)
        {
            for (var s = 0; s < 5; s++)
            {
                text.Append(Sentences[random.Next(Sentences.Length)]).Append(' ');
            }

            text.Append(p % 3 == 1 ? $"Vraag het anders aan {about.Name}, 06-{random.Next(10000000, 99999999)}." : "").Append("\n\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"Met vriendelijke groet,\n{from.Name}\n").ToString();
    }

    private static (string Name, string Mail) Person(Random random)
    {
        var (given, surname) = (Given[random.Next(Given.Length)], Surnames[random.Next(Surnames.Length)]);
        return ($"{given} {surname}", $"{given}.{surname}@example.nl".ToLowerInvariant());
    }
}
