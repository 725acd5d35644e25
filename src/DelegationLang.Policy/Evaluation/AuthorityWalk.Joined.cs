namespace DelegationLang.Policy.Evaluation;

/// <content>How authority goes on in the schemes of other bodies.</content>
internal sealed partial class AuthorityWalk
{
    /// <summary>
    /// Goes on from where the scheme's own sentences end, by the sentences of joined schemes alone: no sentence of another body's changes what the scheme
    /// itself says.
    /// </summary>
    private void GoOn()
    {
        SeatHolding[] ends = [.. Ends().Where(end => !end.IsTogether)];
        int first = holdings.Count;
        isJoined = true;
        foreach (SeatHolding end in ends)
        {
            GiveOn(end);
        }

        for (int i = first; i < holdings.Count; i++)
        {
            if (!holdings[i].IsTogether)
            {
                GiveOn(holdings[i]);
            }
        }

        isJoined = false;
    }

    private bool IsFollowed(RuleDefinition rule) => rule.Scheme.Length > 0 == isJoined;
}
