using System.Security.Claims;
using DelegationLang.AspNetCore;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals;

/// <summary>A contract to be approved.</summary>
/// <param name="Subject">What it is for, a function or a matter as the scheme names it: <c>podiatry</c>.</param>
/// <param name="Place">Where; none for no particular place.</param>
/// <param name="Pounds">Its value over its whole life.</param>
/// <param name="StepsTaken">What was done first, in the words of the scheme: <c>after consulting Director of Nursing</c>. Whoever asks without it is told the words.</param>
/// <param name="Absent">The posts whose holders are away or conflicted. Their deputies sign in their place.</param>
public sealed record ContractRequest(string Subject, string? Place, decimal Pounds, IReadOnlyList<string>? StepsTaken = null, IReadOnlyList<string>? Absent = null);

/// <summary>A contract that was signed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Request">The contract.</param>
/// <param name="SignedBy">Who signed, and in the name of which post.</param>
/// <param name="On">The day on which it was approved; none as long as others have to sign.</param>
/// <param name="Awaits">Who has to sign beside those who have, in groups of which any one is enough.</param>
public sealed record Approval(Guid Id, ContractRequest Request, IReadOnlyList<SignatureGiven> SignedBy, DateOnly? On, IReadOnlyList<IReadOnlyList<string>> Awaits);

/// <summary>The endpoints.</summary>
public static class ApprovalEndpoints
{
    /// <summary>Puts them up.</summary>
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        var approvals = routes.MapGroup("/approvals").RequireAuthorization();
        approvals.MapPost("/", (ContractRequest request, ClaimsPrincipal user, ApprovalDesk desk) => Answer(desk.Approve(user, request)));
        approvals.MapPost("/{id:guid}/signatures", (Guid id, ClaimsPrincipal user, ApprovalDesk desk) => Answer(desk.Sign(id, user)));
        approvals.MapGet("/{id:guid}", Results<Ok<Approval>, NotFound> (Guid id, ContractRegister register) =>
            register.Find(id) is { } approval ? TypedResults.Ok(approval) : TypedResults.NotFound());
    }

    // Approved is 201, signed and waiting for others 202; who may not is told who may, and what is wanting.
    private static Results<Created<Approval>, Accepted<Approval>, NotFound, ProblemHttpResult> Answer(Signed? signed) => signed switch
    {
        null => TypedResults.NotFound(),
        { Approval: null } refused => TypedResults.Problem(refused.Ruling.ToProblem()),
        { Approval: { On: null } waiting } => TypedResults.Accepted($"/approvals/{waiting.Id}", waiting),
        { Approval: var approval } => TypedResults.Created($"/approvals/{approval.Id}", approval),
    };
}
