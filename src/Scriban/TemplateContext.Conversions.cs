using System.Collections;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Conversions between the values of templates and .NET types.</summary>
public partial class TemplateContext
{
    /// <summary>A value as text; cut at <see cref="LimitToString"/> where there is such a limit.</summary>
    /// <param name="value">The value.</param>
    /// <param name="nested">Whether it stands in a structure, where strings are in quotes.</param>
    public virtual string ObjectToString(object? value, bool nested = false)
    {
        var text = ValuePrinter.Print(this, value, nested, 0);
        return LimitToString > 0 && text.Length > LimitToString ? string.Concat(text.AsSpan(0, LimitToString), Ellipsis) : text;
    }

    /// <summary>Whether a value counts as empty: null, an empty string, list or object; null for values that can't be empty.</summary>
    public virtual object? IsEmpty(SourceSpan span, object? against) => against switch
    {
        null => null,
        bool b => !b,
        string s => s.Length == 0,
        IList list => list.Count == 0,
        IScriptObject members => members.Count == 0,
        IDictionary dictionary => dictionary.Count == 0,
        IEnumerable items => !items.GetEnumerator().MoveNext(),
        _ => false,
    };

    /// <summary>Whether a value counts as true: anything but null and false.</summary>
    public virtual bool ToBool(SourceSpan span, object? value) => value switch
    {
        null => false,
        bool b => b,
        EmptyScriptObject => false,
        _ => true,
    };

    /// <summary>A value as an integer; null is zero.</summary>
    public virtual int ToInt(SourceSpan span, object? value) =>
        value is int i ? i : Number(span, value, "int", x => x is BigInteger b ? (int)b : Convert.ToInt32(x, CurrentCulture));

    /// <summary>A value as a long integer; null is zero.</summary>
    public virtual long ToLong(SourceSpan span, object? value) =>
        value is int i ? i : Number(span, value, "long", x => x is BigInteger b ? (long)b : Convert.ToInt64(x, CurrentCulture));

    /// <summary>A value as a single-precision number; null is zero.</summary>
    public virtual float ToFloat(SourceSpan span, object? value) =>
        value is float f ? f : Number(span, value, "float", x => x is BigInteger b ? (float)b : Convert.ToSingle(x, CurrentCulture));

    /// <summary>A value as a double-precision number; null is zero.</summary>
    public virtual double ToDouble(SourceSpan span, object? value) =>
        value is double d ? d : Number(span, value, "double", x => x is BigInteger b ? (double)b : Convert.ToDouble(x, CurrentCulture));

    /// <summary>A value as a decimal; null is zero.</summary>
    public virtual decimal ToDecimal(SourceSpan span, object? value) =>
        value is decimal m ? m : Number(span, value, "decimal", x => x is BigInteger b ? (decimal)b : Convert.ToDecimal(x, CurrentCulture));

    /// <summary>A value as a list; null is an empty one, a single value a list of one.</summary>
    public virtual IList ToList(SourceSpan span, object? value)
    {
        switch (value)
        {
            case null:
                return new ScriptArray();
            case IList list:
                return list;
            case IEnumerable items and not string:
                var result = new ScriptArray();
                foreach (var item in items)
                {
                    CheckItems(span, result.Count);
                    result.Add(item);
                }

                return result;
            default:
                throw new ScriptRuntimeException(span, $"Unable to convert type `{GetTypeName(value)}` to list");
        }
    }

    /// <summary>A value as a .NET type.</summary>
    public virtual object? ToObject(SourceSpan span, object? value, Type destinationType)
    {
        ArgumentNullException.ThrowIfNull(destinationType);
        var type = Nullable.GetUnderlyingType(destinationType) ?? destinationType;
        if (value is null)
        {
            return type == destinationType && type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        return type.IsEnum ? ToEnum(span, value, type) : Type.GetTypeCode(type) switch
        {
            TypeCode.String => ObjectToString(value),
            TypeCode.Boolean => ToBool(span, value),
            TypeCode.Int32 => ToInt(span, value),
            TypeCode.Int64 => ToLong(span, value),
            TypeCode.Single => ToFloat(span, value),
            TypeCode.Double => ToDouble(span, value),
            TypeCode.Decimal => ToDecimal(span, value),
            TypeCode.Object => ToOther(span, value, type),
            _ => Change(span, value, type),
        };
    }

    /// <summary>The name of the kind of a value in messages.</summary>
    public virtual string GetTypeName(object? value) => value switch
    {
        null => "null",
        bool => "bool",
        byte => "byte",
        sbyte => "sbyte",
        ushort => "ushort",
        short => "short",
        uint => "uint",
        int => "int",
        ulong => "ulong",
        long => "long",
        string => "string",
        char => "char",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        Enum => "enum",
        DateTime or DateTimeOffset => "datetime",
        TimeSpan => "timespan",
        ScriptRange => "range",
        IScriptCustomFunction => "function",
        IList => "array",
        IScriptObject => "object",
        IEnumerable => "enumerable",
        _ => "object",
    };

    private object ToEnum(SourceSpan span, object value, Type type) =>
        Enum.TryParse(type, ObjectToString(value), true, out var result) ? result! : throw CannotConvert(span, value, type.Name);

    private object ToOther(SourceSpan span, object value, Type type)
    {
        if (type == typeof(object))
        {
            return value;
        }

        if (type == typeof(BigInteger) && ScriptArithmetic.IsNumber(value))
        {
            return value is double or float or decimal ? new BigInteger(ToDouble(span, value)) : ScriptArithmetic.ToBig(value);
        }

        if (type == typeof(TimeSpan) && value is string text && TimeSpan.TryParse(text, CurrentCulture, out var interval))
        {
            return interval;
        }

        if (type == typeof(DateTimeOffset) && value is DateTime date)
        {
            return new DateTimeOffset(date);
        }

        if (value is IEnumerable and not string && type.IsAssignableFrom(typeof(ScriptArray)))
        {
            return ToList(span, value);
        }

        throw CannotConvert(span, value, type == typeof(IList) || type == typeof(IEnumerable) ? "list" : type.Name);
    }

    private object Change(SourceSpan span, object value, Type type)
    {
        if (type == typeof(DateTime) && value is DateTimeOffset date)
        {
            return date.DateTime;
        }

        try
        {
            return Convert.ChangeType(value, type, CurrentCulture);
        }
        catch (Exception ex) when (ex is InvalidCastException or FormatException or OverflowException)
        {
            throw CannotConvert(span, value, type.Name, ex);
        }
    }

    private T Number<T>(SourceSpan span, object? value, string name, Func<object, T> convert)
        where T : struct
    {
        try
        {
            return value is null ? default : convert(value);
        }
        catch (Exception ex) when (ex is InvalidCastException or FormatException or OverflowException)
        {
            throw CannotConvert(span, value, name, ex);
        }
    }

    private ScriptRuntimeException CannotConvert(SourceSpan span, object? value, string name, Exception? cause = null) =>
        new(span, $"Unable to convert type `{GetTypeName(value)}` to {name}", cause);
}
