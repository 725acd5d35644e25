using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>The parts of a question that are settled before any case is told apart: subject, day, and who holds the subject by law.</summary>
internal sealed partial class Inquiry
{
    private static readonly SortedDictionary<int, string> NoneBarred = [];

    private readonly SpaceIndex index;
    private readonly Dictionary<int, GiverRules> rulesByGiver = [];
    private readonly Dictionary<int, SeatGiving> givingBySeat = [];
    private SortedDictionary<int, string>? barred;

    public Inquiry(SpaceIndex index, Decision decision)
    {
        this.index = index;
        Decision = decision;
        Day = decision.Day;
        Matter = decision.Matter;
        Function = decision.Function >= 0 || Matter < 0 ? decision.Function : index.Subjects.FunctionOf(Matter);
        FunctionLine = index.Subjects.SelfAndAncestors(Function);
        MatterLine = index.Subjects.SelfAndAncestors(Matter);
        Holder = FindHolder();
        Kept = Holder >= 0 ? KeptIn(HeldSubject >= 0 ? index.Subjects[HeldSubject].Scheme : "") : null;

        // What the law leaves to the organisation itself is not its executive's.
        IsExecutive = Kept is null && (Function >= 0 ? index.Subjects[Function].IsExecutive : Matter >= 0 && index.Subjects[Matter].IsExecutive);
    }

    public Decision Decision { get; }

    public DateOnly Day { get; }

    public int Function { get; }

    public int Matter { get; }

    /// <summary>The function and what it lies within, nearest first.</summary>
    public int[] FunctionLine { get; }

    /// <summary>The matter and the matters that it lies within, nearest first.</summary>
    public int[] MatterLine { get; }

    /// <summary>Who holds the subject by law; -1 for nobody.</summary>
    public int Holder { get; }

    public bool IsExecutive { get; }

    /// <summary>What the law leaves to the holder itself, and the decision is or lies within; none where nothing is so left.</summary>
    public KeptByLaw? Kept { get; }

    /// <summary>The rules that would be about the decision if the law did not keep it out of them, with that law. Known once the rules of their givers have been found.</summary>
    public IReadOnlyDictionary<int, string> Barred => barred ?? NoneBarred;

    /// <summary>The subject whose holder it is: shown as the start of a chain.</summary>
    public int HeldSubject { get; private set; } = -1;

    /// <summary>
    /// Who acts for an organisation: in executive functions its cabinet, otherwise its board, if it lives on the day; else the organisation itself.
    /// </summary>
    public int ActorOf(int organisation)
    {
        PartyDefinition party = index.Definition.Parties[organisation];
        int cabinet = !IsExecutive ? -1 : Alive(party.Cabinets) is >= 0 and int found ? found : Alive(party.Leaders);
        if (cabinet >= 0)
        {
            return cabinet;
        }

        int board = Alive(party.Boards);
        return board >= 0 ? board : organisation;
    }

    /// <summary>
    /// What is given of what a seat holds, by the seat itself, by the party that it acts by, and in executive functions by the posts that act for it as
    /// well. A chain of theirs begins with what the seat holds. Found once.
    /// </summary>
    public SeatGiving GivingOf(int seat)
    {
        if (!givingBySeat.TryGetValue(seat, out SeatGiving? giving))
        {
            int actor = ActingParty(seat);
            ImmutableArray<int> leaders = IsExecutive ? index.Definition.Parties[seat].Leaders : [];
            int[] givers = actor == seat ? [seat] : [seat, actor, .. leaders.Where(leader => leader != actor && IsAlive(leader))];
            givingBySeat.Add(seat, giving = new SeatGiving(givers, [.. givers.Select(RulesOf)]));
        }

        return giving;
    }

    /// <summary>The seat of a party: the organisation where the party acts for it, otherwise the party.</summary>
    public int SeatOf(int party)
    {
        int organisation = index.OrganisationOf(party);
        return organisation >= 0 && ActorOf(organisation) == party ? organisation : party;
    }

    /// <summary>The party that a seat's authority is exercised by.</summary>
    public int ActingParty(int seat) =>
        index.Definition.Parties[seat].Kind == PartyKind.Organisation ? ActorOf(seat) : seat;

    /// <summary>Whether one of the nodes lies on either line of the decision.</summary>
    public bool IsAbout(int subject)
    {
        foreach (int node in index.Subjects.Expand(subject))
        {
            if (Array.IndexOf(FunctionLine, node) >= 0 || Array.IndexOf(MatterLine, node) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a deputy may stand in for the decision, days and facts aside.</summary>
    public bool IsOpenTo(DeputyDefinition deputy) => (deputy.For.IsEmpty || deputy.For.Any(IsAbout)) && !deputy.Except.Any(IsAbout);

    /// <summary>The rules of a giver that cover the decision's subject and day. Found once: a question with many cases asks again and again.</summary>
    public GiverRules RulesOf(int giver)
    {
        if (!rulesByGiver.TryGetValue(giver, out GiverRules? rules))
        {
            rules = FindRules(giver);
            rulesByGiver.Add(giver, rules);
        }

        return rules;
    }

    private GiverRules FindRules(int giver)
    {
        var rules = new GiverRules();
        foreach (int node in index.Subjects.SelfAndNamedAbove(Function).Concat(index.Subjects.SelfAndNamedAbove(Matter)))
        {
            foreach (RuleEntry entry in index.RulesNaming(giver, node))
            {
                if (IsCovered(entry.Rule))
                {
                    rules.Add(index.Definition.Rules[entry.Rule], entry);
                }
                else
                {
                    NoteBarred(entry.Rule);
                }
            }
        }

        foreach (RuleEntry entry in index.WideRules(giver))
        {
            if (!IsInWideScope(giver, index.Definition.Rules[entry.Rule]))
            {
                continue;
            }

            if (IsCovered(entry.Rule))
            {
                rules.Add(index.Definition.Rules[entry.Rule], entry);
            }
            else
            {
                NoteBarred(entry.Rule);
            }
        }

        return rules;
    }

    private bool IsCovered(int ruleIndex)
    {
        RuleDefinition rule = index.Definition.Rules[ruleIndex];
        return rule.Days.Contains(Day)
            && IsAlive(rule.Giver)
            && (rule.Kind == RuleKind.Reservation || (rule.IsEffective && IsAnyAlive(rule.Holders)))
            && (rule.For.IsEmpty || rule.For.Any(IsOnFunctionLine))
            && (rule.Except.IsEmpty || !rule.Except.Any(IsAbout))
            && (rule.KeptBack.IsEmpty || !rule.KeptBack.Any(IsAbout))
            && !IsAgainstKept(rule);
    }

    // Of what a joined scheme says, as that has it.
    private bool IsAgainstKept(RuleDefinition rule) =>
        (rule.Scheme.Length == 0 ? Kept : KeptIn(rule.Scheme)) is not null && !rule.Holders.Any(group => group.All(party => SeatOf(party) == SeatOf(Holder)));

    // What the law keeps out is told where the rule would hold without it.
    private void NoteBarred(int ruleIndex)
    {
        RuleDefinition rule = index.Definition.Rules[ruleIndex];
        if (!rule.Barred.IsEmpty && Kept is null && rule.IsEffective && rule.Days.Contains(Day) && !rule.Except.Any(IsAbout))
        {
            foreach (LegalBar bar in rule.Barred)
            {
                if (IsAbout(bar.Subject))
                {
                    barred ??= [];
                    barred[ruleIndex] = bar.Law;
                    return;
                }
            }
        }
    }

    private KeptByLaw? KeptIn(string scheme)
    {
        if (!index.HasKept)
        {
            return null;
        }

        int organisation = index.OrganisationOf(Holder) >= 0 ? index.OrganisationOf(Holder) : Holder;
        return index.KeptBy(organisation, MatterLine, scheme) ?? index.KeptBy(organisation, FunctionLine, scheme);
    }

    private bool IsOnFunctionLine(int subject) =>
        index.Subjects.Expand(subject).Any(node => Array.IndexOf(FunctionLine, node) >= 0);

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

    private int FindHolder()
    {
        int matterOwner = Matter >= 0 ? index.Subjects[Matter].Owner : -1;
        if (matterOwner >= 0 && index.Definition.Parties[matterOwner].Kind != PartyKind.Organisation)
        {
            HeldSubject = Matter;
            return matterOwner;
        }

        // A library declares functions that nobody in particular holds; a matter within one is held by whoever the matter is of.
        bool isFunctionHeld = Function >= 0 && (Matter < 0 || index.Subjects[Function].Owner >= 0);
        HeldSubject = isFunctionHeld ? Function : Matter;
        return HeldSubject >= 0 ? index.Subjects[HeldSubject].Owner : -1;
    }
}
