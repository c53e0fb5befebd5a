using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Review;

/// <summary>The secret of one start of the server: who knows it is the person who started it.</summary>
internal static class SessionToken
{
    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>Compares in a time that doesn't depend on what is alike.</summary>
    public static bool Matches(string? given, string token) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));
}
