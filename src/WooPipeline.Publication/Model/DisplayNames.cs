using System.Collections.Frozen;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>Words that readers see for kinds and labels, from <c>Data/</c>.</summary>
internal static class DisplayNames
{
    private static readonly FrozenDictionary<DocumentKind, string[]> Kinds = DataTable.Read("kinds.csv")
        .ToFrozenDictionary(row => Enum.Parse<DocumentKind>(row[0]));

    private static readonly FrozenDictionary<Label, string> Labels = DataTable.Read("labels.csv")
        .ToFrozenDictionary(row => Enum.Parse<Label>(row[0]), row => row[1]);

    /// <summary>The platform's source type (<c>email</c>).</summary>
    public static string SourceType(DocumentKind kind) => Kinds[kind][1];

    /// <summary>The kind in words (<c>E-mail</c>).</summary>
    public static string Of(DocumentKind kind) => Kinds[kind][2];

    /// <summary>The label in words (<c>naam</c>).</summary>
    public static string Of(Label label) => Labels[label];

    /// <summary>How far a consultation is, in the words of its register.</summary>
    public static string Of(ConsultationState state) => ConsultationRegister.Words(state);

    /// <summary>The title that may be published: the caller's, or the kind with the number.</summary>
    public static string Title(PackageDocument document) =>
        document.Title.Trim().Length > 0 ? document.Title.Trim() : $"{Of(document.Kind)} {document.Id}";
}
