namespace WooPipeline.Privacy;

/// <summary>Joins the cells of a row that hold parts of one name: surname, particle, given name, initials in columns of their own.</summary>
internal static class NameColumns
{
    public static void Find(TokenText words, List<Field> fields, List<Mention> mentions)
    {
        var joined = new List<Mention>();
        for (var i = 0; i < fields.Count;)
        {
            var end = i + 1;
            while (end < fields.Count && fields[end].Row == fields[i].Row && fields[end].IsCell)
            {
                end++;
            }

            if (fields[i].IsCell && end - i > 1)
            {
                Row(words, fields, i, end, joined);
            }

            i = end;
        }

        if (joined.Count > 0)
        {
            // The whole name outranks what its parts looked like one by one.
            var places = new HashSet<int>(joined.SelectMany(m => Enumerable.Range(m.Name.First, m.Name.End - m.Name.First)));
            mentions.RemoveAll(m => places.Contains(m.Name.First));
            mentions.AddRange(joined);
        }
    }

    private static void Row(TokenText words, List<Field> fields, int from, int to, List<Mention> mentions)
    {
        var surname = fields.FindIndex(from, to - from, f => f.LabelText is "achternaam" or "surname" or "last name" or "familienaam" or "lastname");
        var given = fields.FindIndex(from, to - from, f => f.LabelText is "voornaam" or "voornamen" or "roepnaam" or "first name" or "given name" or "firstname");
        if (surname < 0 || (given < 0 && !fields.Exists(f => f.LabelText == "voorletters")))
        {
            return;
        }

        var builder = new NameBuilder();
        foreach (var k in Words(words, given < 0 ? default : fields[given]))
        {
            if (words[k].Is(WordClass.Particle))
            {
                builder.AddParticle(words.Folded(k));
            }
            else
            {
                builder.AddGiven(words.Folded(k));
            }
        }

        var particle = fields.FindIndex(from, to - from, f => f.LabelText is "tussenvoegsel" or "tussenvoegsels" or "voorvoegsel");
        foreach (var k in Words(words, particle < 0 ? default : fields[particle]))
        {
            builder.AddParticle(words.Folded(k));
        }

        var letters = fields.FindIndex(from, to - from, f => f.LabelText is "voorletters" or "initialen" or "initials");
        foreach (var k in Words(words, letters < 0 ? default : fields[letters]))
        {
            builder.AddInitials(words.Folded(k));
        }

        var own = Words(words, fields[surname]).ToList();
        AddSurname(words, own, builder);
        if (own.Count == 0 || !builder.HasGivenOrInitials)
        {
            return;
        }

        var name = builder.Build();
        mentions.Add(new Mention(new NameSpan(own[0], own[^1] + 1, name), Strength.Confirmed, "name.columns", 0.97));
        if (given >= 0 && Words(words, fields[given]).ToList() is { Count: > 0 } cell)
        {
            mentions.Add(new Mention(new NameSpan(cell[0], cell[^1] + 1, name with { Surname = [], Halves = [] }), Strength.Confirmed, "name.columns", 0.97));
        }
    }

    private static void AddSurname(TokenText words, List<int> own, NameBuilder builder)
    {
        var leading = true;
        foreach (var k in own)
        {
            leading &= words[k].Is(WordClass.Particle) && k < own[^1];
            if (leading || (builder.SurnameCount > 0 && words[k].Is(WordClass.Particle) && words.GapBefore(k) is Gap.Comma))
            {
                builder.AddParticle(words.Folded(k));
                continue;
            }

            if (builder.SurnameCount > 0 && words.GapBefore(k) is Gap.Hyphen or Gap.SpacedHyphen)
            {
                builder.StartHalf();
            }

            builder.AddSurname(words.Folded(k));
        }
    }

    private static IEnumerable<int> Words(TokenText words, Field field)
    {
        if (field.End <= field.Start)
        {
            yield break;
        }

        for (var k = words.IndexAt(field.Start); k < words.Count && words[k].Start < field.End; k++)
        {
            if (words[k].IsWord)
            {
                yield return k;
            }
        }
    }
}
