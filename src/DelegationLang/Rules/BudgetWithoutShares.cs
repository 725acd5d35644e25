using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5009: one budget given to several place parties without shares.</summary>
internal sealed class BudgetWithoutShares : IRule
{
    private const int MaximumDepth = 200;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5009", "budget-without-shares", "One budget given to several places without shares", DiagnosticSeverity.Info, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var shared = new Dictionary<SubjectSymbol, List<PlaceGift>>(ReferenceEqualityComparer.Instance);
        var budgets = new List<SubjectSymbol>();
        foreach (PlaceGift gift in run.PlaceGifts.All)
        {
            if (gift.Subject is not { IsBudget: true } budget)
            {
                continue;
            }

            if (!shared.TryGetValue(budget, out List<PlaceGift>? gifts))
            {
                shared.Add(budget, gifts = []);
                budgets.Add(budget);
            }

            gifts.Add(gift);
        }

        foreach (SubjectSymbol budget in budgets)
        {
            if (Describe(run, budget, shared[budget]) is Diagnostic finding)
            {
                run.Report(shared[budget][0].Statement, finding);
            }
        }
    }

    private Diagnostic? Describe(RuleRun run, SubjectSymbol budget, List<PlaceGift> gifts)
    {
        // A committee gives its share on to its director: those are two parties of one place, and of two delegators.
        var parties = new List<PartySymbol>();
        var lacking = new List<PlaceSymbol>();
        bool hasTwoPlaces = false;
        foreach (PlaceGift gift in gifts)
        {
            if (!IsOfFirstDelegator(run, gifts, gift))
            {
                continue;
            }

            hasTwoPlaces |= !ReferenceEquals(gift.Party, gifts[0].Party) && !IsAtPlaceOf(gift, gifts[0].Party);
            if (!parties.Contains(gift.Party))
            {
                parties.Add(gift.Party);
            }

            if (!lacking.Contains(gift.Place) && !HasShare(run.Judge.Authority.Index.Lines, budget, gift.Place, 0))
            {
                lacking.Add(gift.Place);
            }
        }

        if (!hasTwoPlaces || lacking.Count == 0)
        {
            return null;
        }

        string name = Phrases.Name(budget);
        return new Diagnostic(
            Descriptor,
            LocationOf(gifts[0]),
            $"{name} is given to {Phrases.Names(parties)}, and nothing says how much of it is for {Phrases.Names(lacking)}{Phrases.LocalPractice}")
        {
            Label = "one budget for several places",
            Related = [new RelatedLocation($"{name} is declared here", budget.Location)],
            Help = $"declare a share for each place: `NAME is a budget within {budget.Name} at {lacking[0].Name} worth £…`",
        };
    }

    private static bool IsOfFirstDelegator(RuleRun run, List<PlaceGift> gifts, PlaceGift gift) =>
        gift.Statement.Delegator is PartySymbol delegator
        && gifts[0].Statement.Delegator is PartySymbol first
        && run.Seats.AreSame(delegator, first);

    private static bool IsAtPlaceOf(PlaceGift gift, PartySymbol party) =>
        Seats.Person(party).At.Any(place => PlaceGifts.Meet(place, gift.Place));

    private static bool HasShare(SubjectLines lines, SubjectSymbol budget, PlaceSymbol place, int depth)
    {
        foreach (SubjectSymbol part in lines.BudgetsWithin(budget))
        {
            foreach (PlaceSymbol at in part.At)
            {
                if (PlaceGifts.Meet(place, at))
                {
                    return true;
                }
            }

            if (depth < MaximumDepth && HasShare(lines, part, place, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static SourceLocation LocationOf(PlaceGift gift)
    {
        foreach (SubjectReference subject in gift.Statement.Subjects)
        {
            if (ReferenceEquals(subject.Symbol, gift.Subject))
            {
                return subject.Location;
            }
        }

        return gift.Statement.Location;
    }
}
