using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Emit.Decisions;

/// <summary>Cases of decisions as data, each told once: what they may turn on, and the answers, with texts as numbers of a list.</summary>
/// <param name="definition">The decision space, with the names of files as published.</param>
/// <param name="hrefOf">The address of a sentence on the site that the data belongs to; none for data that belongs to no site, which then has links of chains and standings in lists.</param>
internal sealed partial class CaseData(SpaceDefinition definition, Func<SourceReference, string>? hrefOf = null)
{
    private readonly Dictionary<string, int> strings = new(StringComparer.Ordinal);
    private readonly List<string> stringList = [];
    private readonly Dictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly DataScript answerScript = New(hrefOf).Open();
    private readonly Dictionary<DecisionCases, int> trees = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> reasons = new(StringComparer.Ordinal);
    private readonly DataScript treeScript = New(hrefOf).Open();
    private int treeCount;
    private readonly Dictionary<string, int> links = new(StringComparer.Ordinal);
    private readonly DataScript linkScript = New(hrefOf).Open();
    private readonly Dictionary<string, int> standings = new(StringComparer.Ordinal);
    private readonly DataScript standingScript = New(hrefOf).Open();

    /// <summary>Writes all that was told into an object that is open.</summary>
    public void WriteTo(DataScript script)
    {
        script.Name("strings").Open();
        foreach (string text in stringList)
        {
            script.Add(text);
        }

        script.Close();
        if (hrefOf is null)
        {
            script.Line().Name("links").Raw(linkScript.Close().ToString()).Line().Name("standings").Raw(standingScript.Close().ToString());
        }

        script.Line().Name("answers").Raw(answerScript.Close().ToString()).Line().Name("trees").Raw(treeScript.Close().ToString());
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

    /// <summary>The number of the tree that holds the cases.</summary>
    public int TreeOf(DecisionCases cases)
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

    private int AnswerOf(CaseAnswer leaf)
    {
        DataScript script = New(hrefOf).OpenObject();
        Answer answer = leaf.Answer;
        script.Name("key").Add(String(leaf.Key)).Name("outcome").Add(String(answer.Outcome.ToString())).Name("alternatives");
        Groups(script, answer.Alternatives);
        Lists(script, answer);
        List(script, "keepAuthority", answer.KeepAuthority);
        List(script, "reasons", answer.Reasons.Select(reason => reason.Replace(" does not exist on " + Wording.Day(answer.Day), " does not exist on {day}", StringComparison.Ordinal)));
        UnderContract(script, answer);
        Chain(script, answer);
        if (!answer.Deputies.IsEmpty)
        {
            script.Name("deputies").Open();
            foreach ((DeputyAnswer deputy, string when, ImmutableArray<DeputyElsewhere> elsewhere) in leaf.Deputies)
            {
                script.Open().Add(String(deputy.Party)).Add(String(deputy.For)).Add(String(when)).Add(String(Source(deputy.Source)));
                script.Add(String(hrefOf?.Invoke(deputy.Source) ?? ""));
                DeputyData.Write(script, definition, deputy);
                if (!elsewhere.IsEmpty)
                {
                    Elsewhere(script, elsewhere);
                }

                script.Close();
            }

            script.Close();
        }

        if (!leaf.Standings.IsEmpty)
        {
            script.Name("standings").Add(leaf.Standings.Select(StandingOf));
        }

        if (!leaf.StandIns.IsEmpty)
        {
            script.Name("standIns").Open();
            foreach ((int party, DeputyAnswer standIn) in leaf.StandIns)
            {
                script.Open().Add(party).Add(String(standIn.For)).Add(String(standIn.When)).Add(String(Source(standIn.Source)));
                DeputyData.Write(script, definition, standIn);
                script.Close();
            }

            script.Close();
        }

        return Number(answers, answerScript, script.CloseObject().ToString());
    }

    // Those for whom the deputy may not act at the same time, each with the facts of every sentence by which it is their deputy.
    private void Elsewhere(DataScript script, ImmutableArray<DeputyElsewhere> elsewhere)
    {
        script.Open();
        foreach (DeputyElsewhere other in elsewhere)
        {
            script.Open().Add(String(other.Principal)).Open();
            foreach (DeputyDefinition sentence in other.Deputies)
            {
                DeputyData.Write(script, sentence.Facts);
            }

            script.Close().Close();
        }

        script.Close();
    }

    private int StandingOf(CaseStanding standing)
    {
        DataScript script = New(hrefOf).OpenObject();
        script.Name("parties").Add(standing.Parties).Name("may").Add(standing.Answer.Outcome == Outcome.Yes ? 1 : 0);
        if (standing.Answer.Outcome == Outcome.No)
        {
            script.Name("alternatives");
            Groups(script, standing.Answer.Alternatives);
        }

        Lists(script, standing.Answer with { Exceptional = [] });
        if (!standing.Answer.Exceptional.IsEmpty)
        {
            script.Name("isExceptional").Add(1);
        }

        UnderContract(script, standing.Answer);
        Chain(script, standing.Answer);
        return Number(standings, standingScript, script.CloseObject().ToString());
    }

    private void Lists(DataScript script, Answer answer)
    {
        List(script, "steps", answer.Steps);
        List(script, "duties", answer.Duties);
        List(script, "exceptional", answer.Exceptional);
    }

    private static void UnderContract(DataScript script, Answer answer)
    {
        if (answer.UnderContract)
        {
            script.Name("underContract").Add(1);
        }
    }

    private void Chain(DataScript script, Answer answer)
    {
        script.Name("chain");
        if (hrefOf is null)
        {
            script.Add(answer.Chain.Select(link => Number(links, linkScript, Link(New(hrefOf), link).ToString())));
            return;
        }

        script.Open();
        foreach (ChainLink link in answer.Chain)
        {
            Link(script, link);
        }

        script.Close();
    }

    private DataScript Link(DataScript script, ChainLink link)
    {
        script.Open().Add(String(link.Party)).Add(String(link.Via)).Add(String(Source(link.Source))).Add(String(link.Reference)).Add(link.Rule);
        return (hrefOf is null ? script : script.Add(String(hrefOf(link.Source)))).Close();
    }

    private void Groups(DataScript script, ImmutableArray<ImmutableArray<string>> groups)
    {
        script.Open();
        foreach (ImmutableArray<string> group in groups)
        {
            script.Add(Strings(group));
        }

        script.Close();
    }

    private void List(DataScript script, string name, IEnumerable<string> texts)
    {
        int[] numbers = [.. Strings(texts)];
        if (numbers.Length > 0)
        {
            script.Name(name).Add(numbers);
        }
    }

    private static int Number(Dictionary<string, int> known, DataScript list, string text)
    {
        if (!known.TryGetValue(text, out int number))
        {
            number = known.Count;
            known.Add(text, number);
            list.Raw(text);
        }

        return number;
    }

    private static DataScript New(Func<SourceReference, string>? hrefOf) => new(isShown: hrefOf is not null);

    private static string Source(SourceReference source) =>
        string.IsNullOrEmpty(source.File) ? "" : string.Create(CultureInfo.InvariantCulture, $"{source.File}:{source.Line}");
}
