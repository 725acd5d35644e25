using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules.Analysis;

/// <summary>Why a party may not give something on.</summary>
internal enum OnwardRefusal
{
    /// <summary>It may.</summary>
    None,

    /// <summary>It was given no power to delegate.</summary>
    NoPower,

    /// <summary>It may delegate, but not to this party.</summary>
    OtherDelegates,

    /// <summary>It may delegate by somebody's consent, and the sentence does not say that it was given.</summary>
    NoConsent,
}

/// <summary>Whether the sentence that gives something lets another sentence give it on.</summary>
internal static class OnwardTest
{
    /// <summary>The answer for one holder of the onward sentence. Amounts are not looked at here.</summary>
    public static OnwardRefusal Of(Grant given, DelegationStatement onward, Holder holder, AuthorityGraph authority)
    {
        DelegationStatement grant = given.Statement;
        Seats seats = authority.Index.Seats;
        Faults faults = authority.Faults;

        // A sentence that could not be read whole may have said it, or said it otherwise.
        if (grant.HasErrors && (IsUnread(grant) || (grant.Terms.Onward is OnwardPower unclear && faults.IsIn(unclear.Location))))
        {
            return OnwardRefusal.None;
        }

        if (grant.Terms.Onward is not { IsGiven: true } power)
        {
            // What the sentence does not say, the law may. Of what several hold together none of them alone gives anything on.
            return grant.Terms.Onward is null && authority.OnwardLaw.Permits(given.To, grant, onward, holder)
                ? OnwardRefusal.None
                : OnwardRefusal.NoPower;
        }

        if (!power.To.IsEmpty && !holder.Group.Parties.All(party => power.To.Any(allowed => seats.AreSame(allowed.Symbol, party))))
        {
            return OnwardRefusal.OtherDelegates;
        }

        bool hasConsent = power.ConsentOf is not { } consent
            || (onward.Terms.ApprovedBy is Approval approval && seats.AreSame(approval.By.Symbol, consent.Symbol));
        return hasConsent ? OnwardRefusal.None : OnwardRefusal.NoConsent;
    }

    private static bool IsUnread(Statement statement) => statement.Syntax switch
    {
        SentenceSyntax sentence => sentence.HasErrors,
        TableLineSyntax line => line.HasErrors,
        _ => false,
    };
}
