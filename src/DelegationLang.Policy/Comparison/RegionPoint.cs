using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>Finds a point of a region: of the cells in which it lies, some that can be so together.</summary>
internal sealed class RegionPoint(DecisionContext context, VariableTable variables, Knowledge knowledge)
{
    private const int MostTries = 256;

    private int tries;

    /// <summary>A point of the region; none where it has none.</summary>
    public SurveyPoint? In(Region region)
    {
        for (int order = 0; order < variables.Count; order++)
        {
            knowledge[order] = -1;
        }

        SurveyPoint? point = Choose(region, 0);
        foreach (RegionCut cut in region.Cuts)
        {
            knowledge[cut.Variable.Order] = -1;
        }

        return point;
    }

    private SurveyPoint? Choose(Region region, int next)
    {
        if (next == region.Cuts.Length)
        {
            return ++tries > MostTries || knowledge.IsImpossible() ? null : PointFinder.Find(context, context.Decision, variables, knowledge);
        }

        RegionCut cut = region.Cuts[next];

        // Of a number first what lies between figures: it shows better than a figure itself that a whole region is meant.
        IEnumerable<int> cells = cut.Variable.IsNumber ? cut.Cells.Where(cell => cell % 2 == 0).Concat(cut.Cells.Where(cell => cell % 2 == 1)) : Nearest(cut);
        foreach (int cell in cells)
        {
            knowledge[cut.Variable.Order] = cell;
            if (Choose(region, next + 1) is { } point)
            {
                return point;
            }

            if (tries > MostTries)
            {
                return null;
            }
        }

        return null;
    }

    // A place that has a name, rather than anywhere else.
    private static IEnumerable<int> Nearest(RegionCut cut) => cut.Variable.Kind == VariableKind.Place
        ? cut.Cells.Where(cell => cut.Variable.Places[cell] >= 0).Concat(cut.Cells.Where(cell => cut.Variable.Places[cell] < 0))
        : cut.Cells;
}
