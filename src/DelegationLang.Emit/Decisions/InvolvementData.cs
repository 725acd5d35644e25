using System.Collections.Immutable;
using DelegationLang.Emit.Json;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Decisions;

/// <summary>Who has part in decisions without deciding them, and what may follow where a group comes to no decision, as data for the script that answers.</summary>
/// <param name="script">Where it is written.</param>
/// <param name="definition">The decision space.</param>
/// <param name="hasSources">Whether the sentences are named.</param>
internal sealed class InvolvementData(DataScript script, SpaceDefinition definition, bool hasSources)
{
    /// <summary>Writes both lists into an object that is open; nothing where there are none.</summary>
    public void Write()
    {
        if (definition.Parties.Any(party => !party.IfNotAgreed.IsEmpty))
        {
            script.Name("following").Open();
            foreach (PartyDefinition party in definition.Parties.Where(party => !party.IfNotAgreed.IsEmpty))
            {
                string others = Wording.List([.. party.IfNotAgreed.Select(other => definition.Parties[other].Name)], "or");
                script.OpenObject().Name("party").Add(party.Name);
                Days(party.Lifetime);
                script.Name("words").Add($"if {party.Name} does not agree, {others} {(party.IfNotAgreed.Length == 1 ? "decides" : "decide")}").CloseObject();
            }

            script.Close();
        }

        if (!definition.Involvements.IsEmpty)
        {
            script.Name("parents").Add(definition.Subjects.Select(subject => subject.Parent)).Name("involved").Open();
            foreach (InvolvementDefinition involvement in definition.Involvements)
            {
                Write(involvement);
            }

            script.Close();
        }
    }

    private void Write(InvolvementDefinition involvement)
    {
        PartyDefinition party = definition.Parties[involvement.Party];
        script.OpenObject().Name("role").Add(involvement.Kind switch
        {
            InvolvementKind.Recommends => "recommends",
            InvolvementKind.Advises => "advises",
            InvolvementKind.Oversees => "oversees",
            _ => "consulted",
        }).Name("party").Add(party.Name);
        Days(involvement.Days.Intersect(party.Lifetime));
        script.Name("others").Open();
        foreach (PartyDefinition other in involvement.Others.Select(other => definition.Parties[other]))
        {
            script.OpenObject().Name("party").Add(other.Name);
            Days(other.Lifetime);
            script.CloseObject();
        }

        script.Close();
        if (involvement.IsOfAll)
        {
            script.Name("all").Add(value: true);
        }

        List("subjects", Covered(involvement.Subjects));
        List("except", Covered(involvement.Except));
        List("for", Covered(involvement.For));
        List("at", involvement.At);
        Text("forWords", involvement.For.IsEmpty ? "" : "for " + Wording.List([.. involvement.For.Select(function => definition.Subjects[function].Name)]));
        Text("atWords", involvement.At.IsEmpty ? "" : "at " + Wording.List([.. involvement.At.Select(place => definition.Places[place].Name)]));
        Text("limit", involvement.Limit is { } limit ? "for amounts " + Wording.Limit(definition, limit) : "");
        if (!involvement.Facts.IsEmpty)
        {
            script.Name("facts").Open();
            Facts(involvement);
            script.Close();
        }

        if (hasSources)
        {
            script.Name("file").Add(involvement.Source.File ?? "").Name("line").Add(involvement.Source.Line);
        }

        script.CloseObject();
    }

    private void Facts(InvolvementDefinition involvement)
    {
        foreach (ImmutableArray<FactDefinition> group in involvement.Facts)
        {
            script.OpenObject().Name("words").Add(string.Join(", ", Wording.Facts(definition, [group]))).Name("conditions").Open();
            foreach (FactDefinition fact in group)
            {
                script.Open().Add(fact.Condition).Add(fact.IsNegated ? 1 : 0).Close();
            }

            script.Close().CloseObject();
        }
    }

    // What is empty is left out: a large scheme has many of them.
    private void List(string name, IEnumerable<int> numbers)
    {
        if (numbers.Any())
        {
            script.Name(name).Add(numbers);
        }
    }

    private void Text(string name, string text)
    {
        if (text.Length > 0)
        {
            script.Name(name).Add(text);
        }
    }

    private void Days(DateRange days)
    {
        Text("from", days.HasFirst ? JsonFields.Day(days.First) : "");
        Text("until", days.HasLast ? JsonFields.Day(days.Last) : "");
    }

    // A budget stands for the functions that it and the budgets within it cover. What lies within something the script finds out.
    private IEnumerable<int> Covered(ImmutableArray<int> subjects) => subjects.SelectMany(Covered).Distinct().Order();

    private IEnumerable<int> Covered(int subject)
    {
        SubjectDefinition whole = definition.Subjects[subject];
        if (whole.Kind != SubjectKind.Budget)
        {
            return [subject];
        }

        IEnumerable<int> inner = Enumerable.Range(0, definition.Subjects.Length).Where(i => definition.Subjects[i] is { Kind: SubjectKind.Budget } budget && budget.Parent == subject);
        return [.. whole.Covers.IsEmpty ? [subject] : whole.Covers, .. inner.SelectMany(Covered)];
    }
}
