using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL7006: a scheme approved by somebody who cannot give what it gives.</summary>
internal sealed class SchemeApprover : IRule
{
    private static readonly string[] Documents = ["scheme", "scheme of delegation", "constitution", "standing order", "governance", "delegation"];

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL7006", "scheme-approver", "A scheme approved by somebody who cannot give it", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        if (run.Model.Info is not { ApprovedBy: { By: { Symbol: var approver, Location: var location } }, Location: not null }
            || run.Judge.Authority.Faults.IsUnclear(approver)
            || WhyNot(run, approver) is not Reason reason)
        {
            return;
        }

        run.Report(new Diagnostic(Descriptor, location, reason.Message)
        {
            Label = reason.Label,
            Related = approver.IsFromLibrary ? [] : [new RelatedLocation($"{Phrases.Name(approver)} is {Phrases.KindOf(approver)}", approver.Location)],
            Help = reason.Help,
        });
    }

    private static Reason? WhyNot(RuleRun run, PartySymbol approver)
    {
        string name = Phrases.Name(approver);
        string board = BoardOf(run, approver);
        if (IsSole(run, approver))
        {
            return null;
        }

        if (approver.IsRole)
        {
            return new Reason(
                $"{name} is a post: a scheme is approved by the board or another group, not by a post",
                Gains(run, approver) ? "is given authority by this very scheme" : "no post approves a scheme",
                $"name the group that approved it: `approved by {board} on …`");
        }

        if (approver.IsGroup && approver.Kind.Has(KindTrait.OnlyAdvises))
        {
            return new Reason($"{name} advises and decides nothing, so it cannot approve a scheme", "decides nothing", $"name the group that approved it: `approved by {board} on …`");
        }

        if (IsEmpowered(run, approver))
        {
            return null;
        }

        if (approver.IsGroup && approver.Kind.Has(KindTrait.Committee) && !approver.Kind.Has(KindTrait.Joint))
        {
            return new Reason(
                $"no sentence gives {name} the approving of this scheme",
                "not empowered to approve it",
                $"write `approved by {board} on …`, or let {board} delegate the matter `approval of the scheme of delegation` to {name}");
        }

        // A board approves what its organisation receives; whoever acts for nobody gives only what it gives itself.
        // So does a group of several bodies what it gives on; a cabinet that its council gives something does not.
        bool mayNot = !run.Seats.Of(approver).IsOrganisation && Gains(run, approver) && (approver.Kind.IsExecutiveBody || !Gives(run, approver));
        return mayNot
            ? new Reason(
                $"{name} approves a scheme by which others give it authority: that is for them to approve",
                "gains from it",
                "name whoever gives what this scheme gives")
            : null;
    }

    // A commissioner who is elected is the body: there is no group that could approve anything.
    private static bool IsSole(RuleRun run, PartySymbol approver) =>
        approver.Kind.Has(KindTrait.Member) && approver.SoleOwner is PartySymbol { IsOrganisation: true } organisation && run.Bodies.BoardOf(organisation) is null;

    private static string BoardOf(RuleRun run, PartySymbol approver) =>
        Seats.OrganisationsOf(approver) is [PartySymbol organisation, ..] && run.Bodies.BoardOf(organisation) is PartySymbol board ? board.DisplayName : "BOARD";

    // The matter is given to it by name, or with all matters; or the board made it for the purpose.
    private static bool IsEmpowered(RuleRun run, PartySymbol group)
    {
        foreach (Statement statement in run.Model.Delegations.Concat<Statement>(run.Model.Reservations))
        {
            (ImmutableArray<SubjectReference> subjects, ImmutableArray<Holder> holders) = statement switch
            {
                DelegationStatement delegation => (delegation.Subjects, delegation.Holders),
                ReservationStatement reservation => (reservation.Subjects, reservation.Holders),
                _ => ([], []),
            };
            if (!run.IsInError(statement)
                && holders.Any(holder => holder.Group.Parties.Any(party => run.Seats.AreSame(party, group)))
                && subjects.Any(subject => subject.Symbol is not SubjectSymbol symbol || IsAboutSchemes(symbol)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAboutSchemes(SubjectSymbol symbol)
    {
        for (SubjectSymbol? subject = symbol; subject is not null; subject = subject.Parent)
        {
            if (Array.Exists(Documents, words => Bodies.Holds(subject, words)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Gains(RuleRun run, PartySymbol approver) => run.Delegations.Any(statement =>
        statement.Delegator is PartySymbol giver
        && !run.Seats.AreSame(giver, approver)
        && statement.Holders.Any(holder => holder.Group.Parties.Any(party => run.Seats.AreSame(party, approver))));

    private static bool Gives(RuleRun run, PartySymbol approver) =>
        run.Delegations.Any(statement => statement.Delegator is PartySymbol giver && run.Seats.AreSame(giver, approver))
        || run.Model.Reservations.Any(statement => statement.Reserver is PartySymbol reserver && run.Seats.AreSame(reserver, approver));

    private sealed record Reason(string Message, string Label, string Help);
}
