using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4007: a function in the hands of the wrong organ of its body.</summary>
internal sealed class WrongOrgan : IRule
{
    private const string Arguable = " (open to argument here)";

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4007", "wrong-organ", "A function in the hands of the wrong organ", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (InWrongHands verdict in run.LegalVerdicts<InWrongHands>())
        {
            run.Report(verdict, Describe(verdict));
        }
    }

    private Diagnostic Describe(InWrongHands verdict)
    {
        string subject = Phrases.Name(verdict.Subject);
        string kind = Phrases.WithArticle(verdict.Kind.Name);
        string party = Phrases.Name(verdict.Party);
        string organ = verdict.Organ is PartySymbol owner ? Phrases.Name(owner) : "";
        string power = verdict.Power is PowerSymbol named ? Phrases.Name(named) : "the power";
        (string message, string label, string help) = verdict.Fault switch
        {
            OrganFault.HeldByBoard => (
                $"{subject} is {kind}, which {organ} decides: {party} cannot hold it",
                $"for {organ}",
                $"leave it to {organ}, or let {organ} delegate it"),
            OrganFault.GivenByBoard => (
                $"{subject} is {kind}, which {organ} decides: {party} cannot give it",
                $"for {organ}",
                $"let {organ} delegate it"),
            OrganFault.GivenByOrgan => (
                $"{subject} is {kind}, and {power} gives {party} nothing of that kind to delegate",
                "not its own to give",
                "let the board of the body delegate it"),
            OrganFault.WrongPower => (
                $"{subject} is {kind}, and {power} does not reach another body with it",
                "not the power for this",
                verdict.Right is PowerSymbol right ? $"{Phrases.Name(right)} does: name it in the agreement that this rests on" : "name the power that does"),
            OrganFault.CommitteeOfOne => (
                $"{party} has one member, and one member is no committee: {subject} would be decided by a single person",
                "a committee of one",
                $"give {party} more members, or give {subject} to {Allowed(verdict.Power)}"),
            OrganFault.QuorumOfOne => (
                $"one member of {party} is enough to decide {subject}: whether a committee may act by a single member is open to argument",
                "a quorum of one",
                $"let the quorum of {party} be two or more"),
            _ => (
                $"{AsDeputy(verdict)}{subject} is {kind}, and no power for these lets {Phrases.KindOf(verdict.Party)} hold one{Alone(verdict)}",
                "no power names such a party",
                verdict.Principal is PartySymbol absent ? $"let somebody else deputise for {Phrases.Name(absent)}, or take {subject} out of this with `except`"
                : $"give it to {Allowed(verdict.Power)}{(verdict.Party.IsRole ? $"; {party} may be consulted: `after consulting {verdict.Party.DisplayName}`" : "")}"),
        };
        return new Diagnostic(Descriptor, verdict.Location, verdict.IsUnchecked ? message + Phrases.Unverified : verdict.IsArguable && verdict.Fault == OrganFault.HeldByOther ? message + Arguable : message)
        {
            Severity = verdict.Weigh(Descriptor.DefaultSeverity),
            Label = label,
            Related = verdict.Subject.IsFromLibrary ? [] : [new RelatedLocation($"{subject} is declared {kind} here", verdict.Subject.Location)],
            Help = help,
        };
    }

    private static string Alone(InWrongHands verdict) =>
        !verdict.Party.IsRole ? "" : verdict.IsTogether ? ", alone or with others" : " alone";

    private static string AsDeputy(InWrongHands verdict) =>
        verdict.Principal is PartySymbol principal ? $"as deputy for {Phrases.Name(principal)}, {Phrases.Name(verdict.Party)} would decide {Phrases.Name(verdict.Subject)}: " : "";

    private static string Allowed(PowerSymbol? power)
    {
        string[] kinds =
        [
            .. (power?.Delegates ?? [])
                .Select(named => named.Kind)
                .OfType<KindSymbol>()
                .Where(kind => kind.Family != SymbolFamily.Organisation)
                .Select(kind => Phrases.WithArticle(kind.Name)),
        ];
        return kinds.Length == 0 ? "somebody whom the power names" : Wording.List(kinds, "or");
    }
}
