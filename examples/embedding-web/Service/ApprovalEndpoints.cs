using DelegationLang.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Approvals;

/// <summary>A contract to be approved.</summary>
/// <param name="Function">What it is for, as the scheme names it: <c>podiatry</c>.</param>
/// <param name="Place">Where.</param>
/// <param name="Pounds">Its value over its whole life.</param>
public sealed record ContractRequest(string Function, string Place, decimal Pounds);

/// <summary>An approval that was given.</summary>
public sealed record Approval(Guid Id, string Function, string Place, decimal Pounds, string ApprovedBy, DateOnly On, IReadOnlyList<string> StepsFirst);

/// <summary>The endpoints.</summary>
public static class ApprovalEndpoints
{
    /// <summary>
    /// The header in which the gateway in front of this service names the post of whoever is signed in. The gateway takes away what callers send
    /// under that name.
    /// </summary>
    public const string PostHeader = "X-Post";

    /// <summary>Puts them up.</summary>
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/approvals", Approve);
        routes.MapGet("/approvals/{id:guid}", Results<Ok<Approval>, NotFound> (Guid id, ContractRegister register) =>
            register.Find(id) is { } approval ? TypedResults.Ok(approval) : TypedResults.NotFound());
    }

    private static Results<Created<Approval>, ProblemHttpResult> Approve(
        ContractRequest request, [FromHeader(Name = PostHeader)] string? post, ApprovalDesk desk)
    {
        try
        {
            Approval approval = desk.Approve(post ?? "", request);
            return TypedResults.Created($"/approvals/{approval.Id}", approval);
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
                    ["dependsOn"] = refused.Refusal.DependsOn.ToArray(),
                    ["reasons"] = refused.Refusal.Reasons.ToArray(),
                },
            });
        }
        catch (UnknownNameException unknown)
        {
            return TypedResults.Problem(unknown.Message, statusCode: StatusCodes.Status400BadRequest, title: "The request names something that the scheme does not have.");
        }
    }
}
