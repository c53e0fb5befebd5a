namespace WooPipeline.Templating;

/// <summary>What kind of value a template sees.</summary>
public enum TemplateKind
{
    /// <summary>No value was seen: the example leaves it empty.</summary>
    Empty,

    /// <summary>It can't be told without rendering; nothing is held against it.</summary>
    Any,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text that is Markdown already.</summary>
    Markdown,

    /// <summary>A date as ISO 8601 writes it.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    YesNo,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object with members.</summary>
    Object,

    /// <summary>A function.</summary>
    Function,
}
