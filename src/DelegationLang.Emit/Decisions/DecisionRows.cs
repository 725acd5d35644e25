using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Emit.Decisions;

/// <summary>
/// Writes the cases of every subject, and of every matter in relation to every function. What decisions have in common is told once: trees of cases, and
/// rows, which say for each run of days which trees hold.
/// </summary>
internal sealed class DecisionRows(SpaceDefinition definition, ImmutableArray<DateRange> runs)
{
    /// <summary>Beyond so many pairs of a matter and a function, only those pairs are told that a sentence speaks of.</summary>
    private const int MostPairs = 12_000;

    /// <summary>How many cases of one decision are looked at. What has more is left to the tool.</summary>
    private const int MostCases = 20_000;

    private readonly DecisionCatalogue catalogue = new(definition, MostCases, CaseDetail.Standings);
    private readonly CaseData cases = new(definition);
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly DataScript rowScript = new DataScript(isShown: false).Open();

    /// <summary>Writes them into an object that is open.</summary>
    public void Write(DataScript script)
    {
        int[] functions = [.. Enumerable.Range(0, definition.Subjects.Length).Where(IsFunction)];
        bool hasAllPairs = functions.Length * definition.Subjects.Count(subject => subject.Kind == SubjectKind.Matter) <= MostPairs;
        DataScript decisions = new DataScript(isShown: false).Open();
        for (int subject = 0; subject < definition.Subjects.Length; subject++)
        {
            decisions.OpenObject();
            if (IsFunction(subject))
            {
                decisions.Name("row").Add(RowOf(new Decision { Day = default, Function = subject }));
            }
            else if (definition.Subjects[subject].Kind == SubjectKind.Matter)
            {
                WriteMatter(decisions, new Decision { Day = default, Matter = subject }, hasAllPairs ? functions : null);
            }

            decisions.CloseObject();
        }

        cases.WriteTo(script.Line());
        script.Line().Name("rows").Raw(rowScript.Close().ToString()).Line().Name("decisions").Raw(decisions.Close().ToString());
    }

    private bool IsFunction(int subject) =>
        definition.Subjects[subject] is { Kind: SubjectKind.Function } or { Kind: SubjectKind.Budget, Covers.IsEmpty: true };

    private void WriteMatter(DataScript script, Decision open, int[]? functions)
    {
        int[][] named = [.. runs.Select(run => catalogue.FunctionsOf(open with { Day = run.First }).ToArray())];
        script.Name("row").Add(RowOf(open)).Name("for").OpenObject();
        foreach (int function in functions ?? [.. named.SelectMany(some => some).Distinct().Order()])
        {
            script.Name(function.ToString(CultureInfo.InvariantCulture)).Add(RowOf(open with { Function = function }));
        }

        script.CloseObject();
        if (named.Any(some => some.Length > 0))
        {
            script.Name("toldFor").Open();
            foreach (int[] some in named)
            {
                script.Add(some);
            }

            script.Close();
        }
    }

    private int RowOf(Decision open)
    {
        DataScript row = new DataScript(isShown: false).Open();
        foreach (DecisionCases[] day in CasesByDay.Of(catalogue, runs, open))
        {
            row.Add(day.Select(cases.TreeOf));
        }

        string text = row.Close().ToString();
        if (!rows.TryGetValue(text, out int number))
        {
            number = rows.Count;
            rows.Add(text, number);
            rowScript.Raw(text);
        }

        return number;
    }
}
