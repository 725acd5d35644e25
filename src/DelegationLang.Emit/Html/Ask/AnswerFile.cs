using System.Globalization;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Html.Ask;

/// <summary>The answers about one subject as a script that holds data alone: cases, each told once, and which hold on which days.</summary>
internal sealed class AnswerFile(PageContext context)
{
    private readonly Dictionary<string, int> strings = new(StringComparer.Ordinal);
    private readonly List<string> stringList = [];
    private readonly Dictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly AskScript answerScript = new AskScript().Open();
    private readonly Dictionary<DecisionCases, int> trees = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> reasons = new(StringComparer.Ordinal);
    private readonly AskScript treeScript = new AskScript().Open();
    private int treeCount;
    private readonly AskScript decisions = new AskScript().OpenObject();

    private SpaceDefinition Definition => context.Definition;

    /// <summary>Adds a decision: for each run of days the cases where nothing is said of VAT, and where VAT is not counted and counted.</summary>
    /// <param name="name">The function that a matter is decided for; empty for none.</param>
    /// <param name="days">For each run three sets of cases.</param>
    public void Add(string name, IEnumerable<DecisionCases[]> days)
    {
        decisions.Name(name).Open();
        foreach (DecisionCases[] day in days)
        {
            decisions.Add(day.Select(TreeOf));
        }

        decisions.Close();
    }

    /// <summary>The file.</summary>
    public EmittedFile ToFile(string path, string id)
    {
        var script = new AskScript().OpenObject();
        script.Name("strings").Open();
        foreach (string text in stringList)
        {
            script.Add(text);
        }

        script.Close();
        string rest = $",\n\"answers\":{answerScript.Close()},\n\"trees\":{treeScript.Close()},\n\"decisions\":{decisions.CloseObject()}}}";
        return EmittedFile.FromText(path, $"window.DelegationAnswers=window.DelegationAnswers||{{}};\nwindow.DelegationAnswers[\"{id}\"]={script}{rest};\n");
    }

    private int String(string text)
    {
        if (!strings.TryGetValue(text, out int number))
        {
            number = stringList.Count;
            strings.Add(text, number);
            stringList.Add(text);
        }

        return number;
    }

    private IEnumerable<int> Strings(IEnumerable<string> texts) => texts.Select(String);

    private int TreeOf(DecisionCases cases)
    {
        if (cases.Nobody is { } nobody)
        {
            // The day that is asked about stands in the reason: it is put there again when the question is answered.
            string reason = string.Join("; ", nobody.Reasons).Replace(" on " + Wording.Day(nobody.Day) + ": it exists ", " on {day}: it exists ", StringComparison.Ordinal);
            if (!reasons.TryGetValue(reason, out int known))
            {
                known = treeCount++;
                reasons.Add(reason, known);
                treeScript.OpenObject().Name("nobody").Add(String(reason)).CloseObject();
            }

            return known;
        }

        if (!trees.TryGetValue(cases, out int number))
        {
            number = treeCount++;
            trees.Add(cases, number);
            Write(cases);
        }

        return number;
    }

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
            return Wording.Amount(figure * 100, "") + "% of " + Definition.Measures[variable.Index].Name;
        }

        if (variable.Measure < 0)
        {
            return Wording.Amount(figure, variable.Currency);
        }

        MeasureDefinition measure = Definition.Measures[variable.Measure];
        return measure.Currency.Length > 0 ? Wording.Amount(figure, measure.Currency) : Wording.Amount(figure, "") + " " + measure.Unit;
    }

    private int AnswerOf(CaseAnswer leaf)
    {
        AskScript script = new AskScript().OpenObject();
        Answer answer = leaf.Answer;
        script.Name("key").Add(String(leaf.Key)).Name("outcome").Add(String(answer.Outcome.ToString())).Name("alternatives").Open();
        foreach (var group in answer.Alternatives)
        {
            script.Add(Strings(group));
        }

        script.Close();
        List("steps", answer.Steps);
        List("duties", answer.Duties);
        List("exceptional", answer.Exceptional);
        List("keepAuthority", answer.KeepAuthority);
        List("reasons", answer.Reasons.Select(reason => reason.Replace(" does not exist on " + Wording.Day(answer.Day), " does not exist on {day}", StringComparison.Ordinal)));
        if (answer.UnderContract)
        {
            script.Name("underContract").Add(1);
        }

        script.Name("chain").Open();
        foreach (ChainLink link in answer.Chain)
        {
            script.Open().Add(String(link.Party)).Add(String(link.Via)).Add(String(Source(link.Source))).Add(String(link.Reference)).Add(link.Rule).Add(String(context.SourceLink(link.Source).Href)).Close();
        }

        script.Close();
        if (!answer.Deputies.IsEmpty)
        {
            script.Name("deputies").Open();
            foreach (DeputyAnswer deputy in answer.Deputies)
            {
                script.Open().Add(String(deputy.Party)).Add(String(deputy.For)).Add(String(deputy.When)).Add(String(Source(deputy.Source))).Add(String(context.SourceLink(deputy.Source).Href));
                DeputyFacts.Write(script, Definition, deputy);
                script.Close();
            }

            script.Close();
        }

        string text = script.CloseObject().ToString();
        if (!answers.TryGetValue(text, out int number))
        {
            number = answers.Count;
            answers.Add(text, number);
            answerScript.Raw(text);
        }

        return number;

        void List(string name, IEnumerable<string> texts)
        {
            int[] numbers = [.. Strings(texts)];
            if (numbers.Length > 0)
            {
                script.Name(name).Add(numbers);
            }
        }
    }

    private static string Source(SourceReference source) =>
        string.IsNullOrEmpty(source.File) ? "" : string.Create(CultureInfo.InvariantCulture, $"{source.File}:{source.Line}");
}
