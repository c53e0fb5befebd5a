using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Html;

namespace WooPipeline.Formats.Mail;

/// <summary>A part of a message that is shown in its body.</summary>
/// <param name="Kind">How its text is written.</param>
/// <param name="Text">The text.</param>
internal sealed record BodyPart(BodyKind Kind, string Text)
{
    private ImmutableArray<Block> made;

    /// <summary>Blocks already made, for the kind <see cref="BodyKind.Blocks"/>.</summary>
    public ImmutableArray<Block> Made { get; init; } = [];

    /// <summary>Gives the images of a body that was not written in this message's own parts; null for the message's.</summary>
    public Func<string, ImageContent?>? Image { get; init; }

    /// <summary>True where flowed lines drop the blank that marks them.</summary>
    public bool DeleteSpace { get; init; }

    /// <summary>The clock of the message; null for none.</summary>
    public ReadBudget? Budget { get; init; }

    /// <summary>Who wrote it.</summary>
    public SenderName Sender { get; init; } = SenderName.Unknown;

    /// <summary>The blocks, with the structure of messages found in them; made once.</summary>
    /// <param name="image">Gives the image of a <c>cid:</c> source; null where images are of no account.</param>
    public ImmutableArray<Block> Blocks(Func<string, ImageContent?>? image)
    {
        var find = Image ?? image;
        if (made.IsDefault || (find is not null && Kind == BodyKind.Html && Text.Contains("cid:", StringComparison.OrdinalIgnoreCase)))
        {
            made = Make(find);
        }

        return made;
    }

    private ImmutableArray<Block> Make(Func<string, ImageContent?>? find) => Kind switch
    {
        BodyKind.Html => BodyStructure.Find(MarkedQuotes.Find(HtmlTree.Parse(Text, new HtmlTreeOptions { IsMail = true, Image = find, Budget = Budget }).Blocks), Sender, Budget),
        BodyKind.Blocks => Made,
        _ => BodyStructure.Find(PlainBody.Blocks(Text, Kind == BodyKind.Flowed, DeleteSpace), Sender, Budget),
    };
}

/// <summary>How the text of a body part is written.</summary>
internal enum BodyKind
{
    Plain,
    Flowed,
    Html,
    Blocks,
}
