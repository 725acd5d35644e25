using System.Security.Cryptography;
using System.Text;

namespace DelegationLang.Emit.Naming;

/// <summary>SHA-256 of texts, as lower-case hexadecimal digits.</summary>
internal static class Fingerprint
{
    /// <summary>All 64 digits for the UTF-8 bytes of a text.</summary>
    public static string Of(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    /// <summary>The first few digits: enough to tell a handful of names apart.</summary>
    public static string Short(string text) => Of(text)[..6];
}
