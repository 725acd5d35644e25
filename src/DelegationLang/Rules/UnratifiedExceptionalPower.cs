using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL6008: a power that reaches reserved matters, without saying when or who confirms it.</summary>
internal sealed class UnratifiedExceptionalPower : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6008", "unratified-exceptional-power", "A power over reserved matters without a condition or a ratifier", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (DelegationStatement statement in run.Delegations.Where(statement => statement.Terms.IsEvenIfReserved))
        {
            // Of a ratifier whose declaration is in error nobody can tell whether it is the board.
            bool isUnclear = statement.Terms.RatifiedBy is { } ratifier && run.Judge.Authority.Faults.IsUnclear(ratifier.Symbol);
            if (!isUnclear && Describe(statement, run) is Diagnostic finding)
            {
                run.Report(statement, finding);
            }
        }
    }

    private Diagnostic? Describe(DelegationStatement statement, RuleRun run)
    {
        bool hasWhen = statement.Terms.Facts.SelectMany(group => group.AnyOf)
            .Any(fact => !fact.IsNegated && ClauseLocations.IsOwn(statement, fact.Location));
        SourceLocation clause = ClauseLocations.Of<EvenIfReservedClauseSyntax>(statement) ?? statement.Location;
        string delegator = Phrases.Delegator(statement);
        if (statement.Terms.RatifiedBy is not { } ratifier)
        {
            string lacks = hasWhen ? "who ratifies it" : "when it may be used, nor who ratifies it";
            return new Diagnostic(Descriptor, clause, $"this power reaches reserved matters and does not say {lacks}")
            {
                Label = hasWhen ? "needs a ratifier" : "needs a condition and a ratifier",
                Help = hasWhen
                    ? $"add `ratified by` with {delegator} or its board"
                    : $"add a condition, such as `when urgent`, and `ratified by` with {delegator} or its board",

                // What the condition is only the author knows.
                Fixes = hasWhen && Ratifier(statement, run) is string name
                    ? [new CodeFix($"add {Phrases.Quote("ratified by " + name)}", [new TextEdit(clause with { Span = new TextSpan(clause.Span.End, 0) }, " ratified by " + name)])]
                    : [],
            };
        }

        if (!IsDelegatorOrBoard(statement, ratifier.Symbol, run.Seats))
        {
            return new Diagnostic(
                Descriptor,
                ratifier.Location,
                $"{Phrases.Name(ratifier.Symbol)} cannot ratify what {delegator} kept for itself: only {delegator} or its board can")
            {
                Label = "neither the delegator nor its board",
                Related = [new RelatedLocation("the power reaches reserved matters", clause)],
                Help = $"write `ratified by` with {delegator} or its board" + (hasWhen ? "" : ", and add a condition, such as `when urgent`"),
                Fixes = hasWhen && Ratifier(statement, run) is string name && ClauseLocations.IsOwn(statement, ratifier.Location)
                    ? [new CodeFix($"write {Phrases.Quote(name)}", [new TextEdit(ratifier.Location, name)])]
                    : [],
            };
        }

        return hasWhen ? null : new Diagnostic(Descriptor, clause, "this power reaches reserved matters and does not say when it may be used")
        {
            Label = "needs a condition",
            Help = "add a condition, such as `when urgent`, and declare it: `urgent is a condition, normally false.`",
        };
    }

    // The board where the delegator is an organisation that has one, otherwise the delegator.
    internal static string? Ratifier(DelegationStatement statement, RuleRun run)
    {
        if (statement.Delegator is not PartySymbol delegator)
        {
            return null;
        }

        PartySymbol? board = run.Model.Symbols.OfType<PartySymbol>()
            .LastOrDefault(group => group.IsGroup && group.Kind.Has(KindTrait.ActsAsOrganisation) && run.Seats.AreSame(group, delegator));
        return Phrases.Writable((board ?? delegator).DisplayName);
    }

    private static bool IsDelegatorOrBoard(DelegationStatement statement, PartySymbol ratifier, Seats seats) =>
        statement.Delegator is PartySymbol delegator
        && (seats.AreSame(delegator, ratifier) || Seats.OrganisationsOf(delegator).Any(organisation => seats.AreSame(organisation, ratifier)));
}
