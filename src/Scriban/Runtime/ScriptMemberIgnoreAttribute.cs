namespace Scriban.Runtime;

/// <summary>Hides a member from templates.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ScriptMemberIgnoreAttribute : Attribute
{
}
