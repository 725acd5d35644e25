using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds the scheme sentence, of which a project has one, and finds whose scheme it is.</summary>
internal sealed class SchemeSentenceBinder(NameResolver resolver, Reporter reporter)
{
    private readonly List<ScopedScheme> sentences = [];

    public void Add(Scope scope, SchemeSyntax sentence) => sentences.Add(new ScopedScheme(scope, sentence));

    public SchemeInfo Bind()
    {
        if (sentences.Count == 0)
        {
            return new SchemeInfo();
        }

        (Scope first, SchemeSyntax scheme) = sentences[0];
        foreach ((Scope scope, SchemeSyntax other) in sentences.Skip(1))
        {
            reporter.Report(scope, new Diagnostic(SemanticDiagnostics.DeclaredTwice, scope.At(other.Title), "this is a second `scheme` sentence; a project has one")
            {
                Label = "second scheme",
                Help = "leave one of the two out, or check them as two projects",
                Related = [new RelatedLocation("the first is here", first.At(scheme.Title))],
            });
        }

        return Bind(first, scheme);
    }

    /// <summary>The organisation whose group (or who itself) approved the scheme; failing that the only one with a board, or the only one.</summary>
    public static PartySymbol? FindOwnOrganisation(SchemeInfo info, IReadOnlyCollection<PartySymbol> parties, Func<Symbol, ImmutableArray<Symbol>> ownersOf)
    {
        if (info.ApprovedBy is { } approval && OrganisationOf(approval.By.Symbol, ownersOf) is { } approver)
        {
            return approver;
        }

        List<PartySymbol> organisations = [.. parties.Where(party => party is { IsOrganisation: true, IsFromLibrary: false, IsDuplicate: false })];
        if (organisations.Count == 1)
        {
            return organisations[0];
        }

        List<PartySymbol> withBoard = [.. organisations.Where(
            organisation => parties.Any(party => party.Kind.Has(KindTrait.ActsAsOrganisation) && ownersOf(party).Contains(organisation)))];
        return withBoard.Count == 1 ? withBoard[0] : null;
    }

    private static PartySymbol? OrganisationOf(Symbol party, Func<Symbol, ImmutableArray<Symbol>> ownersOf)
    {
        var seen = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        Symbol? current = party;
        while (current is not null && seen.Add(current))
        {
            if (current is PartySymbol { IsOrganisation: true } organisation)
            {
                return organisation;
            }

            current = ownersOf(current).FirstOrDefault();
        }

        return null;
    }

    private SchemeInfo Bind(Scope scope, SchemeSyntax scheme)
    {
        var info = new SchemeInfo { Title = scheme.Title.Text, Location = scope.Location };
        foreach (ClauseSyntax clause in scheme.Clauses)
        {
            if (ClauseRules.Check(reporter, scope, clause, SentenceSort.Scheme, () => "the scheme sentence"))
            {
                info = Bind(scope, clause, info);
            }
        }

        return info;
    }

    private SchemeInfo Bind(Scope scope, ClauseSyntax clause, SchemeInfo info)
    {
        switch (clause)
        {
            case TextClauseSyntax { Kind: ClauseKind.Version } version:
                return info with { Version = version.Text.Text };
            case TextClauseSyntax { Kind: ClauseKind.Supersedes } supersedes:
                return info with { Supersedes = supersedes.Text.Text };
            case TextClauseSyntax { Kind: ClauseKind.Note } note:
                return info with { Notes = info.Notes.Add(note.Text.Text) };
            case TextClauseSyntax { Kind: ClauseKind.Reference } reference:
                return info with { References = info.References.Add(reference.Text.Text) };
            case ReviewByClauseSyntax { Date: { IsInvalid: false, IsMissing: false } date }:
                return info with { ReviewBy = date.Value };
            case ApprovedByClauseSyntax approved:
                return resolver.ResolveReference<PartySymbol>(scope, approved.Party, Expectation.Approver) is { } by
                    ? info with { Approvals = info.Approvals.Add(new Approval(by, Day(approved.Date), scope.At(approved))) }
                    : info;
            case NamesClauseSyntax { Kind: ClauseKind.InterpretedBy, Names: [var name, ..] }:
                return info with { InterpretedBy = resolver.ResolveReference<PartySymbol>(scope, name, Expectation.Interpreter) };
            case InForceClauseSyntax inForce:
                return info with { InForce = BindDays(scope, inForce), IsProposed = inForce.IsProposed };
            default:
                return info;
        }
    }

    private DateRange BindDays(Scope scope, InForceClauseSyntax inForce)
    {
        DateOnly? from = Day(inForce.From);
        DateOnly? until = Day(inForce.Until);
        if (from is { } first && until is { } last && last < first)
        {
            Days.Report(scope, reporter, first, last, scope.At(inForce.From[0]), scope.At(inForce.Until[0]));
            return DateRange.Always;
        }

        return DateRange.From(from, until);
    }

    private static DateOnly? Day(ImmutableArray<DateSyntax> dates) =>
        dates is [{ IsInvalid: false, IsMissing: false } date, ..] ? date.Value : null;

    private sealed record ScopedScheme(Scope Scope, SchemeSyntax Syntax);
}
