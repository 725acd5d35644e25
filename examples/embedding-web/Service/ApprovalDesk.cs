using System.Security.Claims;
using DelegationLang.AspNetCore;

namespace Approvals;

/// <summary>Approves contracts, but only where the scheme of delegation lets those who sign.</summary>
public sealed class ApprovalDesk(ContractRegister register, DecisionDesk desk)
{
    /// <summary>Signs a contract on today's authority. It is approved at once where the signatory may decide alone; otherwise others have to sign too.</summary>
    /// <returns>The contract, and what the scheme says; no contract where that refuses.</returns>
    public Signed Approve(ClaimsPrincipal signatory, ContractRequest request) => Sign(new Approval(Guid.NewGuid(), request, [], null, []), signatory);

    /// <summary>Adds a signature to a contract that waits for it.</summary>
    /// <returns>The contract with the signature, and what the scheme says; none where no contract of that number waits.</returns>
    public Signed? Sign(Guid id, ClaimsPrincipal signatory) => register.Find(id) is { On: null } waiting ? Sign(waiting, signatory) : null;

    // First ask, then act: nothing is recorded for a caller who may not. Earlier signatures are asked about again, for authority may have ended.
    private Signed Sign(Approval approval, ClaimsPrincipal signatory)
    {
        var ruling = desk.Rule(signatory, Proposed(approval));
        bool isWaiting = ruling.Signing?.Ways.Any(way => way.Steps.IsEmpty && !way.Missing.IsEmpty) == true && ruling.IsPending;
        if (!ruling.IsAllowed && !isWaiting)
        {
            return new Signed(null, ruling);
        }

        approval = approval with
        {
            // Whoever signs again, for whichever post, is still one person.
            SignedBy = [.. approval.SignedBy.Where(signature => signature.Person != ruling.Person), new SignatureGiven(ruling.Person, ruling.Post)],
            On = ruling.IsAllowed ? ruling.Day : null,
            Awaits = [.. ruling.Signing?.Missing.Select(group => group.ToArray()) ?? []],
        };
        register.Keep(approval);
        return new Signed(approval, ruling);
    }

    private static ProposedDecision Proposed(Approval approval) => new(approval.Request.Subject)
    {
        Place = approval.Request.Place,
        Amount = approval.Request.Pounds,
        Basis = "contract",
        StepsTaken = approval.Request.StepsTaken ?? [],
        Absent = approval.Request.Absent ?? [],
        SignedBy = approval.SignedBy,
    };
}

/// <summary>A contract that was signed, or none, and what the scheme says.</summary>
public sealed record Signed(Approval? Approval, DecisionRuling Ruling);
