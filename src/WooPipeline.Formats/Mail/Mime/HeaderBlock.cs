using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>The header fields of a message or part, in order, doubles kept.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="BodyStart">Offset of the first byte of the body in the bytes read.</param>
internal sealed record HeaderBlock(ImmutableArray<MimeHeader> Fields, int BodyStart)
{
    /// <summary>The first field of a name, or null.</summary>
    public MimeHeader? First(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Is(name))
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>All fields of a name.</summary>
    public IEnumerable<MimeHeader> All(string name) => Fields.Where(f => f.Is(name));
}
