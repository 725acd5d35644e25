using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Searches what one giver gives for decisions that one party holds by their function and another by their matter. One example is found for each
/// sentence that names a matter of certain functions, and one for all those that name matters in general: most schemes give functions to some and
/// matters to others, and what settles it once settles it everywhere.
/// </summary>
internal sealed class AcrossSearch(SpaceIndex index, SeatRules seat, FoundOverlaps found, List<Overlap> overlaps)
{
    // Where so many that look as if they met do not, the next will not either.
    private const int MostTried = 64;

    private readonly List<NamedRule> functions = [];
    private readonly List<NamedRule> matters = [];
    private readonly Dictionary<int, List<NamedRule>> naming = [];
    private Dictionary<int, List<NamedRule>>? below;

    /// <summary>Adds what is found.</summary>
    public void Find()
    {
        foreach (RuleBox box in seat.All)
        {
            if ((box.Rule.IsEffective || box.Rule.Kind == RuleKind.Reservation) && !box.Rule.IsExceptional)
            {
                Sort(box);
            }
        }

        if (functions.Count == 0 || matters.Count == 0)
        {
            return;
        }

        foreach (NamedRule function in functions)
        {
            naming.AddTo(function.Node, function);
        }

        foreach (NamedRule matter in matters)
        {
            Find(matter);
        }
    }

    private void Sort(RuleBox box)
    {
        foreach (int subject in box.Rule.Subjects)
        {
            foreach (int node in index.Subjects.Expand(subject))
            {
                if (index.Subjects.IsMatter(node))
                {
                    matters.Add(new NamedRule(box, node));
                }
                else
                {
                    functions.Add(new NamedRule(box, node));
                }
            }
        }
    }

    private List<NamedRule>? Below(int node)
    {
        if (below is null)
        {
            below = [];
            foreach (NamedRule function in functions)
            {
                for (int upper = index.Subjects[function.Node].Parent; upper >= 0; upper = index.Subjects[upper].Parent)
                {
                    below.AddTo(upper, function);
                }
            }
        }

        return below.GetValueOrDefault(node);
    }

    private void Find(NamedRule matter)
    {
        if (!matter.Box.Rule.For.IsEmpty)
        {
            foreach (int wanted in matter.Box.Rule.For.SelectMany(index.Subjects.Expand))
            {
                FindAround(matter, wanted);
            }
        }
        else if (index.Subjects.FunctionOf(matter.Node) is >= 0 and int own)
        {
            FindAround(matter, own);
        }
        else
        {
            Find(matter, functions);
        }
    }

    // The function itself, whatever it lies within, and whatever lies within it.
    private void FindAround(NamedRule matter, int function)
    {
        for (int upper = function; upper >= 0; upper = index.Subjects[upper].Parent)
        {
            Find(matter, naming.GetValueOrDefault(upper));
        }

        if (matter.Box.Rule.For.Length > 0)
        {
            Find(matter, Below(function));
        }
    }

    private void Find(NamedRule matter, List<NamedRule>? candidates)
    {
        int tried = 0;
        foreach (NamedRule function in candidates ?? [])
        {
            if (IsKnown(matter))
            {
                return;
            }

            if (!ReferenceEquals(matter.Box, function.Box)
                && BoxMeeting.MayOverlap(index, matter.Box, function.Box)
                && FunctionOf(matter, function) is int node)
            {
                var subject = new SurveySubject(index, node, matter.Node);
                overlaps.AddRange(OverlapSurvey.Find(subject, found) ?? OverlapSurvey.FindWitness(subject, found, matter.Box, function.Box));
                if (++tried == MostTried)
                {
                    return;
                }
            }
        }
    }

    private bool IsKnown(NamedRule matter) => found.Contains(DivergenceFinder.KeyAcross(index, matter.Box.Index, matter.Node));

    /// <summary>The function at which the two may meet; none where the one is for other functions, or carved out of the other.</summary>
    private int? FunctionOf(NamedRule matter, NamedRule function)
    {
        int node = function.Node;
        int own = index.Subjects.FunctionOf(matter.Node);
        if (own >= 0 && !IsWithin(node, own))
        {
            if (!IsWithin(own, node))
            {
                return null;
            }

            node = own;
        }

        if (!matter.Box.Rule.For.IsEmpty)
        {
            int? common = null;
            foreach (int wanted in matter.Box.Rule.For.SelectMany(index.Subjects.Expand))
            {
                common ??= IsWithin(wanted, node) ? wanted : IsWithin(node, wanted) ? node : null;
            }

            if (common is not int found)
            {
                return null;
            }

            node = found;
        }

        return IsCarved(matter.Box.Rule, node, matter.Node) || IsCarved(function.Box.Rule, node, matter.Node) ? null : node;
    }

    private bool IsCarved(RuleDefinition rule, int function, int matter)
    {
        if (rule.Except.IsEmpty && rule.KeptBack.IsEmpty)
        {
            return false;
        }

        foreach (int carved in rule.Except.AddRange(rule.KeptBack).SelectMany(index.Subjects.Expand))
        {
            if (IsWithin(function, carved) || IsWithin(matter, carved))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsWithin(int subject, int other)
    {
        for (int s = subject; s >= 0; s = index.Subjects[s].Parent)
        {
            if (s == other)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record NamedRule(RuleBox Box, int Node);
}
