using DelegationLang.Policy;
using SchemeOfDelegation;

namespace Approvals;

/// <summary>Approves contracts, but only where the scheme of delegation lets the caller.</summary>
public sealed partial class ApprovalDesk(ContractRegister register, TimeProvider clock, ILogger<ApprovalDesk> logger)
{
    /// <summary>Approves a contract on today's authority.</summary>
    /// <param name="post">The post of the caller.</param>
    /// <param name="request">The contract.</param>
    /// <exception cref="NotAuthorisedException">The caller may not; it says who may.</exception>
    /// <exception cref="UnknownNameException">The scheme has nothing of a name in the request.</exception>
    public Approval Approve(string post, ContractRequest request)
    {
        var party = Scheme.FindParty(post) ?? throw new UnknownNameException("post", post);
        var function = Scheme.FindFunction(request.Function) ?? throw new UnknownNameException("function", request.Function);
        var place = Scheme.FindPlace(request.Place) ?? throw new UnknownNameException("place", request.Place);
        if (request.Pounds < 0)
        {
            throw new UnknownNameException("amount", "less than nothing");
        }

        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var question = Scheme.May(party, function).At(place).Worth(Money.Pounds(request.Pounds).PerContract);

        // First ask, then act: nothing is recorded for a caller who may not.
        question.RequireOn(today);
        Answer authority = question.On(today);
        var approval = new Approval(Guid.NewGuid(), function.Name, place.Name, request.Pounds, party.Name, today, [.. authority.Steps]);
        register.Add(approval);
        foreach (ChainLink link in authority.Chain)
        {
            LogLink(approval.Id, link.Party, link.Via, link.Source.File, link.Source.Line, Scheme.Version);
        }

        return approval;
    }

    [LoggerMessage(LogLevel.Information, "Approval {Id}: {Party} {Via} ({File}:{Line}, scheme {Version})")]
    private partial void LogLink(Guid id, string party, string via, string file, int line, string version);
}

/// <summary>The scheme has nothing of a name that was given.</summary>
public sealed class UnknownNameException(string what, string name) : Exception($"There is no {what} “{name}” in the scheme.");
