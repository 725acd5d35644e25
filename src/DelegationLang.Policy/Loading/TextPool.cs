using System.Text;

namespace DelegationLang.Policy.Loading;

/// <summary>
/// Texts of which a file has few, each many times: names of files, bases, currencies. Each is made once; where two fall on one place of the pool,
/// the later takes it.
/// </summary>
internal sealed class TextPool
{
    private const int Places = 64;
    private const int LongestText = 100;

    private readonly byte[]?[] bytes = new byte[Places][];
    private readonly string[] texts = new string[Places];

    /// <summary>The text of these bytes.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        int hash = utf8.Length;
        foreach (byte one in utf8)
        {
            hash = unchecked((hash * 31) + one);
        }

        int place = hash & (Places - 1);
        if (bytes[place] is not { } held || !utf8.SequenceEqual(held))
        {
            bytes[place] = utf8.ToArray();
            texts[place] = Encoding.UTF8.GetString(utf8);
        }

        return texts[place];
    }
}
