using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Reports names that nobody declared, with what the author probably meant.</summary>
internal sealed class UndeclaredNames(
    SymbolTable symbols, KindTable kinds, BrokenText broken, ImmutableArray<SyntaxTree> libraryTrees, bool isIncomplete, Reporter reporter)
{
    // Looking for the closest name goes through every name there is. A scheme in which everything is unknown (the file of declarations
    // was left out) must not take minutes to say so: after so many names looked at, the rest are reported without a suggestion.
    private const int MostNamesLookedAt = 1_500_000;

    private readonly LikelyDeclaration likely = new(symbols, kinds);
    private int namesLookedAt;
    private readonly Dictionary<Wanted, string?> suggestions = [];

    /// <summary>Whose scheme it is, as far as it is known; declarations that are offered belong to it.</summary>
    public PartySymbol? OwnOrganisation { get; set; }

    /// <summary>Whether some declared name is close to this one.</summary>
    public bool HasSuggestion(string name) => Suggest(name, default) is not null;

    /// <summary>Reports the name, unless a fault of reading that is reported already hides what it is.</summary>
    public void Report(Scope scope, NamePart name, Expectation wanted)
    {
        scope.HasErrors = true;
        if (broken.Explains(scope, name))
        {
            return;
        }

        string written = MessageWords.Quote(name.Text);
        if (kinds.Find(name.Text, scope.IsLibrary) is { } kind)
        {
            Report(
                scope,
                name,
                $"{written} is a kind, not the name of anything declared",
                $"declare the one you mean, for example `Example is {MessageWords.WithArticle(kind.Name)}.`, and write its name here",
                char.IsUpper(name.Text[0]) && wanted.Families.Contains(kind.Family) ? [Declare(scope, $"{name.AsWritten} is {likely.Of(scope, name, wanted, OwnOrganisation)}.")] : []);
            return;
        }

        string? suggestion = Suggest(name.Text, wanted.Families);
        if (isIncomplete && suggestion is null)
        {
            // A file or a library that could not be brought in may well declare it.
            return;
        }

        if (LookAlikes.TwinOf(name.Text, symbols) is { } twin)
        {
            twin.IsReferenced = true;
            Report(
                scope,
                name,
                $"{written} is not declared anywhere: it looks like {MessageWords.Quote(twin.Name)}, and is written with other letters",
                "type the name again here",
                [new CodeFix($"Write {MessageWords.Quote(twin.Name)}", [new TextEdit(name.Location, MessageWords.Writable(twin.Name))])]);
        }
        else if (wanted.Families.Contains(SymbolFamily.Role) && PartyPhrases.Find(name, isMisspelling: suggestion is not null && BeginsAlike(suggestion, name.Text)) is { } phrase)
        {
            reporter.Report(scope, phrase);
        }
        else if (PaperWords(scope, name) is { } paper)
        {
            reporter.Report(scope, paper);
        }
        else if (Mistyped(scope, name) is { } mistyped)
        {
            reporter.Report(scope, mistyped);
        }
        else if (LibraryNames.WithName(name.Text, libraryTrees) is { } library)
        {
            Report(
                scope,
                name,
                $"{written} is declared by the library `{library}`, which no file uses",
                $"write `use {library}.` before the first declaration",
                [LibraryNames.Use(scope, library)]);
        }
        else if (suggestion is not null)
        {
            // Whoever is meant is used, if not yet by the right name.
            foreach (Symbol meant in symbols.Find(suggestion, fromLibrary: false))
            {
                meant.IsReferenced = true;
            }

            var replacement = new CodeFix($"Replace it by {MessageWords.Quote(suggestion)}", [new TextEdit(name.Location, MessageWords.Writable(suggestion))]);
            Report(
                scope,
                name,
                $"{written} is not declared anywhere",
                $"did you mean {MessageWords.Quote(suggestion)}?",
                [replacement, Declare(scope, $"{name.AsWritten} is {likely.Of(scope, name, wanted, OwnOrganisation)}.")]);
        }
        else if (Elsewhere(name.Text) is { } elsewhere)
        {
            Report(scope, name, elsewhere.Message, $"declare it: `{elsewhere.Declaration}`", [Declare(scope, elsewhere.Declaration)]);
        }
        else if (BeginsDeclared(scope, name) is { } beginning)
        {
            string rest = name.Text[beginning..].TrimStart();
            bool isBasis = rest.StartsWith("per ", StringComparison.Ordinal) && rest.Length > 4;
            Report(
                scope,
                name,
                $"{MessageWords.Quote(name.Text[..beginning])} is declared, but {written} is not",
                isBasis
                    ? $"if amounts are counted so, declare it: `{rest[4..]} is a basis.`"
                    : Negations.IsIn(rest) ? Negations.Help
                    : $"{MessageWords.Quote(rest)} is no clause that is known here: a comma or a word such as `reporting to`, `at` or `for` may be missing",
                isBasis ? [Declare(scope, $"{rest[4..]} is a basis.")] : []);
        }
        else if (wanted.Families.Contains(SymbolFamily.Matter) && PaperSubjects.Find(name, symbols) is { } subject)
        {
            reporter.Report(scope, subject);
        }
        else
        {
            string declaration = $"{name.AsWritten} is {likely.Of(scope, name, wanted, OwnOrganisation)}.";
            Report(scope, name, $"{written} is not declared anywhere", $"declare it: `{declaration}`", [Declare(scope, declaration)]);
        }
    }

    // "All Age Board" for "All Ages Board", but not "any two of Director" for "Director".
    private static bool BeginsAlike(string suggestion, string name) =>
        suggestion.AsSpan(0, WordEnd(suggestion)).Equals(name.AsSpan(0, WordEnd(name)), StringComparison.OrdinalIgnoreCase);

    private static int WordEnd(string text) => text.IndexOf(' ', StringComparison.Ordinal) is var end && end < 0 ? text.Length : end;

    private static CodeFix Declare(Scope scope, string declaration) =>
        new("Declare it before this sentence", [new TextEdit(new SourceLocation(scope.Source, new TextSpan(scope.Sentence.Span.Start, 0)), declaration + "\n")]);

    private void Report(Scope scope, NamePart name, string message, string help, ImmutableArray<CodeFix> fixes) =>
        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.UndeclaredName, name.Location, message)
        {
            Label = "not declared",
            Help = help,
            Fixes = fixes,
        });

    // The closest declared name, of the families wanted before any other.
    private string? Suggest(string name, FamilySet families)
    {
        var key = new Wanted(NameKey.Of(name), families.Bits);
        if (suggestions.TryGetValue(key, out string? known) || namesLookedAt > MostNamesLookedAt)
        {
            return known;
        }

        namesLookedAt += symbols.Count;
        string? suggestion = Suggestions.Find(symbols, name, families);
        suggestions.Add(key, suggestion);
        return suggestion;
    }

    // "Board of Council" where both are declared, but that Board is somebody else's.
    private (string Message, string Declaration)? Elsewhere(string name)
    {
        for (int of = name.LastIndexOf(" of ", StringComparison.Ordinal); of > 0; of = name.LastIndexOf(" of ", of - 1, StringComparison.Ordinal))
        {
            ImmutableArray<Symbol> things = symbols.Find(name[..of], fromLibrary: false);
            ImmutableArray<Symbol> owners = symbols.Find(name[(of + 4)..], fromLibrary: false);
            if (things.IsEmpty || owners.IsEmpty)
            {
                continue;
            }

            Symbol thing = things[0];
            string owner = MessageWords.Quote(owners[0].Name);
            string message = thing.Owners.IsEmpty
                ? $"{MessageWords.Quote(thing.Name)} is declared, but not as one of {owner}"
                : $"{owner} has no {MessageWords.Quote(thing.Name)}: the one declared is of {Wording.List([.. thing.Owners.Select(other => MessageWords.Quote(other.Name))])}";
            return (message, $"{MessageWords.Writable(thing.Name)} is {MessageWords.KindOf(thing)} of {MessageWords.Writable(owners[0].Name)}.");
        }

        return null;
    }

    // "Risk Committee reporting Board": the length of the longest declared name that it begins with.
    private int? BeginsDeclared(Scope scope, NamePart name)
    {
        for (int space = name.Text.LastIndexOf(' '); space > 0; space = name.Text.LastIndexOf(' ', space - 1))
        {
            if (!symbols.Find(name.Text[..space], scope.IsLibrary).IsEmpty)
            {
                return space;
            }
        }

        return null;
    }

    // "Finance Director if urgent": what follows a declared name is said otherwise here.
    private Diagnostic? PaperWords(Scope scope, NamePart name)
    {
        if (BeginsDeclared(scope, name) is not { } beginning)
        {
            return null;
        }

        string content = scope.Source.Content;
        int start = name.Location.Span.Start;
        for (int words = name.Text[..beginning].Split(' ').Length; words > 0; words--)
        {
            start = SourceScan.SkipTrivia(content, SourceScan.WordEnd(content, start));
        }

        return start < name.Location.Span.End && Colloquial.At(content, start, content.Length, out int end) is { } phrase
            ? ColloquialFaults.Of(scope.Source, phrase, start, end) with { Descriptor = SemanticDiagnostics.UndeclaredName }
            : null;
    }

    // "Chief Executive untill 31 March": what follows a declared name is nearly a clause.
    private Diagnostic? Mistyped(Scope scope, NamePart name)
    {
        TextSpan span = name.Location.Span;
        if (BeginsDeclared(scope, name) is null && !name.Text.StartsWith("all ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Slip? slip = Slips.In(scope.Source.Content, span.Start, span.End, canStart: false, words => IsKnown(scope, words));
        return slip is null ? null : ParsingFaults.NoClause(scope.Source, slip) with { Descriptor = SemanticDiagnostics.UndeclaredName };
    }

    // "all matters" and its like are no name that anybody declares, and clauses may follow them.
    private bool IsKnown(Scope scope, string words) => words.StartsWith("all ", StringComparison.OrdinalIgnoreCase)
        ? words.EndsWith("matters", StringComparison.Ordinal)
        : !symbols.Find(words, scope.IsLibrary).IsEmpty;

    /// <summary>A name that nobody declared, and what was wanted of it.</summary>
    private sealed record Wanted(string Key, uint Families);
}
