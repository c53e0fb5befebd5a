using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Scriban.Functions;

/// <summary>Numbers in texts, hashes and Base64.</summary>
public partial class StringFunctions
{
    private const string NotForSecrets = "Of the language: for keys and checks in documents, not to protect anything.";

    /// <summary>A text as a 32-bit integer, or null.</summary>
    public static object? ToInt(TemplateContext context, string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureOf(context), out var value) ? value : null;

    /// <summary>A text as a 64-bit integer, or null.</summary>
    public static object? ToLong(TemplateContext context, string? text) =>
        long.TryParse(text, NumberStyles.Integer, CultureOf(context), out var value) ? value : null;

    /// <summary>A text as a single-precision number, or null.</summary>
    public static object? ToFloat(TemplateContext context, string? text) =>
        float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureOf(context), out var value) ? value : null;

    /// <summary>A text as a double-precision number, or null.</summary>
    public static object? ToDouble(TemplateContext context, string? text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureOf(context), out var value) ? value : null;

    /// <summary>The MD5 hash of a text.</summary>
    [SuppressMessage("Security", "CA5351", Justification = NotForSecrets)]
    public static string Md5(string? text) => Hex(MD5.HashData(Bytes(text)));

    /// <summary>The SHA-1 hash of a text.</summary>
    [SuppressMessage("Security", "CA5350", Justification = NotForSecrets)]
    public static string Sha1(string? text) => Hex(SHA1.HashData(Bytes(text)));

    /// <summary>The SHA-256 hash of a text.</summary>
    public static string Sha256(string? text) => Hex(SHA256.HashData(Bytes(text)));

    /// <summary>The SHA-512 hash of a text.</summary>
    public static string Sha512(string? text) => Hex(SHA512.HashData(Bytes(text)));

    /// <summary>The HMAC of a text with SHA-1.</summary>
    [SuppressMessage("Security", "CA5350", Justification = NotForSecrets)]
    public static string HmacSha1(string? text, string? secretKey) => Hex(HMACSHA1.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>The HMAC of a text with SHA-256.</summary>
    public static string HmacSha256(string? text, string? secretKey) => Hex(HMACSHA256.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>The HMAC of a text with SHA-512.</summary>
    public static string HmacSha512(string? text, string? secretKey) => Hex(HMACSHA512.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>The UTF-8 bytes of a text in Base64.</summary>
    public static string Base64Encode(string? text) => Convert.ToBase64String(Bytes(text));

    /// <summary>The text of UTF-8 bytes in Base64.</summary>
    public static string Base64Decode(string? text) => Encoding.UTF8.GetString(Convert.FromBase64String(text ?? ""));

    private static byte[] Bytes(string? text) => Encoding.UTF8.GetBytes(text ?? "");

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static CultureInfo CultureOf(TemplateContext context) => context.CurrentCulture;
}
