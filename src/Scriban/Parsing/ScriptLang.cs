namespace Scriban.Parsing;

/// <summary>The language of a template. Only <see cref="Default"/> is supported here; the others give a parse error.</summary>
public enum ScriptLang
{
    /// <summary>The native language.</summary>
    Default,

    /// <summary>Liquid, not supported.</summary>
    Liquid,

    /// <summary>The scientific dialect, not supported.</summary>
    Scientific,
}
