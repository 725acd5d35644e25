using System.Text;
using DelegationLang.Emit.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Emit.Html.Ask;

/// <summary>The answers about the subjects of one page as a script that holds data alone: cases, each told once for all of them, and which hold on which days.</summary>
internal sealed class PageAnswers(PageContext context)
{
    private readonly CaseData cases = new(context.Definition, source => context.SourceLink(source).Href);
    private readonly List<(string Id, DataScript Decisions)> subjects = [];

    /// <summary>Begins a subject.</summary>
    public void Begin(string id) => subjects.Add((id, new DataScript().OpenObject()));

    /// <summary>Adds a decision of the subject: for each run of days the cases where nothing is said of VAT, and where VAT is not counted and counted.</summary>
    /// <param name="name">The function that a matter is decided for; empty for none.</param>
    /// <param name="days">For each run one set of cases or three.</param>
    public void Add(string name, IEnumerable<DecisionCases[]> days)
    {
        DataScript decisions = subjects[^1].Decisions;
        decisions.Name(name).Open();
        foreach (DecisionCases[] day in days)
        {
            decisions.Add(day.Select(cases.TreeOf));
        }

        decisions.Close();
    }

    /// <summary>The file; the first subject has the cases, and the others share them.</summary>
    public EmittedFile ToFile(string path)
    {
        DataScript script = new DataScript().OpenObject();
        cases.WriteTo(script);
        var text = new StringBuilder("window.DelegationAnswers=window.DelegationAnswers||{};\n");
        for (int i = 0; i < subjects.Count; i++)
        {
            string decisions = subjects[i].Decisions.CloseObject().ToString();
            string answers = i == 0
                ? script.Line().Name("decisions").Raw(decisions).CloseObject().ToString()
                : $"Object.assign({{}},{Name(subjects[0].Id)},{{\"decisions\":{decisions}}})";
            text.Append(Name(subjects[i].Id)).Append('=').Append(answers).Append(";\n");
        }

        return EmittedFile.FromText(path, text.ToString());

        static string Name(string id) => $"window.DelegationAnswers[\"{id}\"]";
    }
}
