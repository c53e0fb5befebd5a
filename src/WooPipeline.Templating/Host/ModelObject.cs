using Scriban.Runtime;

namespace WooPipeline.Templating;

/// <summary>A part of our data as the engine sees it.</summary>
internal sealed class ModelObject : ScriptObject
{
    public ModelObject(TemplateObject source)
        : base(source.Keys.Count, autoImportStaticsFromThisType: false) => Source = source;

    public TemplateObject Source { get; }
}
