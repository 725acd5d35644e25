using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL7001: a review date that is past on the day of the check.</summary>
internal sealed class ReviewOverdue : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new("DL7001", "review-overdue", "A review date that is past", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        DateOnly today = run.Context.AsOf;
        if (run.Model.Info.InForce.Last < today)
        {
            return;
        }

        if (run.Model.Info.ReviewBy is DateOnly due && due < today)
        {
            SourceLocation? clause = SentenceClauses.OfScheme<ReviewByClauseSyntax>(run.Model) ?? run.Model.Info.Location;
            if (clause is SourceLocation location)
            {
                run.Report(Describe("this scheme", due, today, location));
            }
        }

        bool isAdded = false;
        foreach (DelegationStatement statement in run.Delegations)
        {
            isAdded |= Check(run, statement, today);
        }

        foreach (ReservationStatement statement in run.Model.Reservations)
        {
            isAdded |= !statement.HasErrors && Check(run, statement, today);
        }

        if (isAdded)
        {
            CheckStanding(run, today);
        }
    }

    // Whether it is overdue by a date that stands in no sentence of its own.
    private bool Check(RuleRun run, Statement statement, DateOnly today)
    {
        if (statement.Terms.ReviewBy is not DateOnly due || due >= today || statement.Terms.Until < today)
        {
            return false;
        }

        if (ClauseLocations.Of<ReviewByClauseSyntax>(statement) is not SourceLocation location)
        {
            return true;
        }

        run.Report(statement, Describe("this sentence", due, today, location));
        return false;
    }

    // What is said of every delegation is overdue once, however many there are.
    private void CheckStanding(RuleRun run, DateOnly today)
    {
        foreach (SyntaxTree tree in run.Model.Trees)
        {
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                if (sentence is not EveryDelegationSyntax { HasErrors: false })
                {
                    continue;
                }

                foreach (ClauseSyntax clause in sentence.Clauses)
                {
                    if (clause is ReviewByClauseSyntax { Date: { IsInvalid: false, IsMissing: false, Value: var due } } && due < today)
                    {
                        run.Report(Describe("what this sentence is added to", due, today, tree.LocationOf(clause)));
                    }
                }
            }
        }
    }

    private Diagnostic Describe(string what, DateOnly due, DateOnly today, SourceLocation location) =>
        new(Descriptor, location, $"{what} was to be reviewed by {Wording.Day(due)}, and today is {Wording.Day(today)}")
        {
            Label = "review overdue",
            Help = "review it, and write the date of the next review here",
        };
}
