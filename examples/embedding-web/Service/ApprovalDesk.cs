using DelegationLang.Policy;
using SchemeOfDelegation;

namespace Approvals;

/// <summary>Approves contracts, but only where the scheme of delegation lets those who sign.</summary>
public sealed partial class ApprovalDesk(ContractRegister register, TimeProvider clock, ILogger<ApprovalDesk> logger)
{
    // Authority begins and ends at midnight where the body is, wherever this service runs.
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).DateTime);

    /// <summary>Signs a contract on today's authority. It is approved at once where the signatory may decide alone; otherwise others have to sign too.</summary>
    /// <param name="signatory">Who signs.</param>
    /// <param name="request">The contract.</param>
    /// <exception cref="NotAuthorisedException">The signatory may not, or not yet; it says who may, and what must come first.</exception>
    /// <exception cref="UnknownNameException">The scheme has nothing of a name in the request.</exception>
    public Approval Approve(Signatory signatory, ContractRequest request) => Sign(new Approval(Guid.NewGuid(), request, [], null, []), signatory);

    /// <summary>Adds a signature to a contract that waits for it.</summary>
    /// <returns>The contract with the signature; none where no contract of that number waits.</returns>
    /// <exception cref="NotAuthorisedException">The signatory may not; it says who may.</exception>
    public Approval? Sign(Guid id, Signatory signatory) => register.Find(id) is { On: null } waiting ? Sign(waiting, signatory) : null;

    private Approval Sign(Approval approval, Signatory signatory)
    {
        // Whoever signs again, for whichever post, is still one person.
        var today = Today;
        Signatory[] signatories = [.. approval.SignedBy.Select(signature => signature.By).Where(by => by.Person != signatory.Person), signatory];

        // First ask, then act: nothing is recorded for a caller who may not. Earlier signatures are asked about again, for authority may have ended.
        Signature[] all = [.. signatories.Select(by => new Signature(by, PostOf(by, approval.Request, today)))];
        var signature = all[^1];
        bool isComplete = true;
        foreach (Signature each in all)
        {
            var question = Question(each.For, approval.Request);
            var standing = question.StandingOn(today);
            string[] beside = [.. all.Where(other => other != each).Select(other => other.For)];
            if (!standing.IsAllowedAfter(approval.Request.StepsTaken ?? [], beside))
            {
                isComplete = false;
                if (!standing.ActWith.Any(group => standing.IsAllowedAfter(approval.Request.StepsTaken ?? [], group)))
                {
                    question.RequireOn(today, approval.Request.StepsTaken ?? [], beside);
                }
            }
        }

        approval = approval with { SignedBy = all, On = isComplete ? today : null, Awaits = isComplete ? [] : Awaited(signature.For, approval.Request, today) };
        register.Keep(approval);
        foreach (var link in Question(signature.For, approval.Request).On(today).Chain)
        {
            LogLink(approval.Id, signatory.Post, link.Party, link.Via, link.Source.File, link.Source.Line, Scheme.Version);
        }

        return approval;
    }

    // The post whose authority is used: the signatory's own, or that of somebody away for whom the signatory is deputy.
    private static string PostOf(Signatory signatory, ContractRequest request, DateOnly today)
    {
        var own = Known("post", signatory.Post, Scheme.FindParty(signatory.Post)).Name;
        if (signatory.InsteadOf is not { Length: > 0 } absent)
        {
            return own;
        }

        var principal = Known("post", absent, Scheme.FindParty(absent)).Name;
        var deputy = Question(own, request).On(today).Deputies.FirstOrDefault(deputy => deputy.For == principal);
        if (deputy is null || request.StepsTaken?.Contains(deputy.When) != true)
        {
            // Somebody who is no deputy, or has not said that the other is away, has their own authority and no more.
            Question(own, request).RequireOn(today, request.StepsTaken ?? []);
            return own;
        }

        return principal;
    }

    private static MayQuestion<Scheme> Question(string post, ContractRequest request)
    {
        if (request.Pounds < 0)
        {
            throw new UnknownNameException("amount", "less than nothing");
        }

        var party = Known("post", post, Scheme.FindParty(post));
        var question = Scheme.FindFunction(request.Subject) is { } function
            ? Scheme.May(party, function)
            : Scheme.May(party, Known("function or matter", request.Subject, Scheme.FindMatter(request.Subject)));
        if (request.Place is { Length: > 0 } place)
        {
            question = question.At(Known("place", place, Scheme.FindPlace(place)));
        }

        return question.Worth(Money.Pounds(request.Pounds).PerContract);
    }

    private static string[][] Awaited(string post, ContractRequest request, DateOnly today) =>
        [.. Question(post, request).StandingOn(today).ActWith.Select(group => group.ToArray())];

    private static T Known<T>(string what, string name, T? found)
        where T : struct => found ?? throw new UnknownNameException(what, name);

    [LoggerMessage(LogLevel.Information, "Approval {Id}, signed by {Post}: {Party} {Via} ({File}:{Line}, scheme {Version})")]
    private partial void LogLink(Guid id, string post, string party, string via, string file, int line, string version);
}

/// <summary>The scheme has nothing of a name that was given.</summary>
public sealed class UnknownNameException(string what, string name) : Exception($"There is no {what} “{name}” in the scheme.");
