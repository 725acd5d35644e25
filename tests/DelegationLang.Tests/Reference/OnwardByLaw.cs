namespace DelegationLang.Tests.Reference;

/// <summary>
/// What may be passed on in England without a word about it, written down without the library: what an organisation was given, to its own committees and
/// people; what a council's committee has, to its sub-committees and officers; what the executive has, to area committees and officers; and what an NHS body was
/// given under a delegation agreement, to another body under another.
/// </summary>
internal sealed class OnwardByLaw(Scheme scheme)
{
    private static readonly string[] Nhs = ["integrated care board", "nhs trust", "nhs foundation trust"];
    private static readonly string[] Councils = ["local authority", "combined authority", "combined county authority", "fire authority"];

    /// <summary>Whether the giver of the onward sentence may give to all of the parties what another sentence gave it.</summary>
    public bool Allows(Rule given, Rule onward, Thing giver, List<Thing> parties, Func<Thing?, string> kindOf) =>
        parties.TrueForAll(party => Allows(given, onward, giver, party, kindOf));

    private bool Allows(Rule given, Rule onward, Thing giver, Thing party, Func<Thing?, string> kindOf)
    {
        List<Thing> own = OrganisationsOf(giver);
        List<Thing> theirs = OrganisationsOf(party);
        if (!theirs.Exists(own.Contains))
        {
            return IsNhs(giver) && RestsOnDelegation(given) && RestsOnDelegation(onward)
                && theirs.Exists(body => IsNhs(body) || IsAny(body, "local authority", "combined authority", "combined county authority"));
        }

        if (giver.Sort == Sort.Organisation)
        {
            return (IsNhs(giver) || IsAny(giver, "clinical commissioning group"))
                ? IsCommittee(party) || IsAny(party, "chair", "member", "officer")
                : IsAny(giver, Councils) && (IsCommittee(party) || IsAny(party, "officer"));
        }

        List<string> kinds = [.. onward.Subjects.Concat(onward.For).Select(subject => kindOf(subject)).Where(kind => kind.Length > 0)];
        return AllowsInCouncil(giver, party, kinds);
    }

    private bool AllowsInCouncil(Thing giver, Thing party, List<string> kinds)
    {
        bool isOfCouncil = OrganisationsOf(giver).Exists(body => IsAny(body, Councils));
        bool isOfCabinet = IsAny(giver, "executive committee") || (IsCommittee(giver) && Above(giver).Exists(above => IsAny(above, "cabinet")));
        bool isSub = IsAny(giver, "sub-committee");
        bool byCommittee = isOfCouncil && IsCommittee(giver) && !isOfCabinet && !IsAny(party, "executive committee") && !Above(party).Exists(above => IsAny(above, "cabinet") && IsCommittee(party))
            && !kinds.Exists(kind => kind is "executive function" or "mayoral function")
            && (IsAny(party, "officer") || (!isSub && IsAny(party, "sub-committee")));
        bool byExecutive = (isOfCabinet || IsAny(giver, "executive member", "area committee"))
            && kinds.TrueForAll(kind => kind == "executive function")
            && (IsAny(party, "officer") || (!IsAny(giver, "area committee") && IsAny(party, "area committee")));
        return byCommittee || byExecutive;
    }

    private bool RestsOnDelegation(Rule rule) => rule.Agreement is not null && IsAny(rule.Agreement, "delegation agreement");

    private bool IsNhs(Thing thing) => IsAny(thing, Nhs) || thing.Name == "NHS England";

    private bool IsCommittee(Thing thing) => IsAny(thing, "committee", "sub-committee", "joint committee");

    private bool IsAny(Thing thing, params string[] kinds) => Array.Exists(kinds, kind => scheme.Kinds.Is(thing, kind));

    private static List<Thing> Above(Thing thing)
    {
        List<Thing> above = [.. thing.Owners];
        for (int i = 0; i < above.Count && i < 100; i++)
        {
            above.AddRange(above[i].Owners);
        }

        return above;
    }

    private static List<Thing> OrganisationsOf(Thing thing) =>
        thing.Sort == Sort.Organisation ? [thing] : Above(thing).FindAll(above => above.Sort == Sort.Organisation);
}
