using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>Where each name of a scheme stands, and what stands at each place.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<SourceText, List<NameSpan>> bySource = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Symbol, List<NameSpan>> bySymbol = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceLocation> seen = [];
    private readonly Dictionary<Symbol, string[]> keys = new(ReferenceEqualityComparer.Instance);
    private readonly SchemeModel model;

    public ReferenceIndex(SchemeModel model)
    {
        this.model = model;
        AddDeclarations();
        foreach (NameUse use in model.Uses)
        {
            AddUse(use.Symbol, use.Location, use.Text);
        }

        foreach (List<NameSpan> spans in bySource.Values)
        {
            spans.Sort(Compare);
        }

        foreach (List<NameSpan> spans in bySymbol.Values)
        {
            spans.Sort(Compare);
        }
    }

    /// <summary>All places of a symbol, sorted within each text.</summary>
    public IReadOnlyList<NameSpan> Of(Symbol symbol) => bySymbol.TryGetValue(symbol, out List<NameSpan>? spans) ? spans : [];

    /// <summary>All names of a text, in its order.</summary>
    public IReadOnlyList<NameSpan> In(SourceText source) => bySource.TryGetValue(source, out List<NameSpan>? spans) ? spans : [];

    /// <summary>The name at an offset, or one that ends there; the narrowest where one stands inside another.</summary>
    public NameSpan? At(SourceText source, int offset)
    {
        IReadOnlyList<NameSpan> spans = In(source);
        int low = 0, high = spans.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (spans[middle].Location.Span.Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        NameSpan? best = null;
        for (int i = high; i >= 0 && i > high - 16; i--)
        {
            TextSpan span = spans[i].Location.Span;
            if (offset <= span.End && (best is null || span.Length < best.Location.Span.Length))
            {
                best = spans[i];
            }
        }

        return best;
    }

    private static int Compare(NameSpan a, NameSpan b)
    {
        int byFile = string.CompareOrdinal(a.Location.File, b.Location.File);
        int byStart = byFile != 0 ? byFile : a.Location.Span.Start.CompareTo(b.Location.Span.Start);
        return byStart != 0 ? byStart : b.Location.Span.Length.CompareTo(a.Location.Span.Length);
    }

    private void AddDeclarations()
    {
        var declared = new Dictionary<SourceLocation, Symbol>();
        foreach (Symbol symbol in model.Symbols)
        {
            if (symbol.Location.Source is not null)
            {
                declared.TryAdd(symbol.Location, symbol);
                Add(symbol, symbol.Location, symbol.Name, isDeclaration: true);
            }
        }

        foreach (SyntaxTree tree in model.Trees)
        {
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                switch (sentence)
                {
                    case DeclarationSyntax declaration:
                        AddDeclaration(tree, declaration.Name, declaration.Clauses, declared);
                        break;
                    case ListDeclarationSyntax list:
                        foreach (ListItemSyntax item in list.Items)
                        {
                            AddDeclaration(tree, item.Name, item.Clauses, declared);
                        }

                        break;
                }
            }
        }
    }

    // A sum is declared again for other days, and a thing is known by other names: these declare it too.
    private void AddDeclaration(SyntaxTree tree, NameSyntax name, IReadOnlyList<ClauseSyntax> clauses, Dictionary<SourceLocation, Symbol> declared)
    {
        var location = new SourceLocation(tree.Source, name.Span);
        if (!declared.TryGetValue(location, out Symbol? symbol))
        {
            if (name.IsMissing || model.Names.Find(name.Text) is not [AmountSymbol amount])
            {
                return;
            }

            symbol = amount;
            Add(symbol, location, name.Text, isDeclaration: true);
        }

        foreach (ClauseSyntax clause in clauses)
        {
            if (clause is NamesClauseSyntax { Kind: ClauseKind.KnownAs } knownAs)
            {
                foreach (NameSyntax alias in knownAs.Names)
                {
                    Add(symbol, new SourceLocation(tree.Source, alias.Span), alias.Text, isDeclaration: true);
                }
            }
        }
    }

    private void AddUse(Symbol symbol, SourceLocation location, string text)
    {
        if (location.Source is null || !seen.Add(location))
        {
            return;
        }

        // "Chair of Board of Council" speaks of three things.
        if (!IsNameOf(symbol, text))
        {
            for (int of = text.IndexOf(" of ", StringComparison.Ordinal); of > 0; of = text.IndexOf(" of ", of + 1, StringComparison.Ordinal))
            {
                if (IsNameOf(symbol, text[..of]) && OwnerNamed(symbol, text[(of + 4)..], 0) is { } owner && Split(location, of) is { } parts)
                {
                    Add(symbol, parts[0], text[..of], isDeclaration: false);
                    AddUse(owner, parts[1], text[(of + 4)..]);
                    return;
                }
            }
        }

        Record(new NameSpan(symbol, location, text, IsDeclaration: false));
    }

    private static SourceLocation[]? Split(SourceLocation location, int of)
    {
        // Where the words stand as they are (on one line, unquoted or quoted as a whole), the places can be counted off; otherwise they are looked for.
        string written = location.Source.ToString(location.Span);
        int at = written.IndexOf(" of ", Math.Min(of, written.Length), StringComparison.Ordinal);
        if (at != of && at != of + 1)
        {
            return null;
        }

        bool isQuoted = written.Length > 1 && written[0] is '"' or '\u201C' && at == of + 1 && !written.AsSpan(1, at - 1).ContainsAny('"', '\u201D');
        int start = location.Span.Start + (isQuoted ? 1 : 0);
        int end = location.Span.End - (isQuoted ? 1 : 0);
        return
        [
            new SourceLocation(location.Source, TextSpan.FromBounds(start, location.Span.Start + at)),
            new SourceLocation(location.Source, TextSpan.FromBounds(location.Span.Start + at + 4, end)),
        ];
    }

    // Most names are written as they were declared: only for the others is there anything to fold.
    private bool IsNameOf(Symbol symbol, string text) =>
        string.Equals(text, symbol.Name, StringComparison.Ordinal) || Array.IndexOf(KeysOf(symbol), NameKey.Of(text)) >= 0;

    private string[] KeysOf(Symbol symbol)
    {
        if (!keys.TryGetValue(symbol, out string[]? known))
        {
            known = [.. symbol.Aliases.Prepend(symbol.Name).Select(NameKey.Of)];
            keys.Add(symbol, known);
        }

        return known;
    }

    // The owner after "of", or the owner's owner, that the words name; they may go on with an owner of that one.
    private Symbol? OwnerNamed(Symbol symbol, string text, int depth)
    {
        foreach (Symbol owner in symbol.Owners)
        {
            bool isNamed = IsNameOf(owner, text) || (text.IndexOf(" of ", StringComparison.Ordinal) is var of and > 0 && IsNameOf(owner, text[..of]));
            if (isNamed)
            {
                return owner;
            }

            if (depth < 8 && OwnerNamed(owner, text, depth + 1) is { } further)
            {
                return further;
            }
        }

        return null;
    }

    private void Add(Symbol symbol, SourceLocation location, string text, bool isDeclaration)
    {
        if (seen.Add(location) && location.Span.Length > 0)
        {
            Record(new NameSpan(symbol, location, text, isDeclaration));
        }
    }

    private void Record(NameSpan span)
    {
        ListOf(bySource, span.Location.Source).Add(span);
        ListOf(bySymbol, span.Symbol).Add(span);
    }

    private static List<NameSpan> ListOf<T>(Dictionary<T, List<NameSpan>> lists, T key)
        where T : class
    {
        if (!lists.TryGetValue(key, out List<NameSpan>? list))
        {
            list = [];
            lists.Add(key, list);
        }

        return list;
    }
}
