using System.Buffers;
using System.Collections;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Writes values as JSON.</summary>
internal static class JsonPrinter
{
    private const int MaximumDepth = 1000;

    public static string Print(TemplateContext context, SourceSpan span, object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = MaximumDepth }))
        {
            Write(context, span, writer, value, 0);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(TemplateContext context, SourceSpan span, Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth >= (context.ObjectRecursionLimit > 0 ? context.ObjectRecursionLimit : MaximumDepth))
        {
            throw new ScriptRuntimeException(span, "Structure is too deeply nested or contains reference loops.");
        }

        StackGuard.Check(span);
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool b:
                writer.WriteBooleanValue(b);
                break;
            case string or char or DateTime or DateTimeOffset or TimeSpan or Enum or Guid:
                writer.WriteStringValue(value switch
                {
                    DateTime date => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                    DateTimeOffset date => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                    _ => value.ToString(),
                });
                break;
            case BigInteger or double or float or decimal:
            case var _ when ScriptArithmetic.IsNumber(value):
                writer.WriteRawValue(Number(value));
                break;
            case IScriptCustomFunction:
                writer.WriteNullValue();
                break;
            case IEnumerable items and not (IScriptObject and not IList) and not IDictionary:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(context, span, writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteMembers(context, span, writer, value, depth);
                break;
        }
    }

    private static void WriteMembers(TemplateContext context, SourceSpan span, Utf8JsonWriter writer, object value, int depth)
    {
        var accessor = context.GetMemberAccessor(value);
        writer.WriteStartObject();
        foreach (var member in accessor.GetMembers(context, span, value))
        {
            accessor.TryGetValue(context, span, value, member, out var item);
            if (item is not IScriptCustomFunction)
            {
                writer.WritePropertyName(member);
                Write(context, span, writer, item, depth + 1);
            }
        }

        writer.WriteEndObject();
    }

    private static string Number(object value) => value is double d && !double.IsFinite(d) || value is float f && !float.IsFinite(f)
        ? "null"
        : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
}
