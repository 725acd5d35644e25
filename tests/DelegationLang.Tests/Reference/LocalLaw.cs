namespace DelegationLang.Tests.Reference;

/// <summary>
/// What the law of England keeps out of the sentences of a council's scheme, written down without the library: council functions are for committees and
/// officers, executive functions for the cabinet where there is one, full council matters for nobody but the council, and a single member holds nothing.
/// </summary>
internal sealed class LocalLaw(Scheme scheme)
{
    private readonly OnwardByLaw onward = new(scheme);

    private static readonly string[] Telling = ["executive function", "council function", "mayoral function", "full council matter", "executive matter", "council matter"];

    /// <summary>Whether what a sentence gave without a word about onward delegation may be given on by another.</summary>
    public bool PassesOn(Rule given, Rule passed, Thing giver, List<Thing> parties) => onward.Allows(given, passed, giver, parties, KindOf);

    /// <summary>Whether a subject is the executive's: by its kind, or as a part of one, unless its own kind says otherwise.</summary>
    public bool IsExecutive(Thing? subject) => KindOf(subject) == "executive function";

    /// <summary>Whether only the council itself decides: what lies within a full council matter.</summary>
    public bool IsForCouncilAlone(Thing? matter, Thing? holder)
    {
        for (Thing? thing = matter; thing is not null; thing = thing.Within)
        {
            if (scheme.Kinds.Is(thing, "full council matter"))
            {
                bool isCouncils = holder is { Sort: Sort.Organisation } || (holder is not null && (scheme.Kinds.Is(holder, "board") || scheme.Kinds.Is(holder, "cabinet")));
                return isCouncils && IsCouncil(Scheme.OrganisationOf(holder));
            }
        }

        return false;
    }

    /// <summary>Whether the law keeps a decision out of a sentence: one of those to whom it gives may not hold it.</summary>
    /// <param name="rule">The sentence, which is about the decision.</param>
    /// <param name="function">The function of the decision.</param>
    /// <param name="matter">Its matter.</param>
    /// <param name="isByMatterAlone">Whether the sentence names the matter and says nothing of functions: of that only what a single person is given is out.</param>
    public bool IsOut(Rule rule, Thing? function, Thing? matter, bool isByMatterAlone)
    {
        Thing? body = Scheme.OrganisationOf(rule.Giver);
        if (!IsCouncil(body) || rule.IsEntrusted || rule.InError || (isByMatterAlone && rule.IsReservation))
        {
            return false;
        }

        // Whoever is given a function has every matter about it, whatever the law says of the matter by itself.
        bool isByFunctionAlone = rule.Scope is not (Scope.AllMatters or Scope.AllOtherMatters) && !rule.Subjects.Exists(subject => matter?.IsWithin(subject) == true);
        string kind = KindOf(function) is { Length: > 0 } known ? known : isByFunctionAlone ? "" : KindOf(matter);
        return rule.Alternatives.Exists(group => group.Exists(party =>
            party != rule.Giver && party != body && (!isByMatterAlone || party.Sort == Sort.Role) && Scheme.OrganisationOf(party) == body && MayNotHold(rule, group, party, kind, function ?? matter)));
    }

    private bool MayNotHold(Rule rule, List<Thing> group, Thing party, string kind, Thing? subject)
    {
        bool isMember = scheme.Kinds.Is(party, "member") || scheme.Kinds.Is(party, "chair");
        return kind switch
        {
            "council function" => isMember || scheme.Kinds.Is(party, "cabinet"),
            "executive function" => (isMember && !MayBeOfCabinet(party)) || (IsOfBoard(party) && scheme.Names.Things.Exists(cabinet => IsCabinetDuring(cabinet, rule, party, subject))),
            _ => isMember && !(MayBeOfCabinet(party) && scheme.Names.Things.Exists(thing => scheme.Kinds.Is(thing, "cabinet"))) && group.TrueForAll(other => scheme.Kinds.Is(other, "member") || scheme.Kinds.Is(other, "chair") || scheme.Kinds.Is(other, "cabinet")),
        };
    }

    private bool IsCouncil(Thing? organisation) => organisation is not null && scheme.Kinds.Is(organisation, "local authority");

    private string KindOf(Thing? subject)
    {
        for (Thing? thing = subject; thing is not null; thing = thing.Within)
        {
            if (Array.Find(Telling, kind => scheme.Kinds.Is(thing, kind)) is { } kind)
            {
                // Of a matter the law says what it says of a function.
                return kind switch { "executive matter" => "executive function", "council matter" => "council function", _ => kind };
            }
        }

        return "";
    }

    // A member of the council as a whole, of whom the scheme says no more.
    private bool MayBeOfCabinet(Thing party) => !scheme.Kinds.Is(party, "chair") && party.Owners is [var owner] && (owner.Sort == Sort.Organisation || scheme.Kinds.Is(owner, "board"));

    // The board, its committees and their sub-committees: not the cabinet.
    private bool IsOfBoard(Thing party) => party.Sort == Sort.Group && !scheme.Kinds.Is(party, "cabinet") && party.Owners.Count == 1;

    private bool IsCabinetDuring(Thing cabinet, Rule rule, Thing party, Thing? subject)
    {
        DateOnly? first = Latest(rule.From, scheme.From, rule.Giver?.From, party.From, subject?.From, cabinet.From);
        DateOnly? last = Earliest(rule.Until, scheme.Until, rule.Giver?.Until, party.Until, subject?.Until, cabinet.Until);
        return scheme.Kinds.Is(cabinet, "cabinet") && !(first > last);
    }

    private static DateOnly? Latest(params DateOnly?[] days) => days.Max();

    private static DateOnly? Earliest(params DateOnly?[] days) => days.Where(day => day is not null).Min();
}
