using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Hosting;

internal static class WarmUp
{
    public static void Start()
    {
        if (Environment.ProcessorCount > 1)
        {
            new Thread(Run) { IsBackground = true }.Start();
        }
    }

    private static void Run()
    {
        try
        {
            Ask();
        }
        catch (Exception)
        {
        }
    }

    private static void Ask()
    {
        var limit = new LimitDefinition { Upper = new BoundDefinition([new BoundTerm(BoundTermKind.Figure, 10m, "GBP")], true) };
        var space = DecisionSpace.Create(new SpaceDefinition
        {
            Parties =
            [
                new PartyDefinition { Name = "A", Boards = [1] },
                new PartyDefinition { Name = "B", Kind = PartyKind.Group },
                new PartyDefinition { Name = "C", Kind = PartyKind.Role },
                new PartyDefinition { Name = "D", Kind = PartyKind.Role, At = [0] },
            ],
            Subjects = [new SubjectDefinition { Name = "s", Owner = 0, Kind = SubjectKind.Matter }, new SubjectDefinition { Name = "t", Owner = 0 }, new SubjectDefinition { Name = "u", Owner = 0, Parent = 1 }],
            Places = [new PlaceDefinition("p")],
            Conditions = [new ConditionDefinition("c"), new ConditionDefinition("d", true)],
            Measures = [new MeasureDefinition("m", "years")],
            Rules =
            [
                new RuleDefinition { Giver = 0, Holders = [[2]], Subjects = [0], Limit = limit, Facts = [[new FactDefinition { Condition = 0 }]], Onward = new OnwardDefinition() },
                new RuleDefinition { Giver = 2, Holders = [[3], [2, 3]], Subjects = [0], Limit = limit, Facts = [[new FactDefinition { Condition = 1 }]] },
                new RuleDefinition { Giver = 0, Holders = [[1]], Subjects = [2], Kind = RuleKind.Reservation },
                new RuleDefinition { Giver = 0, Holders = [[3]], Scope = RuleScope.AllOtherMatters, Days = new DateRange(new DateOnly(2020, 1, 1), new DateOnly(2030, 1, 1)) },
            ],
            Deputies = [new DeputyDefinition { Deputy = 3, Principal = 2 }],
        });
        var day = new DateOnly(2026, 5, 1);
        _ = space.WhoDecides(new Decision { Matter = 0, Day = day });
        _ = space.WhoDecides(new Decision { Matter = 0, Day = day, Amount = new AskedAmount(5m), Place = 0 });
        _ = space.May(2, new Decision { Function = 2, Day = day });
    }
}
