using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Emit.Decisions;

/// <content>Trees of cases, and what they turn on.</content>
internal sealed partial class CaseData
{
    private void Write(DecisionCases cases)
    {
        treeScript.OpenObject().Name("variables").Open();
        foreach (CaseVariable variable in cases.Variables)
        {
            Write(variable);
        }

        treeScript.Close().Name("splits").Open();
        foreach (CaseNode split in cases.Splits)
        {
            treeScript.Open().Add(split.Variable).Open();
            foreach (int cell in split.Cells)
            {
                WriteNode(cell);
            }

            treeScript.Close().Close();
        }

        treeScript.Close().Name("leaves").Add(cases.Leaves.Select(AnswerOf)).Name("root");
        WriteNode(cases.Root);
        treeScript.Name("bases").Add(Strings(cases.Bases)).Name("onlyVat").Add((int)cases.OnlyVat).Name("usesVat").Add(cases.IsVatUsed ? 1 : 0)
            .Name("isCutShort").Add(cases.IsCutShort ? 1 : 0).CloseObject();
    }

    private void WriteNode(int node)
    {
        if (node == DecisionCases.Impossible)
        {
            treeScript.Null();
        }
        else
        {
            treeScript.Add(node);
        }
    }

    private void Write(CaseVariable variable)
    {
        treeScript.OpenObject().Name("kind").Add((int)variable.Kind);
        if (variable.Kind == CaseVariableKind.Amount || (variable.Kind == CaseVariableKind.Ratio && variable.Measure < 0))
        {
            treeScript.Name("currency").Add(String(variable.Currency)).Name("basis").Add(String(variable.Basis)).Name("vat").Add((int)variable.Vat)
                .Name("axis").Add(String(Wording.Basis(variable.Basis, variable.Vat)));
        }

        if (variable.Measure >= 0)
        {
            treeScript.Name("measure").Add(variable.Measure);
        }

        if (variable.Index >= 0)
        {
            treeScript.Name("index").Add(variable.Index);
        }

        if (!variable.Figures.IsEmpty)
        {
            treeScript.Name("figures").Open();
            foreach (decimal figure in variable.Figures)
            {
                treeScript.Add(figure.ToString("0.############################", CultureInfo.InvariantCulture));
            }

            treeScript.Close().Name("words").Add(Strings(variable.Figures.Select(figure => Words(variable, figure))));
        }

        if (!variable.Places.IsEmpty)
        {
            treeScript.Name("places").Add(variable.Places);
        }

        if (!variable.Vats.IsEmpty)
        {
            treeScript.Name("vats").Add(variable.Vats.Select(vat => (int)vat));
        }

        treeScript.CloseObject();
    }

    private string Words(CaseVariable variable, decimal figure)
    {
        if (variable.Kind == CaseVariableKind.Ratio)
        {
            return Wording.Amount(figure * 100, "") + "% of " + definition.Measures[variable.Index].Name;
        }

        if (variable.Measure < 0)
        {
            return Wording.Amount(figure, variable.Currency);
        }

        MeasureDefinition measure = definition.Measures[variable.Measure];
        return measure.Currency.Length > 0 ? Wording.Amount(figure, measure.Currency) : Wording.Amount(figure, "") + " " + measure.Unit;
    }
}
