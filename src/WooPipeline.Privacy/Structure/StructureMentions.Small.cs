namespace WooPipeline.Privacy;

/// <summary>The part that reads one word in small letters where only somebody's name stands: <c>dag jan,</c>, <c>groetjes jp</c>, <c>gr faatje</c>.</summary>
internal sealed partial class StructureMentions
{
    /// <summary>Ends a message in few letters; behind these stands who wrote it, while thanks are followed by whom they are for, or by nobody.</summary>
    private bool IsGreetingOff(int k) => words.Folded(k) is "gr" or "grt" or "grtz" or "groet" or "groeten" or "groetjes" or "mvg" or "liefs" or "regards" or "cheers";

    /// <summary>A line of a form that asks for nothing but a part of a name.</summary>
    private static bool IsNamePart(Field field) => field.LabelText is "achternaam" or "familienaam" or "geboortenaam" or "meisjesnaam" or "voornaam" or "voornamen" or "roepnaam" or "surname" or "last name" or "first name" or "family name" or "given name";

    private bool SmallName(int k, string rule)
    {
        const WordClass Never = WordClass.Filler | WordClass.Particle | WordClass.Title | WordClass.Function | WordClass.Greeting | WordClass.Closing | WordClass.Relative | WordClass.Organisation | WordClass.Place | WordClass.Day;
        var token = words[k];
        if (!token.IsWord || token.IsCapital || token.Is(Never))
        {
            return false;
        }

        var closes = rule == "name.closing";
        var sure = !closes || IsGreetingOff(k - 1);
        var only = (token.Class & ~(WordClass.Given | WordClass.Surname | WordClass.Female | WordClass.Male | WordClass.Frequent)) == WordClass.None;
        if (token.Length > 1 && token.Is(WordClass.Given) && (only || sure) || (sure && only && token.Length > 2))
        {
            var builder = new NameBuilder();
            builder.AddGiven(words.Folded(k));
            mentions.Add(new Mention(new NameSpan(k, k + 1, builder.Build()), token.Is(WordClass.Given) && only ? Strength.Strong : Strength.Guess, rule, 0.8));
            return true;
        }

        if (closes && sure && token.Length is 2 or 3 && !token.Is(WordClass.Common | WordClass.Plain))
        {
            mentions.Add(new Mention(new NameSpan(k, k + 1, CodeMentions.Unknown), Strength.Guess, "name.reference", 0.75));
            return true;
        }

        return false;
    }
}
