using System.Text;

namespace DelegationLang.Policy.Evaluation;

/// <content>What came of a case, to tell it from others.</content>
internal sealed partial class AuthorityWalk
{
    /// <summary>
    /// What came of the case: who holds the point, by which sentences and from whom, who has given it on or reserved it, and by which nobody may decide it. Where two cases of one question
    /// are alike in that, the same is answered in both.
    /// </summary>
    public string Trace()
    {
        var text = new StringBuilder();
        var positions = new Dictionary<SeatHolding, int>(ReferenceEqualityComparer.Instance);
        foreach (SeatHolding holding in holdings)
        {
            positions.Add(holding, positions.Count);
            text.Append(holding.Rule).Append(holding.IsReserved ? 'r' : '-').Append(holding.IsSuperseded ? 's' : '-').Append(holding.IsDisplaced ? 'd' : '-');
            text.Append(holding.From is null ? -1 : positions[holding.From]);
            foreach (int party in holding.Group)
            {
                text.Append(',').Append(party);
            }

            for (int i = 0; i < holding.Above.Count; i++)
            {
                text.Append('^').Append(positions[holding.Above[i]]);
            }

            text.Append(';');
        }

        return text.Append('g').AppendJoin(',', givers).Append('x').AppendJoin(',', exceptionalGivers).Append('r').AppendJoin(',', reservers).Append('n').AppendJoin(',', forbidding).Append(IsReservedInError ? 'e' : '-').ToString();
    }
}
