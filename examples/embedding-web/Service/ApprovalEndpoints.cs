using DelegationLang.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals;

/// <summary>A contract to be approved.</summary>
/// <param name="Subject">What it is for, a function or a matter as the scheme names it: <c>podiatry</c>.</param>
/// <param name="Place">Where; none for no particular place.</param>
/// <param name="Pounds">Its value over its whole life.</param>
/// <param name="StepsTaken">
/// What was done first, in the words of the scheme: <c>after consulting Director of Nursing</c>; for a deputy also that the other is away. Whoever asks
/// without it is told the words.
/// </param>
public sealed record ContractRequest(string Subject, string? Place, decimal Pounds, IReadOnlyList<string>? StepsTaken = null);

/// <summary>Who signs.</summary>
/// <param name="Person">The person.</param>
/// <param name="Post">Their post.</param>
/// <param name="InsteadOf">The post of whoever is away, where they sign as deputy; none otherwise.</param>
public sealed record Signatory(string Person, string Post, string? InsteadOf);

/// <summary>A signature: who signed, and by the authority of which post, which is another one where a deputy signs.</summary>
public sealed record Signature(Signatory By, string For);

/// <summary>A contract that was signed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Request">The contract.</param>
/// <param name="SignedBy">Who signed.</param>
/// <param name="On">The day on which it was approved; none as long as others have to sign.</param>
/// <param name="Awaits">Who has to sign beside the last signatory, in groups of which any one is enough.</param>
public sealed record Approval(Guid Id, ContractRequest Request, IReadOnlyList<Signature> SignedBy, DateOnly? On, IReadOnlyList<IReadOnlyList<string>> Awaits);

/// <summary>The endpoints.</summary>
public static class ApprovalEndpoints
{
    /// <summary>
    /// The headers in which the gateway in front of this service names whoever is signed in, and their post. The gateway takes away what callers send
    /// under those names.
    /// </summary>
    public const string PersonHeader = "X-Person", PostHeader = "X-Post";

    /// <summary>The header in which a deputy says for whom they sign. What it says is checked against the scheme.</summary>
    public const string InsteadOfHeader = "X-Instead-Of";

    /// <summary>Puts them up.</summary>
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/approvals", (ContractRequest request, [FromHeader(Name = PersonHeader)] string? person, [FromHeader(Name = PostHeader)] string? post,
            [FromHeader(Name = InsteadOfHeader)] string? insteadOf, ApprovalDesk desk) =>
            Answer(() => desk.Approve(new Signatory(person ?? "", post ?? "", insteadOf), request)));
        routes.MapPost("/approvals/{id:guid}/signatures", (Guid id, [FromHeader(Name = PersonHeader)] string? person, [FromHeader(Name = PostHeader)] string? post,
            [FromHeader(Name = InsteadOfHeader)] string? insteadOf, ApprovalDesk desk) =>
            Answer(() => desk.Sign(id, new Signatory(person ?? "", post ?? "", insteadOf))));
        routes.MapGet("/approvals/{id:guid}", Results<Ok<Approval>, NotFound> (Guid id, ContractRegister register) =>
            register.Find(id) is { } approval ? TypedResults.Ok(approval) : TypedResults.NotFound());
    }

    // Approved is 201, signed and waiting for others 202; who may not is told who may, and what is wanting.
    private static Results<Created<Approval>, Accepted<Approval>, NotFound, ProblemHttpResult> Answer(Func<Approval?> sign)
    {
        try
        {
            return sign() switch
            {
                null => TypedResults.NotFound(),
                { On: null } waiting => TypedResults.Accepted($"/approvals/{waiting.Id}", waiting),
                { } approval => TypedResults.Created($"/approvals/{approval.Id}", approval),
            };
        }
        catch (NotAuthorisedException refused)
        {
            return TypedResults.Problem(new ProblemDetails
            {
                Status = StatusCodes.Status403Forbidden,
                Type = "https://example.org/problems/not-authorised",
                Title = "The scheme of delegation does not let you approve this.",
                Detail = refused.Message,
                Extensions =
                {
                    ["mayDecide"] = refused.WhoDecides.Alternatives.Select(group => group.ToArray()).ToArray(),
                    ["stepsFirst"] = refused.Standing.Steps.ToArray(),
                    ["actWith"] = refused.Standing.ActWith.Select(group => group.ToArray()).ToArray(),
                    ["asDeputy"] = refused.Refusal.Deputies.Select(deputy => deputy.When).ToArray(),
                    ["dependsOn"] = refused.Standing.DependsOn.ToArray(),
                    ["reasons"] = refused.Refusal.Reasons.ToArray(),
                },
            });
        }
        catch (ArgumentException unfit)
        {
            return TypedResults.Problem(unfit.Message, statusCode: StatusCodes.Status400BadRequest, title: "The scheme says nothing of such a contract.");
        }
        catch (UnknownNameException unknown)
        {
            return TypedResults.Problem(unknown.Message, statusCode: StatusCodes.Status400BadRequest, title: "The request names something that the scheme does not have.");
        }
    }
}
