using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Reports of names that do not resolve, with what the author probably meant.</summary>
internal sealed class NameFaults(SymbolTable symbols, KindTable kinds, Reporter reporter)
{
    // Looking for the closest name goes through every name there is. A file in which everything is unknown (a name of the wrong scheme
    // pasted a thousand times) must not take minutes to say so.
    private const int MostSuggestions = 300;

    private readonly Dictionary<(string Key, uint Families), string?> suggestions = [];

    /// <summary>Whose scheme it is, as far as it is known; declarations that are offered belong to it.</summary>
    public PartySymbol? OwnOrganisation { get; set; }

    /// <summary>Whether some declared name is close to this one.</summary>
    public bool HasSuggestion(string name) => Suggest(name, default) is not null;

    public void Undeclared(Scope scope, NamePart name, Expectation wanted)
    {
        string written = Wording.Quote(name.Text);
        if (kinds.Find(name.Text, scope.IsLibrary) is { } kind)
        {
            reporter.Report(scope, new Diagnostic(SemanticDiagnostics.UndeclaredName, name.Location, $"{written} is a kind, not the name of anything declared")
            {
                Label = "the name of a kind",
                Help = $"declare the one you mean, for example `Example is {Wording.WithArticle(kind.Name)}.`, and write its name here",
            });
            return;
        }

        string message = $"{written} is not declared anywhere";
        string help;
        var fixes = ImmutableArray.CreateBuilder<CodeFix>();
        if (Suggest(name.Text, wanted.Families) is { } suggestion)
        {
            help = $"did you mean {Wording.Quote(suggestion)}?";
            fixes.Add(new CodeFix($"Replace it by {Wording.Quote(suggestion)}", [new TextEdit(name.Location, Wording.Writable(suggestion))]));
        }
        else
        {
            help = $"declare it: `{name.AsWritten} is {Declaration(name.Text, wanted)}.`";
            if (ElsewhereOwned(name.Text) is { } elsewhere)
            {
                message = elsewhere;
            }
        }

        var declaration = new SourceLocation(scope.Source, new TextSpan(scope.Sentence.Span.Start, 0));
        fixes.Add(new CodeFix("Declare it before this sentence", [new TextEdit(declaration, $"{name.AsWritten} is {Declaration(name.Text, wanted)}.\n")]));
        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.UndeclaredName, name.Location, message)
        {
            Label = "not declared",
            Help = help,
            Fixes = fixes.DrainToImmutable(),
        });
    }

    public void WrongKind(Scope scope, NamePart name, Expectation wanted, Symbol symbol) =>
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.WrongKind, name.Location, $"{Wording.Quote(name.Text)} is {Wording.KindOf(symbol)}{wanted.Objection}")
        {
            Label = Wording.KindOf(symbol),
            Help = $"name {wanted.Noun} here",
            Related = [new RelatedLocation("declared here", symbol.Location)],
        });

    public void Ambiguous(Scope scope, NamePart name, ImmutableArray<Symbol> candidates)
    {
        List<string> meanings = [.. candidates.Select(DisplayNames.Qualified)];
        ImmutableArray<CodeFix> fixes = [.. candidates
            .Where(candidate => !candidate.Owners.IsEmpty)
            .Select(DisplayNames.Qualified)
            .Distinct(StringComparer.Ordinal)
            .Select(meaning => new CodeFix($"Write {Wording.Quote(meaning)}", [new TextEdit(name.Location, Wording.Writable(meaning))]))];
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.AmbiguousName,
            name.Location,
            $"{Wording.Quote(name.Text)} may mean {Wording.List([.. candidates.Zip(meanings, Describe)], "or")}")
        {
            Label = "which one?",
            Help = fixes.IsEmpty
                ? "give one of them another name, or say whose it is where it is declared, with `of`"
                : $"Say whose it is, with `of`: {Wording.List([.. meanings.Distinct(StringComparer.Ordinal).Select(Wording.Quote)], "or")}.",
            Related = [.. candidates.Select(candidate => new RelatedLocation($"{Wording.KindOf(candidate)}, declared here", candidate.Location))],
            Fixes = fixes,
        });
    }

    /// <summary>The closest declared name, of the families wanted before any other; none when nothing is close.</summary>
    public string? Suggest(string name, FamilySet families)
    {
        (string, uint) key = (NameKey.Of(name), families.Bits);
        if (suggestions.TryGetValue(key, out string? known) || suggestions.Count >= MostSuggestions)
        {
            return known;
        }

        string? suggestion = Suggestions.Find(symbols, name, families);
        suggestions.Add(key, suggestion);
        return suggestion;
    }

    private static string Describe(Symbol symbol, string meaning)
    {
        // "the Board of ICB" says it all; two things of one name and no owner are told apart by what they are.
        return symbol.Owners.IsEmpty ? $"{Wording.Quote(meaning)} ({Wording.KindOf(symbol)})" : Wording.Quote(meaning);
    }

    /// <summary>Where <c>X of OWNER</c> fails though both are declared: whose X is.</summary>
    private string? ElsewhereOwned(string name)
    {
        for (int of = name.LastIndexOf(" of ", StringComparison.Ordinal); of > 0; of = name.LastIndexOf(" of ", of - 1, StringComparison.Ordinal))
        {
            ImmutableArray<Symbol> things = symbols.Find(name[..of], fromLibrary: false);
            ImmutableArray<Symbol> owners = symbols.Find(name[(of + 4)..], fromLibrary: false);
            if (!things.IsEmpty && !owners.IsEmpty)
            {
                string owner = Wording.Quote(owners[0].Name);
                return things[0].Owners.IsEmpty
                    ? $"{Wording.Quote(things[0].Name)} is declared, but not as one of {owner}"
                    : $"{owner} has no {Wording.Quote(things[0].Name)}; it is declared of {Wording.List([.. things[0].Owners.Select(o => Wording.Quote(o.Name))])}";
            }
        }

        return null;
    }

    // The likeliest declaration of an unknown name, for a fix that the author will look over.
    private string Declaration(string name, Expectation wanted)
    {
        string ofOwn = OwnOrganisation is null ? "" : " of " + OwnOrganisation.DisplayName;
        bool isGroup = name.Contains("committee", StringComparison.OrdinalIgnoreCase) || name.Contains("board", StringComparison.OrdinalIgnoreCase);
        if (wanted.Families.Contains(SymbolFamily.Group) && isGroup)
        {
            return "a committee" + ofOwn;
        }

        SymbolFamily family = wanted.Families.Contains(SymbolFamily.Role) ? SymbolFamily.Role : wanted.Families.Families().First();
        return family switch
        {
            SymbolFamily.Role => "an officer" + ofOwn,
            SymbolFamily.Organisation => "an organisation",
            SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget or SymbolFamily.Place => Wording.Family(family) + ofOwn,
            SymbolFamily.Measure or SymbolFamily.Amount => "a measure in pounds",
            _ => Wording.Family(family),
        };
    }
}
