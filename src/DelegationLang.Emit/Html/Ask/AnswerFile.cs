using DelegationLang.Emit.Decisions;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Html.Ask;

/// <summary>The answers about one subject as a script that holds data alone: cases, each told once, and which hold on which days.</summary>
internal sealed class AnswerFile(PageContext context)
{
    private readonly CaseData cases = new(context.Definition, source => context.SourceLink(source).Href);
    private readonly DataScript decisions = new DataScript().OpenObject();

    /// <summary>Adds a decision: for each run of days the cases where nothing is said of VAT, and where VAT is not counted and counted.</summary>
    /// <param name="name">The function that a matter is decided for; empty for none.</param>
    /// <param name="days">For each run one set of cases or three.</param>
    public void Add(string name, IEnumerable<DecisionCases[]> days)
    {
        decisions.Name(name).Open();
        foreach (DecisionCases[] day in days)
        {
            decisions.Add(day.Select(cases.TreeOf));
        }

        decisions.Close();
    }

    /// <summary>The file.</summary>
    public EmittedFile ToFile(string path, string id)
    {
        var script = new DataScript().OpenObject();
        cases.WriteTo(script);
        script.Line().Name("decisions").Raw(decisions.CloseObject().ToString()).CloseObject();
        return EmittedFile.FromText(path, $"window.DelegationAnswers=window.DelegationAnswers||{{}};\nwindow.DelegationAnswers[\"{id}\"]={script};\n");
    }
}
