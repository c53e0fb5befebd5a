namespace Scriban.Runtime;

/// <summary>Whether a function takes any number of arguments.</summary>
public enum ScriptVarParamKind
{
    /// <summary>It takes its parameters only.</summary>
    None,

    /// <summary>It takes the arguments as they are, without parameters.</summary>
    Direct,

    /// <summary>Its last parameter takes all further arguments.</summary>
    LastParameter,
}
