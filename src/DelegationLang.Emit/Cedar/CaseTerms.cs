using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Emit.Cedar;

/// <summary>
/// What must be said for something to hold in the cases of a decision, as few terms as say all of it: of a question that leaves something open it holds
/// only if it does in every case, so a term names what must be known, and holds whatever the rest is.
/// </summary>
/// <param name="cases">The cases.</param>
/// <param name="said">What the question says of value added tax.</param>
internal sealed class CaseTerms(DecisionCases cases, Vat said)
{
    /// <summary>Beyond so many terms the rest is left out: what they would permit is denied.</summary>
    public const int MostTerms = 64;

    private readonly Dictionary<(int Node, Vat Vat), ImmutableArray<Term>> known = [];
    private Func<CaseAnswer, bool> holds = _ => false;

    /// <summary>Whether there were more terms than are told.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The terms under which something holds.</summary>
    /// <param name="inCase">Whether it holds in a case.</param>
    public ImmutableArray<Term> Of(Func<CaseAnswer, bool> inCase)
    {
        holds = inCase;
        known.Clear();
        bool isTried = cases.Variables.Any(variable => variable.Kind == CaseVariableKind.Vat);
        return Walk(cases.Root, said != Vat.Unstated ? said : isTried ? Vat.Unstated : cases.OnlyVat);
    }

    // How a number is named in terms: an amount by currency and what it counts (marked where a request need not say that), a measure, or a part of a measure.
    private string NameOf(CaseVariable variable)
    {
        string top = variable.Measure >= 0 ? string.Create(CultureInfo.InvariantCulture, $"m\n{variable.Measure}") : $"a\n{variable.Currency}\n{variable.Basis}{(cases.Bases.Length < 2 ? "\n" : "")}";
        return variable.Kind == CaseVariableKind.Ratio ? string.Create(CultureInfo.InvariantCulture, $"r\n{variable.Index}\n{top}") : top;
    }

    private ImmutableArray<Term> Walk(int node, Vat vat)
    {
        if (node < 0)
        {
            return holds(cases.Leaves[-1 - node]) ? [Term.Always] : [];
        }

        if (!known.TryGetValue((node, vat), out ImmutableArray<Term> terms))
        {
            terms = IsTried(node, vat) ? InAll([Walk(node, Vat.Excluding), Walk(node, Vat.Including)]) : Split(cases.Splits[node], vat);
            if (terms.Length > MostTerms)
            {
                IsCutShort = true;
                terms = terms[..MostTerms];
            }

            known.Add((node, vat), terms);
        }

        return terms;
    }

    // An amount of which nothing is said of tax is tried in both ways, also where that makes no difference to one that is not said.
    private bool IsTried(int node, Vat vat) =>
        vat == Vat.Unstated && said == Vat.Unstated && cases.Variables[cases.Splits[node].Variable] is { Vat: not Vat.Unstated } variable && IsAmount(variable)
        && cases.Variables.Any(other => other.Kind == CaseVariableKind.Vat);

    private ImmutableArray<Term> Split(CaseNode split, Vat vat)
    {
        CaseVariable variable = cases.Variables[split.Variable];
        (int Cell, ImmutableArray<Term> Terms)[] cells =
        [
            .. split.Cells.Select((child, cell) => (Child: child, Cell: cell)).Where(one => one.Child != DecisionCases.Impossible)
                .Select(one => (one.Cell, Walk(one.Child, variable.Kind == CaseVariableKind.Vat ? variable.Vats[one.Cell] : vat))),
        ];
        if (variable.Kind == CaseVariableKind.Vat)
        {
            return InAll(cells.Select(cell => cell.Terms));
        }

        // An amount that counts tax the other way is not said by the one that is; but tax only adds.
        if (IsAmount(variable) && variable.Vat != Vat.Unstated && variable.Vat != vat)
        {
            return InAll(cells.Select(cell => Term.Reduce(variable.Kind == CaseVariableKind.Amount ? [.. cell.Terms, .. Excluded(variable, cell.Cell, vat)] : cell.Terms)));
        }

        var terms = new List<Term>(InAll(cells.Select(cell => cell.Terms)));
        foreach (Term term in Term.Reduce(cells.SelectMany(cell => cell.Terms)))
        {
            int[] where = [.. cells.Where(cell => cell.Terms.Any(own => own.Covers(term))).Select(cell => cell.Cell)];
            terms.AddRange(Said(variable, where).Select(literal => literal.And(term)).OfType<Term>());
        }

        // What holds only in the other cells of a term that another covers there.
        foreach ((int cell, ImmutableArray<Term> own) in cells)
        {
            terms.AddRange(own.SelectMany(term => Said(variable, [cell]).Select(literal => literal.And(term)).OfType<Term>()));
        }

        return Term.Reduce(terms);
    }

    private ImmutableArray<Term> InAll(IEnumerable<ImmutableArray<Term>> cells)
    {
        ImmutableArray<Term> all = [Term.Always];
        foreach (ImmutableArray<Term> cell in cells)
        {
            all = Term.Reduce(all.SelectMany(_ => cell, (one, other) => one.And(other)).OfType<Term>());
            if (all.Length > MostTerms)
            {
                IsCutShort = true;
                all = all[..MostTerms];
            }
        }

        return all;
    }

    private static bool IsAmount(CaseVariable variable) => variable.Measure < 0 && (variable.Kind is CaseVariableKind.Amount or CaseVariableKind.Ratio);

    private IEnumerable<Term> Excluded(CaseVariable variable, int cell, Vat vat)
    {
        ValueRange range = RangeOf(variable, cell, cell);
        ValueRange? excluded = vat == Vat.Excluding
            ? range.High is { } high ? new ValueRange(high, !range.IsHighIn, null, false) : null
            : vat == Vat.Including && range.Low is > 0 and var low ? new ValueRange(null, false, low, !range.IsLowIn) : null;
        return excluded is null ? [] : [Number(variable, excluded)];
    }

    private Term Number(CaseVariable variable, ValueRange range) => new() { Numbers = Term.Always.Numbers.Add(NameOf(variable), range) };

    private IEnumerable<Term> Said(CaseVariable variable, int[] cells)
    {
        if (cells.Length == 0)
        {
            yield break;
        }

        switch (variable.Kind)
        {
            case CaseVariableKind.Place:
                yield return new Term { Places = [.. cells] };
                break;
            case CaseVariableKind.Condition:
                foreach (int cell in cells)
                {
                    yield return new Term { Conditions = Term.Always.Conditions.Add(variable.Index, cell == 0) };
                }

                break;
            default:
                int start = 0;
                for (int i = 1; i <= cells.Length; i++)
                {
                    if (i == cells.Length || cells[i] != cells[i - 1] + 1)
                    {
                        yield return Number(variable, RangeOf(variable, cells[start], cells[i - 1]));
                        start = i;
                    }
                }

                break;
        }
    }

    private static ValueRange RangeOf(CaseVariable variable, int first, int last)
    {
        decimal? low = first == 0 ? null : variable.Figures[(first - 1) / 2];
        decimal? high = last / 2 == variable.Figures.Length ? null : variable.Figures[last / 2];
        return new ValueRange(low, first % 2 == 1, high, last % 2 == 1);
    }
}
