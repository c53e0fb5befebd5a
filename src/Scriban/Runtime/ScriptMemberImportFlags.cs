namespace Scriban.Runtime;

/// <summary>Kinds of .NET members to import.</summary>
[Flags]
public enum ScriptMemberImportFlags
{
    /// <summary>Fields.</summary>
    Field = 1,

    /// <summary>Properties.</summary>
    Property = 2,

    /// <summary>Methods.</summary>
    Method = 4,

    /// <summary>Also instance methods of an object.</summary>
    MethodInstance = 8,

    /// <summary>Fields, properties and static methods.</summary>
    All = Field | Property | Method,
}
