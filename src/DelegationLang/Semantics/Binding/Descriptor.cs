using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>What the words after <c>is</c> say: <c>a committee of Board</c>, <c>a measure in years</c>, <c>a kind of board</c>.</summary>
/// <param name="Kind">The kind; none when nobody declared it.</param>
/// <param name="KindWords">The words for the kind.</param>
/// <param name="Owner">The words after <c>of</c>; none when there are none.</param>
/// <param name="Unit">The words after <c>in</c>.</param>
internal sealed record Descriptor(KindSymbol? Kind, NamePart KindWords, NamePart? Owner, NamePart? Unit)
{
    private const string KindOf = "kind of ";

    /// <summary>The parent in <c>a kind of PARENT</c>; none when the words declare something else.</summary>
    public static NamePart? ParentKind(NamePart words)
    {
        int start = AfterArticle(words.Text);
        return words.Text.AsSpan(start).StartsWith(KindOf, StringComparison.OrdinalIgnoreCase)
            ? words.Slice(start + KindOf.Length, words.Text.Length)
            : null;
    }

    /// <summary>Reads the words: the longest known kind, then <c>of</c> or <c>in</c> or nothing.</summary>
    public static Descriptor Read(NamePart words, KindTable kinds, bool fromLibrary)
    {
        string text = words.Text;
        int start = AfterArticle(text);
        for (int end = text.Length; end > start; end = Boundary(text, end))
        {
            NamePart kindWords = words.Slice(start, end);
            if (kinds.Find(kindWords.Text, fromLibrary) is { } kind)
            {
                return Rest(words, kind, kindWords, end);
            }
        }

        int of = text.IndexOf(" of ", StringComparison.Ordinal);
        return of < start
            ? new Descriptor(null, words.Slice(start, text.Length), null, null)
            : new Descriptor(null, words.Slice(start, of), words.Slice(of + 4, text.Length), null);
    }

    private static Descriptor Rest(NamePart words, KindSymbol kind, NamePart kindWords, int end)
    {
        string text = words.Text;
        NamePart? unit = null;
        if (StartsWith(text, end, " in "))
        {
            // "a measure in days of absence" is one unit; "a measure in years of ICB" is not read as an owner either: nobody owns a number.
            unit = words.Slice(end + 4, text.Length);
            return new Descriptor(kind, kindWords, null, unit);
        }

        return new Descriptor(kind, kindWords, StartsWith(text, end, " of ") ? words.Slice(end + 4, text.Length) : null, unit);
    }

    // The end of the next shorter run of words after which "of" or "in" follows.
    private static int Boundary(string text, int end)
    {
        if (end <= 1)
        {
            return 0;
        }

        for (int i = end - 1; i > 0; i--)
        {
            if (text[i] == ' ' && (StartsWith(text, i, " of ") || StartsWith(text, i, " in ") || i + 3 == text.Length && text.EndsWith(" of", StringComparison.Ordinal)))
            {
                return i;
            }
        }

        return 0;
    }

    private static bool StartsWith(string text, int position, string words) =>
        text.AsSpan(position).StartsWith(words, StringComparison.Ordinal);

    private static int AfterArticle(string text)
    {
        foreach (string article in (ReadOnlySpan<string>)["a ", "an ", "the "])
        {
            if (text.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                return article.Length;
            }
        }

        return 0;
    }
}
