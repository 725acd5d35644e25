using Microsoft.AspNetCore.Authorization;

namespace DelegationLang.AspNetCore;

/// <summary>That the scheme of delegation lets whoever is signed in decide something.</summary>
/// <param name="decision">What is decided; none where it is the resource that authorisation is asked for.</param>
public sealed class DelegationRequirement(ProposedDecision? decision = null) : IAuthorizationRequirement
{
    /// <summary>What is decided; none where it is the resource that authorisation is asked for.</summary>
    public ProposedDecision? Decision { get; } = decision;

    /// <inheritdoc/>
    public override string ToString() => "The scheme of delegation lets the user decide " + (Decision?.Subject ?? "the resource") + ".";
}

/// <summary>Why authorisation failed, with the whole ruling.</summary>
/// <param name="handler">What refused.</param>
/// <param name="ruling">The ruling.</param>
public sealed class DelegationFailureReason(IAuthorizationHandler handler, DecisionRuling ruling) : AuthorizationFailureReason(handler, ruling.Sentence)
{
    /// <summary>The ruling.</summary>
    public DecisionRuling Ruling { get; } = ruling;
}

/// <summary>Asks the scheme. The decision is that of the requirement, or else the resource.</summary>
internal sealed class DelegationHandler(DecisionDesk desk) : AuthorizationHandler<DelegationRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DelegationRequirement requirement)
    {
        if ((requirement.Decision ?? context.Resource as ProposedDecision) is { } decision)
        {
            DecisionRuling ruling = desk.Rule(context.User, decision);
            if (ruling.IsAllowed)
            {
                context.Succeed(requirement);
            }
            else
            {
                context.Fail(new DelegationFailureReason(this, ruling));
            }
        }

        return Task.CompletedTask;
    }
}
