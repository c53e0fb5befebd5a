using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>An order of all values: null, numbers, texts by the culture, others by their kind or their text.</summary>
internal sealed class ValueComparer(TemplateContext context) : IComparer<object?>
{
    private readonly CompareInfo _text = context.CurrentCulture.CompareInfo;

    public static bool AreEqual(object? left, object? right)
    {
        if (left is not null && right is not null && ScriptArithmetic.IsNumber(left) && ScriptArithmetic.IsNumber(right))
        {
            return left.GetType() == right.GetType()
                ? left.Equals(right)
                : Convert.ToDouble(left, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(right, CultureInfo.InvariantCulture));
        }

        return left is Enum && right is string text ? left.ToString() == text : Equals(left, right);
    }

    public int Compare(object? x, object? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        if (ScriptArithmetic.IsNumber(x) && ScriptArithmetic.IsNumber(y))
        {
            return x.GetType() == y.GetType() ? ((IComparable)x).CompareTo(y) : context.ToDouble(default, x).CompareTo(context.ToDouble(default, y));
        }

        if (x is not string && x is IComparable comparable && x.GetType() == y.GetType())
        {
            return comparable.CompareTo(y);
        }

        return _text.Compare(context.ObjectToString(x), context.ObjectToString(y));
    }
}
