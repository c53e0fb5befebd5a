using System.Reflection;

namespace Scriban.Runtime;

/// <summary>Gives a .NET member the name it has in templates.</summary>
public delegate string MemberRenamerDelegate(MemberInfo member);

/// <summary>Says whether templates may see a .NET member.</summary>
public delegate bool MemberFilterDelegate(MemberInfo member);
