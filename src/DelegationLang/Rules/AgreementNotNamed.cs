using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4009: a delegation between organisations that names no agreement.</summary>
internal sealed class AgreementNotNamed : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4009", "agreement-not-named", "A delegation between organisations that names no agreement", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (AgreementMissing verdict in run.LegalVerdicts<AgreementMissing>())
        {
            run.Report(verdict.Statement, Describe(run, verdict));
        }
    }

    private Diagnostic Describe(RuleRun run, AgreementMissing verdict)
    {
        if (verdict is { IsPowerUnnamed: true, Power: PowerSymbol only })
        {
            return new Diagnostic(
                Descriptor,
                verdict.Location,
                $"this names no power, and {Phrases.Name(only)} alone lets {Phrases.Name(verdict.From)} give it to a joint committee with {Phrases.Name(verdict.To)}")
            {
                Severity = verdict.Weigh(DiagnosticSeverity.Warning),
                Label = "no power named",
                Help = $"say in the agreement that it is made `under {only.DisplayName}`",
            };
        }

        string wanted = Phrases.WithArticle(verdict.Power?.Agreement?.Name ?? "agreement");
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "a power";
        string between = $"{Phrases.Name(verdict.From)} and {Phrases.Name(verdict.To)}";
        string message = verdict is { Other: AgreementSymbol theirs, Stranger: PartySymbol stranger }
            ? $"{Phrases.Name(theirs)} is between {Phrases.Names(theirs.Owners)}: {Phrases.Name(stranger)} is no party to it"
            : verdict.Other is AgreementSymbol other
            ? $"{Phrases.Name(other)} is {Phrases.KindOf(other)}: {power} is used by {wanted}"
            : verdict.IsAskedFor
                ? $"a delegation between {between} rests on {wanted}, and this sentence names none"
                : $"a delegation between {between} usually rests on {wanted}, and this sentence names none";
        DiagnosticSeverity severity = verdict.Weigh(verdict.IsAskedFor ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        return new Diagnostic(Descriptor, verdict.Location, message)
        {
            Severity = severity,
            Label = verdict.Other is null ? "no agreement" : verdict.Stranger is null ? "not such an agreement" : "an agreement of others",
            Related = verdict.Other is AgreementSymbol declared ? [new RelatedLocation("declared here", declared.Location)] : [],
            Help = $"declare {wanted} `between {verdict.From.DisplayName}, {verdict.To.DisplayName}` that is made `under {verdict.Power?.DisplayName}`, with its days, and name it after `under`",
            Fixes = Fix(run, verdict) is CodeFix fix ? [fix] : [],
        };
    }

    // Where one agreement alone can be meant, it is.
    private static CodeFix? Fix(RuleRun run, AgreementMissing verdict)
    {
        AgreementSymbol? meant = null;
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is AgreementSymbol { IsUncertain: false, IsFromLibrary: false } agreement && Fits(run, verdict, agreement))
            {
                if (meant is not null)
                {
                    return null;
                }

                meant = agreement;
            }
        }

        if (meant is null)
        {
            return null;
        }

        string name = Phrases.Writable(meant.DisplayName);
        Reference<Symbol>? under = verdict.Statement.Terms.Under;
        if (under is null)
        {
            return new CodeFix($"add {Phrases.Quote("under " + name)}", [new TextEdit(ClauseLocations.EndOf(verdict.Statement), " under " + name)]);
        }

        return ClauseLocations.IsOwn(verdict.Statement, under.Location)
            ? new CodeFix($"write {Phrases.Quote("under " + name)}", [new TextEdit(under.Location, name)])
            : null;
    }

    // Made between the two under the power, for everything that the sentence gives, on all its days.
    private static bool Fits(RuleRun run, AgreementMissing verdict, AgreementSymbol agreement)
    {
        if (agreement.Under is not PowerSymbol power
            || (verdict.Statement.Terms.Under?.Symbol is PowerSymbol named && !ReferenceEquals(named, power))
            || !Footing.Fits(agreement, power)
            || !run.Law.Book.LawOf(verdict.From).WaysTo(verdict.To, null).Contains(power)
            || !agreement.Owners.Contains(verdict.From)
            || !agreement.Owners.Contains(verdict.To)
            || verdict.Statement is not DelegationStatement statement
            || run.Judge.Authority.Faults.IsIn(agreement.Declaration))
        {
            return false;
        }

        // An end that the sentence leaves out is inherited from the agreement.
        DateRange life = run.Model.Info.InForce;
        if (agreement.Lifetime.First > (statement.Terms.From ?? life.First) || (statement.Terms.Until is DateOnly last && agreement.Lifetime.Last < last))
        {
            return false;
        }

        return !statement.Subjects.Any(subject => subject.Symbol is not SubjectSymbol symbol || !(agreement.Covers.IsEmpty || agreement.Covers.Any(symbol.IsWithin)));
    }
}
