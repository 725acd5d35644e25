using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL3003: delegated on by a party that was given no power to, or beyond the delegates or amounts that it was allowed, or without consent.</summary>
internal sealed class DelegatedWithoutPower : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3003", "delegated-without-power", "Delegated on without power to", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (NotPermitted verdict in run.Verdicts<NotPermitted>())
        {
            run.Report(verdict.Statement, verdict.Refusal switch
            {
                OnwardRefusal.OtherDelegates => ToOthers(verdict),
                OnwardRefusal.NoConsent => WithoutConsent(verdict),
                OnwardRefusal.NoPower => WithoutPower(verdict),
                _ => BeyondAmounts(verdict),
            });
        }
    }

    private Diagnostic WithoutPower(NotPermitted verdict)
    {
        string delegator = Phrases.Delegator(verdict.Statement);
        string given = Phrases.Subject(verdict.By.Subject);
        OnwardPower? refused = verdict.By.Statement.Terms.Onward;
        return new Diagnostic(
            Descriptor,
            verdict.Statement.DelegatorLocation,
            $"{delegator} was given {given} without power to delegate it")
        {
            Label = $"has no power to delegate {Phrases.Subject(verdict.Subject)}",
            Related =
            [
                refused is null
                    ? new RelatedLocation($"given to {delegator} here, and nothing said of power to delegate", verdict.By.Holder.Location)
                    : new RelatedLocation("power to delegate is refused here", refused.Location),
            ],
            Help = refused is null
                ? $"let {Giver(verdict)} delegate it to {Phrases.Holder(verdict.Holder)} itself; if {delegator} is meant to pass it on, say `with power to delegate` in the sentence that gives it"
                : $"let {Giver(verdict)} delegate it to {Phrases.Holder(verdict.Holder)} itself",
            Fixes = refused is null ? [GivePower(verdict)] : [],
        };
    }

    private static CodeFix GivePower(NotPermitted verdict) => new(
        "add `with power to delegate` to the sentence that gives it",
        [new TextEdit(ClauseLocations.EndOf(verdict.By.Statement), " with power to delegate")]);

    private Diagnostic ToOthers(NotPermitted verdict)
    {
        OnwardPower? power = verdict.By.Statement.Terms.Onward;
        string allowed = Phrases.Names(power?.To.Select(to => to.Symbol) ?? [], "or");
        return new Diagnostic(
            Descriptor,
            verdict.Holder.Location,
            $"{Phrases.Delegator(verdict.Statement)} may delegate {Phrases.Subject(verdict.Subject)} only to {allowed}, not to {Phrases.Holder(verdict.Holder)}")
        {
            Label = "not among those to whom it may be delegated",
            Related = [.. PowerOf(verdict, "power to delegate, and to whom, is given here")],
            Help = $"delegate it to {allowed}; whoever gave the power decides whether {Phrases.Holder(verdict.Holder)} is to be named there too",
        };
    }

    private Diagnostic WithoutConsent(NotPermitted verdict)
    {
        string consenter = verdict.By.Statement.Terms.Onward?.ConsentOf is { } consent ? consent.Symbol.DisplayName : "";
        Approval? approval = verdict.Statement.Terms.ApprovedBy;
        string shown = approval is null ? "does not say that it was given" : $"says only that {Phrases.Name(approval.By.Symbol)} approved it";
        return new Diagnostic(
            Descriptor,
            approval is not null && ClauseLocations.IsOwn(verdict.Statement, approval.Location)
                ? approval.Location
                : verdict.Statement.DelegatorLocation,
            $"{Phrases.Delegator(verdict.Statement)} may delegate {Phrases.Subject(verdict.Subject)} only by consent of {Phrases.Quote(consenter)}, and this sentence {shown}")
        {
            Label = $"needs the consent of {Phrases.Quote(consenter)}",
            Related = [.. PowerOf(verdict, "consent is asked for here")],
            Help = $"once {Phrases.Quote(consenter)} has agreed, add `approved by {consenter} on DATE` to this sentence",
        };
    }

    private Diagnostic BeyondAmounts(NotPermitted verdict)
    {
        AmountLimit? limit = verdict.Statement.Terms.Limit;
        string delegator = Phrases.Delegator(verdict.Statement);
        string stated = limit is null ? "this" : Phrases.Quote(Phrases.Words(limit.Location));
        return new Diagnostic(
            Descriptor,
            limit?.Location ?? verdict.Statement.DelegatorLocation,
            $"{stated} is more than {delegator} may delegate on of {Phrases.Subject(verdict.Subject)}")
        {
            Label = "beyond what may be delegated on",
            Related = [.. PowerOf(verdict, "power to delegate is given here")],
            Help = verdict.By.Statement.Terms.Onward?.Limit is AmountLimit onward
                ? $"keep within {Phrases.Quote(Phrases.Words(onward.Location))}, or leave the limit out: it is then inherited"
                : "keep within the sentence that gives power to delegate, or leave the limit out: it is then inherited",
        };
    }

    private static string Giver(NotPermitted verdict) => Phrases.Delegator(verdict.By.Statement);

    private static IEnumerable<RelatedLocation> PowerOf(NotPermitted verdict, string label) =>
        verdict.By.Statement.Terms.Onward is OnwardPower power ? [new RelatedLocation(label, power.Location)] : [];
}
