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

        for (int i = last; i >= 0 && i > last - Reach; i--)
        {
            if (tokens[i].Kind == TokenKind.Name)
            {
                Add(SentenceContext.TextOf(view.Source, tokens[i].Span), last - i);
            }
            else if (tokens[i].Kind == TokenKind.Money && view.Source.ToString(tokens[i].Span) is var sum && !sums.Contains(sum))
            {
                sums.Add(sum);
            }
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

    // "a committee of Board" speaks of Board.
    private void Add(string words, int age)
    {
        names.TryAdd(NameKey.Of(words), age);
        int of = words.LastIndexOf(" of ", StringComparison.Ordinal);
        if (of > 0)
        {
            names.TryAdd(NameKey.Of(words[(of + 4)..]), age);
        }
    }
}
