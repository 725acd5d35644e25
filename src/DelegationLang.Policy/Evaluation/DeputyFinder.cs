using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Finds who may act for somebody who is away or conflicted.</summary>
internal sealed class DeputyFinder(SpaceIndex index, Inquiry inquiry)
{
    /// <summary>The deputies of the deciders.</summary>
    public ImmutableArray<DeputyAnswer> Find(IReadOnlyList<int> deciders, Knowledge knowledge) =>
        [.. deciders.SelectMany(party => DeputiesOf(party, knowledge)).Distinct()];

    /// <summary>Where a party may not decide: for whom it might, as a deputy of somebody who may.</summary>
    public ImmutableArray<DeputyAnswer> FindFor(int party, Walk walk, Knowledge knowledge)
    {
        string name = index.Definition.Parties[party].Name;
        IEnumerable<int> holders = walk.Holdings
            .Where(h => !h.IsSuperseded && !h.IsDisplaced)
            .SelectMany(h => h.Group)
            .Distinct();
        return [.. holders.SelectMany(holder => DeputiesOf(holder, knowledge)).Where(deputy => deputy.Party == name).Distinct()];
    }

    /// <summary>A deputy in words: who, for whom, and when.</summary>
    public static DeputyAnswer Describe(SpaceDefinition definition, DeputyDefinition deputy)
    {
        string principal = definition.Parties[deputy.Principal].Name;
        string facts = string.Join(", ", Wording.Facts(definition, deputy.Facts));
        string except = Wording.List([.. deputy.Except.Select(subject => definition.Subjects[subject].Name)]);
        string when = $"while {principal} is away or conflicted"
            + (facts.Length > 0 ? ", " + facts : "")
            + (except.Length > 0 ? ", except " + except : "");
        return new DeputyAnswer(definition.Parties[deputy.Deputy].Name, principal, when, deputy.Source);
    }

    private IEnumerable<DeputyAnswer> DeputiesOf(int party, Knowledge knowledge)
    {
        SpaceDefinition definition = index.Definition;
        int actor = inquiry.ActingParty(inquiry.SeatOf(party));
        foreach (int deputyIndex in index.DeputiesOf(actor))
        {
            DeputyDefinition deputy = definition.Deputies[deputyIndex];
            if (!deputy.Days.Contains(inquiry.Day)
                || !inquiry.IsAlive(deputy.Deputy)
                || deputy.Except.Any(inquiry.IsAbout)
                || IsKnownFalse(deputy, knowledge))
            {
                continue;
            }

            yield return Describe(definition, deputy);
        }
    }

    // A deputy's own conditions never make an answer depend; only one that the question itself denies rules the deputy out.
    private bool IsKnownFalse(DeputyDefinition deputy, Knowledge knowledge) =>
        deputy.Facts.Any(group => group.All(fact => knowledge.IsStatedFalse(fact)));
}
