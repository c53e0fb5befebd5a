using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Html;

namespace WooPipeline.Formats.Mail;

/// <summary>A part of a message that is shown in its body.</summary>
/// <param name="Kind">How its text is written.</param>
/// <param name="Text">The text.</param>
internal sealed record BodyPart(BodyKind Kind, string Text)
{
    /// <summary>Blocks already made, for the kind <see cref="BodyKind.Blocks"/>.</summary>
    public ImmutableArray<Block> Made { get; init; } = [];

    /// <summary>True where flowed lines drop the blank that marks them.</summary>
    public bool DeleteSpace { get; init; }

    /// <summary>The blocks, with the structure of messages found in them.</summary>
    /// <param name="image">Gives the image of a <c>cid:</c> source.</param>
    public ImmutableArray<Block> Blocks(Func<string, ImageContent?>? image) => Kind switch
    {
        BodyKind.Html => BodyStructure.Find(HtmlTree.Parse(Text, new HtmlTreeOptions { IsMail = true, Image = image }).Blocks),
        BodyKind.Blocks => Made,
        _ => BodyStructure.Find(PlainBody.Blocks(Text, Kind == BodyKind.Flowed, DeleteSpace)),
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
