using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL7004: a deciding sentence outside the scheme's own life.</summary>
internal sealed class OutsideSchemeLife : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL7004", "outside-scheme-life", "A deciding sentence outside the scheme’s own life", DiagnosticSeverity.Warning);

    /// <summary>Whether the days that a sentence states have none in common with the scheme's.</summary>
    public static bool IsOutside(SchemeModel model, Terms terms)
    {
        var stated = DateRange.From(terms.From, terms.Until);
        return !stated.IsEmpty && !model.Info.InForce.IsEmpty && !stated.Overlaps(model.Info.InForce);
    }

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        DateRange life = run.Model.Info.InForce;
        if (!life.HasFirst && !life.HasLast)
        {
            return;
        }

        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (DelegationStatement statement in run.Delegations)
        {
            Check(run, statement, said);
        }

        foreach (ReservationStatement statement in run.Model.Reservations)
        {
            Check(run, statement, said);
        }

        foreach (DeputyStatement statement in run.Model.Deputies)
        {
            Check(run, statement, said);
        }
    }

    private void Check(RuleRun run, Statement statement, HashSet<string> said)
    {
        if (statement.HasErrors || !IsOutside(run.Model, statement.Terms))
        {
            return;
        }

        SourceLocation location = statement.Terms.DatesLocation ?? statement.Location;
        Diagnostic finding = Describe(run.Model, statement.Terms, location);
        if (ClauseLocations.IsOwn(statement, location))
        {
            run.Report(statement, finding);
        }
        else if (said.Add(FormattableString.Invariant($"{location.File}:{location.Span.Start}")))
        {
            // Dates that `every delegation` adds are wrong once.
            run.Report(finding);
        }
    }

    private Diagnostic Describe(SchemeModel model, Terms terms, SourceLocation location)
    {
        DateRange life = model.Info.InForce;
        bool isBefore = terms.Until < life.First;
        string message = isBefore
            ? $"this ends on {Wording.Day(terms.Until ?? life.First)}, and the scheme comes into force on {Wording.Day(life.First)}"
            : $"this begins on {Wording.Day(terms.From ?? life.Last)}, and the scheme ends on {Wording.Day(life.Last)}";
        return new Diagnostic(Descriptor, location, message)
        {
            Label = isBefore ? "before the scheme’s first day" : "after the scheme’s last day",
            Related = model.Info.Location is SourceLocation scheme
                ? [new RelatedLocation("the scheme’s own days", SentenceClauses.OfScheme<Syntax.InForceClauseSyntax>(model) ?? scheme)]
                : [],
            Help = "correct the dates, or leave the sentence out: nobody decides anything under a scheme that is not in force",
        };
    }
}
