using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>What was named shortly before a cursor: whoever writes about something goes on writing about it.</summary>
internal sealed class RecentWords
{
    /// <summary>How many tokens are looked at. What was named earlier was not named recently.</summary>
    private const int Reach = 3_000;

    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly List<string> sums = [];

    public RecentWords(DocumentView view, int offset)
    {
        IReadOnlyList<SyntaxToken> tokens = view.Tree.Tokens;
        int last = tokens.Count - 1;
        while (last >= 0 && tokens[last].Span.End >= offset)
        {
            last--;
        }

        TokenKind head = TokenKind.EndOfFile;
        for (int i = Math.Max(0, last - Reach); i <= last; i++)
        {
            SyntaxToken token = tokens[i];
            if (token.Kind == TokenKind.Money)
            {
                string sum = view.Source.ToString(token.Span);
                sums.Remove(sum);
                sums.Insert(0, sum);
            }
            else if (token.Kind == TokenKind.Name && !IsDeclared(tokens, i, head))
            {
                Add(SentenceContext.TextOf(view.Source, token.Span), last - i);
            }

            head = i == 0 || tokens[i - 1].Kind == TokenKind.FullStop ? token.Kind : head;
        }
    }

    /// <summary>Figures of money as they were written, the latest first.</summary>
    public IReadOnlyList<string> Sums => sums;

    /// <summary>How long ago something was named: 0 for straight before the cursor, the largest number for never.</summary>
    public int AgeOf(Symbol symbol)
    {
        int age = Age(symbol.Name);
        foreach (string alias in symbol.Aliases)
        {
            age = Math.Min(age, Age(alias));
        }

        return age;
    }

    private int Age(string name) => names.GetValueOrDefault(NameKey.Of(name), int.MaxValue);

    // To declare a thing is not to speak of it yet.
    private static bool IsDeclared(IReadOnlyList<SyntaxToken> tokens, int at, TokenKind head) =>
        (at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Is)
        || (at > 0 && tokens[at - 1].Kind == TokenKind.LineBullet && head is TokenKind.ListOf);

    // "a committee of Board" speaks of Board.
    private void Add(string words, int age)
    {
        names[NameKey.Of(words)] = age;
        int of = words.LastIndexOf(" of ", StringComparison.Ordinal);
        if (of > 0)
        {
            names[NameKey.Of(words[(of + 4)..])] = age;
        }
    }
}
