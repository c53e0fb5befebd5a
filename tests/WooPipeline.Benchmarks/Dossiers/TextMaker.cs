using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WooPipeline.Benchmarks;

/// <summary>Makes invented running text with invented personal data in it, the same for the same seed.</summary>
internal sealed class TextMaker
{
    private readonly Words words;
    private readonly Random random;

    public TextMaker(Words words, ImmutableArray<Person> persons, int seed)
    {
        this.words = words;
        Persons = persons;
        random = new Random(seed);
    }

    public ImmutableArray<Person> Persons { get; }

    public Person AnyPerson() => Persons[random.Next(Persons.Length)];

    public int Number(int from, int to) => random.Next(from, to);

    /// <summary>A number that is small more often than large: sizes of documents.</summary>
    public int Size(int from, int to) => (int)(from * Math.Pow((double)to / from, random.NextDouble()));

    public DateTime Date() => new DateTime(2023, 1, 2, 8, 0, 0, DateTimeKind.Unspecified).AddMinutes(random.Next(0, 500_000));

    public string Sentence()
    {
        var sentence = new StringBuilder(words.Sentences[random.Next(words.Sentences.Length)]);
        Fill(sentence, "{p}", () => AnyPerson().FullName);
        Fill(sentence, "{m}", () => AnyPerson().Address);
        Fill(sentence, "{t}", () => string.Create(CultureInfo.InvariantCulture, $"06-{random.Next(10_000_000, 99_999_999)}"));
        Fill(sentence, "{a}", () => string.Create(CultureInfo.InvariantCulture, $"{words.Streets[random.Next(words.Streets.Length)]} {random.Next(1, 300)}"));
        Fill(sentence, "{o}", () => words.Organisations[random.Next(words.Organisations.Length)]);
        Fill(sentence, "{d}", () => Date().ToString("d-M-yyyy", CultureInfo.InvariantCulture));
        Fill(sentence, "{n}", () => random.Next(2, 900).ToString(CultureInfo.InvariantCulture));
        Fill(sentence, "{z}", () => string.Create(CultureInfo.InvariantCulture, $"Z-{random.Next(2020, 2025)}-{random.Next(1000, 99999)}"));
        return sentence.ToString();
    }

    /// <summary>Paragraphs of about so many characters together.</summary>
    public ImmutableArray<string> Paragraphs(int characters)
    {
        var made = ImmutableArray.CreateBuilder<string>();
        for (var length = 0; length < characters;)
        {
            var paragraph = string.Join(' ', Enumerable.Range(0, random.Next(2, 7)).Select(_ => Sentence()));
            made.Add(paragraph);
            length += paragraph.Length;
        }

        return made.ToImmutable();
    }

    /// <summary>Invented persons with given names, surnames and addresses, each once.</summary>
    public static ImmutableArray<Person> People(Words words, int count, int seed)
    {
        var random = new Random(seed);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var made = ImmutableArray.CreateBuilder<Person>();
        while (made.Count < count)
        {
            var given = words.GivenNames[random.Next(words.GivenNames.Length)];
            var surname = words.Surnames[random.Next(words.Surnames.Length)];
            if (random.Next(4) == 0)
            {
                surname = $"{surname}-{words.Surnames[random.Next(words.Surnames.Length)].Split(' ')[^1]}";
            }

            if (taken.Add(given + surname))
            {
                made.Add(new Person(given, surname, Address(given, surname, taken, random.Next(3) == 0 ? "zandhoven.example" : "minoost.example")));
            }
        }

        return made.ToImmutable();
    }

    private static string Address(string given, string surname, HashSet<string> taken, string domain)
    {
        var local = $"{given[0]}.{surname.Replace(" ", "", StringComparison.Ordinal)}".ToLowerInvariant();
        for (var number = 1; !taken.Add(local + domain); number++)
        {
            local = string.Create(CultureInfo.InvariantCulture, $"{local.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')}{number}");
        }

        return $"{local}@{domain}";
    }

    private static void Fill(StringBuilder sentence, string slot, Func<string> value)
    {
        if (sentence.ToString().Contains(slot, StringComparison.Ordinal))
        {
            sentence.Replace(slot, value());
        }
    }
}
