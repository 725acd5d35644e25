using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>The parts of a question that are settled before any case is told apart: subject, day, and who holds the subject by law.</summary>
internal sealed partial class DecisionContext
{
    private static readonly SortedDictionary<int, string> NoneBarred = [];

    private readonly SpaceIndex index;
    private readonly FoundRules found;

    public DecisionContext(SpaceIndex index, Decision decision)
    {
        this.index = index;
        found = new FoundRules();
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

    public Decision Decision { get; private set; }

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
    public IReadOnlyDictionary<int, string> Barred => found.Barred ?? NoneBarred;

    /// <summary>The rules that may bear on the decision, as <see cref="Evaluation.RulesInPlay"/> has them. Found once.</summary>
    public IReadOnlyCollection<RuleEntry> RulesInPlay => found.InPlay ??= Evaluation.RulesInPlay.Of(index, this);

    /// <summary>The subject whose holder it is: shown as the start of a chain.</summary>
    public int HeldSubject { get; private set; } = -1;

    /// <summary>Whether what was found of the rules holds for a decision as well: it is about the same subject and day.</summary>
    public bool IsAlike(Decision other) => other.Function == Decision.Function && other.Matter == Decision.Matter && other.Day == Day;

    /// <summary>The same for another decision that <see cref="IsAlike"/>. The two share what they find, so that one alone is used at a time.</summary>
    public DecisionContext With(Decision other)
    {
        var same = (DecisionContext)MemberwiseClone();
        same.Decision = other;
        return same;
    }

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
        if (!found.GivingBySeat.TryGetValue(seat, out SeatGiving? giving))
        {
            int actor = ActingParty(seat);
            ImmutableArray<int> leaders = IsExecutive ? index.Definition.Parties[seat].Leaders : [];
            int[] givers = actor == seat ? [seat] : [seat, actor, .. leaders.Where(leader => leader != actor && IsAlive(leader))];
            found.GivingBySeat.Add(seat, giving = new SeatGiving(givers, [.. givers.Select(RulesOf)]));
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
        if (!found.RulesByGiver.TryGetValue(giver, out GiverRules? rules))
        {
            rules = FindRules(giver);
            found.RulesByGiver.Add(giver, rules);
        }

        return rules;
    }

    private GiverRules FindRules(int giver)
    {
        var rules = new GiverRules();
        foreach (int node in found.Named ??= [.. index.Subjects.SelfAndNamedAbove(Function), .. index.Subjects.SelfAndNamedAbove(Matter)])
        {
            foreach (RuleEntry entry in index.RulesNaming(giver, node))
            {
                Add(entry);
            }
        }

        foreach (RuleEntry entry in index.WideRules(giver))
        {
            if (IsInWideScope(giver, index.Definition.Rules[entry.Rule]))
            {
                Add(entry);
            }
        }

        return rules;

        void Add(RuleEntry entry)
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
                    found.Barred ??= [];
                    found.Barred[ruleIndex] = bar.Law;
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

    // What was found of the rules about a subject on a day, whatever else is said of the decision.
    private sealed class FoundRules
    {
        // What the subject is and lies within, as far as a sentence may name it.
        public int[]? Named { get; set; }

        public Dictionary<int, GiverRules> RulesByGiver { get; } = [];

        public Dictionary<int, SeatGiving> GivingBySeat { get; } = [];

        public SortedDictionary<int, string>? Barred { get; set; }

        public IReadOnlyCollection<RuleEntry>? InPlay { get; set; }
    }
}
