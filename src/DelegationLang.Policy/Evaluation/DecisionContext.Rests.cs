namespace DelegationLang.Policy.Evaluation;

/// <content>What sentences about all matters, and about all other matters, are about.</content>
internal sealed partial class DecisionContext
{
    private bool IsInWideScope(int giver, RuleDefinition rule)
    {
        if (rule.Scope == RuleScope.AllMatters)
        {
            return true;
        }

        if (index.IsNamed(giver, FunctionLine, rule.Scheme) || index.IsNamed(giver, MatterLine, rule.Scheme))
        {
            return false;
        }

        if (!(rule.Within.IsEmpty ? !index.IsRest(giver, FunctionLine, -1, rule.Scheme) && !index.IsRest(giver, MatterLine, -1, rule.Scheme) : rule.Within.Any(whole => IsNearestRest(giver, whole, rule.Scheme))))
        {
            return false;
        }

        // For an organisation the residual is of its own subjects; for anybody else, of what it was given.
        int organisation = index.OrganisationOf(giver) >= 0 ? index.OrganisationOf(giver) : giver;
        return index.Definition.Parties[organisation].Kind != PartyKind.Organisation || Holder == organisation;
    }

    // The decision lies within the whole, and in nothing smaller whose rest is given.
    private bool IsNearestRest(int giver, int whole, string scheme)
    {
        foreach (int node in index.Subjects.Expand(whole))
        {
            if ((Array.IndexOf(FunctionLine, node) >= 0 && !index.IsRest(giver, FunctionLine, node, scheme)) || (Array.IndexOf(MatterLine, node) >= 0 && !index.IsRest(giver, MatterLine, node, scheme)))
            {
                return true;
            }
        }

        return false;
    }
}
