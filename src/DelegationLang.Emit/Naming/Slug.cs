using System.Text;

namespace DelegationLang.Emit.Naming;

/// <summary>A name as an identifier for addresses: lower-case ASCII letters and digits, words joined by hyphens.</summary>
internal static class Slug
{
    private const int MaximumLength = 80;

    /// <summary>
    /// The slug of a name. It never is empty: a name without a letter or digit that ASCII knows gives a part of its fingerprint.
    /// </summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        bool isLossy = false;
        foreach (string word in NameWords.Split(name))
        {
            int start = slug.Length;
            foreach (char character in word)
            {
                if (!char.IsAsciiLetterOrDigit(character))
                {
                    isLossy = true;
                    continue;
                }

                if (slug.Length == start && start > 0)
                {
                    slug.Append('-');
                }

                slug.Append(char.ToLowerInvariant(character));
            }
        }

        if (slug.Length > MaximumLength)
        {
            slug.Length = MaximumLength;
            isLossy = true;
        }

        if (isLossy || slug.Length == 0)
        {
            slug.Append(slug.Length == 0 ? "x" : "").Append('-').Append(Fingerprint.Short(name));
        }

        return slug.ToString();
    }
}
