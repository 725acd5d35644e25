using DelegationLang.Parsing;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>The likeliest declaration of an unknown name, from its words and from where it stands, for a fix that the author will look over.</summary>
internal sealed class LikelyDeclaration(SymbolTable symbols, KindTable kinds)
{
    private static readonly string[] WordsBeforeFigures = ["up", "to", "at", "least", "above", "below", "worth", "of", "between"];

    private bool? hasBoard;

    private bool HasBoard => hasBoard ??= symbols.SchemeEntries.Any(entry => entry.Value.Any(symbol => symbol.Kind.Is("board")));

    /// <summary>What follows <c>is</c>: <c>an officer of ICB</c>.</summary>
    /// <param name="scope">The sentence in which the name stands.</param>
    /// <param name="name">The name.</param>
    /// <param name="wanted">What may stand there.</param>
    /// <param name="owner">Whose it is, if that is known.</param>
    public string Of(Scope scope, NamePart name, Expectation wanted, PartySymbol? owner)
    {
        bool isOfBoard = HasBoard;
        string? unit = wanted.Families.Contains(SymbolFamily.Measure) ? UnitAfter(scope.Source.Content, name.Location.Span.End) : null;
        KindSymbol kind = (unit is null ? null : Known("measure"))
            ?? KindGuess.Of(kinds.All, name.Text).FirstOrDefault(guess => wanted.Families.Contains(guess.Family) && !(isOfBoard && guess.Name == "board"))
            ?? Usual(wanted.Families);
        string article = kind.Name == "board" ? "the board" : MessageWords.WithArticle(kind.Name);
        return kind.Family switch
        {
            SymbolFamily.Measure => $"{article} in {unit ?? "pounds"}",
            SymbolFamily.Group or SymbolFamily.Role or SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget or SymbolFamily.Place when owner is not null =>
                $"{article} of {MessageWords.Writable(owner.DisplayName)}",
            _ => article,
        };
    }

    // Where the words say nothing: most parties that are not declared are posts.
    private KindSymbol Usual(FamilySet families) =>
        Known(families.Contains(SymbolFamily.Role) ? "officer"
            : families.Contains(SymbolFamily.Measure) && !families.Contains(SymbolFamily.Condition) ? "measure"
            : families.Families().First() switch
            {
                SymbolFamily.Organisation => "organisation",
                SymbolFamily.Group => "committee",
                SymbolFamily.Function => "function",
                SymbolFamily.Matter => "matter",
                SymbolFamily.Budget => "budget",
                SymbolFamily.Place => "place",
                SymbolFamily.Power => "power",
                SymbolFamily.Agreement => "agreement",
                SymbolFamily.Condition => "condition",
                SymbolFamily.Basis => "basis",
                _ => "amount",
            });

    private KindSymbol Known(string name) => kinds.Find(name, fromLibrary: true) ?? throw new InvalidOperationException($"The language has no kind {name}.");

    // "contract length up to 3 years" is measured in years; none where no figure follows.
    private static string? UnitAfter(string text, int position)
    {
        int at = SourceScan.SkipSpace(text, position);
        for (int words = 0; words < 3 && at < text.Length && char.IsAsciiLetterLower(text[at]); words++)
        {
            int end = SourceScan.WordEnd(text, at);
            if (!WordsBeforeFigures.Contains(text[at..end]))
            {
                return null;
            }

            at = SourceScan.SkipSpace(text, end);
        }

        if (at >= text.Length || Currencies.IsSign(text[at]) || Currencies.IsMoneyAt(text, at, out _))
        {
            return at < text.Length ? "pounds" : null;
        }

        if (!char.IsAsciiDigit(text[at]))
        {
            return null;
        }

        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ',' || (text[at] is '.' && !SourceScan.IsFullStop(text, at))))
        {
            at++;
        }

        int unit = SourceScan.SkipSpace(text, at);
        return unit < text.Length && text[unit] == '%' ? "percent"
            : unit < text.Length && char.IsAsciiLetterLower(text[unit]) ? text[unit..SourceScan.WordEnd(text, unit)] : "pounds";
    }
}
