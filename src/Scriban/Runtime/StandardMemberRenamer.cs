using System.Reflection;
using System.Text;

namespace Scriban.Runtime;

/// <summary>The standard names: <c>MyMember</c> is <c>my_member</c>.</summary>
public static class StandardMemberRenamer
{
    /// <summary>The renamer.</summary>
    public static readonly MemberRenamerDelegate Default = Rename;

    /// <summary>The standard name of a member.</summary>
    public static string Rename(MemberInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Rename(member.Name);
    }

    /// <summary>The standard form of a name: an underscore before an upper-case letter that doesn't follow one, all in lower case.</summary>
    public static string Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var result = new StringBuilder(name.Length + 4);
        var afterUpper = false;
        foreach (var c in name)
        {
            var isUpper = char.IsUpper(c);
            if (isUpper && !afterUpper && result.Length > 0 && result[^1] != '_')
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(c));
            afterUpper = isUpper;
        }

        return result.ToString();
    }
}
