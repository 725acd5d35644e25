using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Reports of names that stand for the wrong thing, or for more than one.</summary>
internal sealed class NameFaults(BrokenText broken, Reporter reporter)
{
    // A hundred organisations may each have a Board; nobody reads a list of them.
    private const int MostMeanings = 5;

    public void WrongKind(Scope scope, NamePart name, Expectation wanted, Symbol symbol)
    {
        scope.HasErrors = true;
        if (broken.Explains(scope, name))
        {
            return;
        }

        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.WrongKind, name.Location, $"{MessageWords.Quote(name.Text)} is {MessageWords.KindOf(symbol)}{wanted.Objection}")
        {
            Label = MessageWords.KindOf(symbol),
            Help = $"name {wanted.Noun} here",
            Related = [new RelatedLocation("declared here", symbol.Location)],
        });
    }

    public void Ambiguous(Scope scope, NamePart name, ImmutableArray<Symbol> all)
    {
        ImmutableArray<Symbol> candidates = all.Length > MostMeanings ? all[..MostMeanings] : all;
        List<string> meanings = [.. candidates.Select(DisplayNames.Qualified)];
        ImmutableArray<CodeFix> fixes = [.. candidates
            .Where(candidate => !candidate.Owners.IsEmpty)
            .Select(DisplayNames.Qualified)
            .Distinct(StringComparer.Ordinal)
            .Select(meaning => new CodeFix($"Write {MessageWords.Quote(meaning)}", [new TextEdit(name.Location, MessageWords.Writable(meaning))]))];
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.AmbiguousName,
            name.Location,
            $"{MessageWords.Quote(name.Text)} may mean {Wording.List([.. candidates.Zip(meanings, Describe)], "or")}{(all.Length > MostMeanings ? ", and others" : "")}")
        {
            Label = "which one?",
            Help = fixes.IsEmpty
                ? "give one of them another name, or say whose it is where it is declared, with `of`"
                : $"say whose it is, with `of`: {Wording.List([.. meanings.Distinct(StringComparer.Ordinal).Select(MessageWords.Quote)], "or")}",
            Related = [.. candidates.Select(candidate => new RelatedLocation($"{MessageWords.KindOf(candidate)}, declared here", candidate.Location))],
            Fixes = fixes,
        });
    }

    private static string Describe(Symbol symbol, string meaning)
    {
        // "the Board of ICB" says it all; two things of one name and no owner are told apart by what they are.
        return symbol.Owners.IsEmpty ? $"{MessageWords.Quote(meaning)} ({MessageWords.KindOf(symbol)})" : MessageWords.Quote(meaning);
    }
}
