using DelegationLang.Emit.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Cedar;

/// <summary>The list of what the policies do not say. None of it is permitted.</summary>
internal sealed class LeftOut(SpaceDefinition definition, CedarNames names)
{
    private readonly DataScript script = new DataScript(isShown: false).OpenObject().Name("format").Add("delegation-cedar-left-out").Name("formatVersion").Add(1).Line().Name("leftOut").Open();

    /// <summary>The list as JSON.</summary>
    public string Write(ChainPermits found, bool hasAllPairs)
    {
        foreach (string group in found.Uncounted)
        {
            Item("joint", group, "Cedar cannot count how many of one post have signed");
        }

        foreach (Subject subject in found.CutShort)
        {
            Item("cases", Name(subject), "there are more cases than are told apart");
        }

        foreach (Subject subject in found.OnSeveralBases.Where(subject => subject.Function < 0 || subject.Matter < 0))
        {
            Item("basis", Name(subject), "limits count amounts in several ways, so that one of which it is not said what it counts is denied whatever bears on it");
        }

        foreach (int subject in names.Namesakes)
        {
            Item("name", definition.Subjects[subject].Name, "another is called the same");
        }

        foreach (int budget in names.Budgets)
        {
            Item("budget", definition.Subjects[budget].Name, "ask about what it covers: " + Wording.List([.. definition.Subjects[budget].Covers.Select(function => definition.Subjects[function].Name)]));
        }

        if (!hasAllPairs)
        {
            Item("pairs", "matters in relation to functions", "there are too many of them");
        }

        foreach (DeputyDefinition deputy in definition.Deputies)
        {
            Item("deputy", $"{definition.Parties[deputy.Deputy].Name} for {definition.Parties[deputy.Principal].Name}", "a request does not say who is away");
        }

        return script.Close().CloseObject() + "\n";
    }

    private string Name(Subject subject) => subject.Matter < 0 ? definition.Subjects[subject.Function].Name
        : subject.Function < 0 ? definition.Subjects[subject.Matter].Name
        : $"{definition.Subjects[subject.Matter].Name} for {definition.Subjects[subject.Function].Name}";

    private void Item(string kind, string what, string why) => script.Line().OpenObject().Name("kind").Add(kind).Name("what").Add(what).Name("why").Add(why).CloseObject();
}
