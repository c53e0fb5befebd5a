using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Publication;

/// <summary>What the templates of this room are given, read off what rendering gives them.</summary>
public static class PublicationModels
{
    /// <summary>The models of <c>besluit</c> and, where the input has a consultation, <c>zienswijze</c>.</summary>
    public static ImmutableArray<TemplateModel> Of(PackageInput input, LetterTexts texts)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(texts);
        return
        [
            new("besluit", TemplateType.Of(DecisionLetterModel.Of(input, texts))),
            .. input.Consultations.Take(1).Select(c => new TemplateModel("zienswijze", TemplateType.Of(ConsultationView.Model(c, input.Dossier)))),
        ];
    }
}
