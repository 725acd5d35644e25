using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5008: a place given functions with no budget, or a budget with no function. Said once a place.</summary>
internal sealed class PlaceWithoutBudget : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5008", "place-without-budget", "A place with functions and no budget, or a budget and no function", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        if (run.PlaceGifts.All.Count == 0)
        {
            return;
        }

        var places = new List<Given>();
        var index = new Dictionary<PlaceSymbol, Given>(ReferenceEqualityComparer.Instance);
        foreach (PlaceGift gift in run.PlaceGifts.All)
        {
            GivenTo(places, index, gift.Place).Add(gift, run.Judge.Authority.Index.Lines);
        }

        AddDeclared(run, places, index);
        var said = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        foreach (Given given in places)
        {
            bool hasBudget = given.HasBudget;
            bool hasFunction = given.HasFunction;
            if ((hasBudget && hasFunction) || (given.Function is null && given.BareBudget is null))
            {
                continue;
            }

            foreach (Given other in places)
            {
                if (PlaceGifts.Meet(given.Place, other.Place))
                {
                    hasBudget |= other.HasBudget;
                    hasFunction |= other.HasFunction;
                }
            }

            if (given.Function is PlaceGift function && !hasBudget)
            {
                Report(run, said, function, $"{Phrases.Name(given.Place)} is given functions and no budget", "no budget for it",
                    $"give {Phrases.Name(function.Party)} a budget that covers {Name(function)}, or declare one `at {given.Place.Name}`");
            }
            else if (given.BareBudget is PlaceGift budget && !hasFunction)
            {
                Report(run, said, budget, $"{Phrases.Name(given.Place)} is given a budget and no function", "money for no function",
                    $"say which functions {Name(budget)} is for: `covering` in its declaration");
            }
        }
    }

    private static string Name(PlaceGift gift) => gift.Subject is SubjectSymbol subject ? Phrases.Name(subject) : "it";

    private static Given GivenTo(List<Given> places, Dictionary<PlaceSymbol, Given> index, PlaceSymbol place)
    {
        if (!index.TryGetValue(place, out Given? given))
        {
            index.Add(place, given = new Given(place));
            places.Add(given);
        }

        return given;
    }

    // A budget at the place is there, whoever disposes of it.
    private static void AddDeclared(RuleRun run, List<Given> places, Dictionary<PlaceSymbol, Given> index)
    {
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is SubjectSymbol { IsBudget: true, At.IsEmpty: false } budget)
            {
                foreach (PlaceSymbol place in budget.At)
                {
                    GivenTo(places, index, place).HasBudget = true;
                }
            }
        }
    }

    // One sentence may give the same to ten places.
    private void Report(RuleRun run, HashSet<Statement> said, PlaceGift gift, string message, string label, string help)
    {
        if (said.Add(gift.Statement))
        {
            run.Report(gift.Statement, new Diagnostic(Descriptor, LocationOf(gift), message) { Label = label, Help = help });
        }
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

    /// <summary>What one place is given.</summary>
    private sealed class Given(PlaceSymbol place)
    {
        public PlaceSymbol Place { get; } = place;

        public PlaceGift? Function { get; private set; }

        public PlaceGift? BareBudget { get; private set; }

        public bool HasBudget { get; set; }

        /// <summary>Whether it has a function, by itself or by a budget that covers one.</summary>
        public bool HasFunction { get; private set; }

        public void Add(PlaceGift gift, SubjectLines lines)
        {
            switch (gift.Subject)
            {
                case null:
                    HasBudget = true;
                    HasFunction = true;
                    break;
                case { IsFunction: true }:
                    Function ??= gift;
                    HasFunction = true;
                    break;
                case { IsBudget: true } budget:
                    HasBudget = true;
                    bool covers = false;
                    foreach (SubjectSymbol node in lines.Nodes(budget))
                    {
                        covers |= node.IsFunction;
                    }

                    HasFunction |= covers;
                    BareBudget = covers ? BareBudget : BareBudget ?? gift;
                    break;
            }
        }
    }
}
