using DelegationLang.Policy;

namespace DelegationLang.Cli.Hosting;

/// <summary>
/// Makes the evaluator ready on another core while the scheme is being read. Most of a short run goes into loading code for the first time;
/// the evaluator is wanted last and needs nothing of what comes before it, so that its share of that can be done at the same time.
/// </summary>
internal static class WarmUp
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    /// <summary>Starts, where the machine has a core to spare. Nothing waits for it, and nothing depends on it.</summary>
    public static void Start(Host host)
    {
        if (host.HasSpareCore)
        {
            new Thread(Run) { IsBackground = true, Name = "warm-up" }.Start();
        }
    }

    private static void Run()
    {
        try
        {
            Ask(DecisionSpace.Create(SmallScheme()));
        }
        catch (Exception)
        {
            // Whatever is wrong shows where the evaluator is really asked, and is reported there.
        }
    }

    private static void Ask(DecisionSpace space)
    {
        _ = space.WhoDecides(new Decision { Matter = 0, Day = Day });
        _ = space.WhoDecides(new Decision { Matter = 0, Day = Day, Amount = new AskedAmount(5m), Place = 0 });
        _ = space.May(2, new Decision { Function = 2, Day = Day });
    }

    /// <summary>One of most things: a chain with limits and facts, a reservation, a residual, a joint holder, a place, a deputy.</summary>
    private static SpaceDefinition SmallScheme()
    {
        var limit = new LimitDefinition { Upper = new BoundDefinition([new BoundTerm(BoundTermKind.Figure, 10m, "GBP")], IsIncluded: true) };
        return new SpaceDefinition
        {
            Parties =
            [
                new PartyDefinition { Name = "Trust", Boards = [1] },
                new PartyDefinition { Name = "Board", Kind = PartyKind.Group },
                new PartyDefinition { Name = "Director", Kind = PartyKind.Role },
                new PartyDefinition { Name = "Manager", Kind = PartyKind.Role, At = [0] },
            ],
            Subjects =
            [
                new SubjectDefinition { Name = "buying", Owner = 0, Kind = SubjectKind.Matter },
                new SubjectDefinition { Name = "care", Owner = 0 },
                new SubjectDefinition { Name = "podiatry", Owner = 0, Parent = 1 },
            ],
            Places = [new PlaceDefinition("Leeds")],
            Conditions = [new ConditionDefinition("urgent"), new ConditionDefinition("in budget", Normally: true)],
            Rules =
            [
                new RuleDefinition { Giver = 0, Holders = [[2]], Subjects = [0], Limit = limit, Facts = [[new FactDefinition { Condition = 0 }]], Onward = new OnwardDefinition() },
                new RuleDefinition { Giver = 2, Holders = [[3], [2, 3]], Subjects = [0], Limit = limit, Facts = [[new FactDefinition { Condition = 1 }]] },
                new RuleDefinition { Giver = 0, Holders = [[1]], Subjects = [2], Kind = RuleKind.Reservation },
                new RuleDefinition { Giver = 0, Holders = [[3]], Scope = RuleScope.AllOtherMatters },
            ],
            Deputies = [new DeputyDefinition { Deputy = 3, Principal = 2 }],
        };
    }
}
