using System.Globalization;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Survey;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Ask;

/// <summary>
/// What the form of the first page looks answers up in: a script of data for the whole scheme, and one for each page of subjects, all made by the engine.
/// </summary>
internal sealed class AskFiles
{
    /// <summary>Beyond so many pairs of a matter and a function, only those pairs are told that a sentence speaks of.</summary>
    private const int MostPairs = 12_000;

    /// <summary>How many cases of one decision are looked at. What has more is left to the tool.</summary>
    private const int MostCases = 4_000;

    private const int PagesAtOnce = 50;

    private readonly PageContext context;
    private readonly IReadOnlyList<DateRange> runs;
    private readonly SubjectSymbol[] subjects;
    private readonly int[] functions;
    private readonly bool hasAllPairs;

    public AskFiles(PageContext context)
    {
        this.context = context;
        runs = DayRuns.Of(context.Definition);
        subjects = [.. context.ShownOf<SubjectSymbol>().Where(subject => SubjectPages.Open(context, subject) is not null)];
        functions = [.. subjects.Where(subject => !subject.IsMatter).Select(subject => SubjectPages.Open(context, subject)?.Function ?? -1).Distinct()];
        hasAllPairs = functions.Length * subjects.Count(subject => subject.IsMatter) <= MostPairs;
    }

    /// <summary>The files, some at a time.</summary>
    public IEnumerable<Func<IEnumerable<EmittedFile>>> All()
    {
        yield return () => [Site()];
        IEnumerable<IGrouping<SubjectSymbol, SubjectSymbol>> pages = subjects.Where(subject => !subject.IsBudget || subject.Covers.IsEmpty).GroupBy(context.Addresses.HeadOf);
        foreach (IGrouping<SubjectSymbol, SubjectSymbol>[] some in pages.Chunk(PagesAtOnce))
        {
            yield return () => Answers(some);
        }
    }

    private string IdOf(SubjectSymbol subject) => context.Publication.PageNames.Of(subject);

    private IEnumerable<EmittedFile> Answers(IEnumerable<IGrouping<SubjectSymbol, SubjectSymbol>> pages)
    {
        var catalogue = new DecisionCatalogue(context.Definition, MostCases);
        foreach (IGrouping<SubjectSymbol, SubjectSymbol> page in pages)
        {
            var answers = new PageAnswers(context);
            foreach (SubjectSymbol subject in page)
            {
                Add(answers, subject, catalogue);
            }

            yield return answers.ToFile("data/answers-" + IdOf(page.Key) + ".js");
        }
    }

    private void Add(PageAnswers answers, SubjectSymbol subject, DecisionCatalogue catalogue)
    {
        if (SubjectPages.Open(context, subject) is not { } open)
        {
            return;
        }

        answers.Begin(IdOf(subject));
        answers.Add("", Days(catalogue, open));
        if (subject.IsMatter)
        {
            foreach (int function in FunctionsOf(subject))
            {
                answers.Add(function.ToString(CultureInfo.InvariantCulture), Days(catalogue, open with { Function = function }));
            }
        }
    }

    // In a scheme with very many pairs: the functions that sentences about this matter, or about what it lies within, hold for.
    private IEnumerable<int> FunctionsOf(SubjectSymbol matter)
    {
        if (hasAllPairs)
        {
            return functions;
        }

        var found = new SortedSet<int>();
        for (SubjectSymbol? node = matter; node is not null; node = node.Parent)
        {
            foreach (SubjectSymbol function in context.Index.Naming[node].SelectMany(statement => statement.Terms.For).Select(reference => reference.Symbol).OfType<SubjectSymbol>())
            {
                if (SubjectPages.Open(context, function) is { Function: >= 0 } open)
                {
                    found.Add(open.Function);
                }
            }
        }

        return found;
    }

    private IEnumerable<DecisionCases[]> Days(DecisionCatalogue catalogue, Decision open) => CasesByDay.Of(catalogue, runs, open);

    private EmittedFile Site()
    {
        SpaceDefinition definition = context.Definition;
        DataScript script = new DataScript().OpenObject();
        script.Name("notInForce").Add("the scheme does not cover {day}: it is in force " + Wording.Days(definition.InForce));
        script.Name("runs").Open();
        foreach (DateRange run in runs)
        {
            script.Open().Add(Day(run.First)).Add(Day(run.Last)).Close();
        }

        script.Close().Name("hasAllPairs").Add(hasAllPairs ? 1 : 0).Name("subjects").Open();
        foreach (SubjectSymbol subject in subjects)
        {
            Write(script, subject);
        }

        script.Close().Name("places").Open();
        foreach (PlaceDefinition place in definition.Places)
        {
            script.Open().Add(place.Name).Add(place.Parent).Close();
        }

        script.Close().Name("conditions").Open();
        foreach (ConditionDefinition condition in definition.Conditions)
        {
            script.Open().Add(condition.Name).Add(condition.Normally switch { true => 1, false => 0, null => -1 }).Close();
        }

        script.Close().Name("measures").Open();
        foreach (MeasureDefinition measure in definition.Measures)
        {
            script.Open().Add(measure.Name).Add(measure.Unit).Add(measure.Currency).Close();
        }

        script.Close();
        Lives(script);
        new InvolvementData(script, definition, hasSources: false).Write();
        if (!definition.Involvements.IsEmpty)
        {
            script.Name("matters").Add(Enumerable.Range(0, definition.Subjects.Length).Where(subject => definition.Subjects[subject].Kind == SubjectKind.Matter));
        }

        script.Name("parties").OpenObject();
        foreach (PartySymbol party in context.ShownOf<PartySymbol>().DistinctBy(party => party.DisplayName))
        {
            if (context.PartyLink(party.DisplayName).Href is { Length: > 0 } href)
            {
                script.Key(party.DisplayName).Add(href);
            }
        }

        return EmittedFile.FromText("data/site.js", "window.DelegationSite=" + script.CloseObject().CloseObject() + ";\n");
    }

    // The days of subjects that bear one name after another: the day that is asked about says which is meant.
    private void Lives(DataScript script)
    {
        SubjectSymbol[] several = [.. subjects.GroupBy(subject => subject.DisplayName, StringComparer.Ordinal).Where(alike => alike.Count() > 1).SelectMany(alike => alike)];
        if (several.Length == 0)
        {
            return;
        }

        script.Name("lives").OpenObject();
        foreach (SubjectSymbol subject in several)
        {
            DateRange life = subject.Lifetime;
            script.Key(IdOf(subject)).Open().Add(life.HasFirst ? Day(life.First) : "").Add(life.HasLast ? Day(life.Last) : "").Close();
        }

        script.CloseObject();
    }

    private void Write(DataScript script, SubjectSymbol subject)
    {
        if (SubjectPages.Open(context, subject) is not { } open)
        {
            return;
        }

        // A budget is asked about as the one function that it covers, or as itself.
        int index = subject.IsMatter ? open.Matter : open.Function;
        SubjectSymbol told = subject.IsBudget && context.Publication.Index.Subject(index) is { } covered ? covered : subject;
        script.Open().Add(subject.DisplayName).Add(subject.IsMatter ? "m" : "f").Add(index).Add(IdOf(told)).Add(open.Place).Add(told == subject ? "" : context.Addresses.Of(subject)).Open();
        foreach (string alias in subject.Aliases)
        {
            script.Add(alias);
        }

        script.Close().Add(subject.Kind.Name);
        if (context.Addresses.HeadOf(told) is var head && head != told)
        {
            script.Add(IdOf(head));
        }

        script.Close();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
