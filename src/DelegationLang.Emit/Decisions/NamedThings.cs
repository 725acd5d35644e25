using DelegationLang.Emit.Json;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Decisions;

/// <summary>Writes what questions may name: parties, subjects, places, conditions and measures, in the order of the definition, by whose numbers cases refer to them.</summary>
internal sealed class NamedThings(DataScript script, Publication publication)
{
    private SpaceDefinition Definition => publication.Definition;

    /// <summary>Writes the lists.</summary>
    public void Write()
    {
        List("parties", Definition.Parties.Length, i => Named(Definition.Parties[i].Name, publication.Index.Party(i)));
        List("subjects", Definition.Subjects.Length, Subject);
        List("places", Definition.Places.Length, i =>
        {
            PlaceDefinition place = Definition.Places[i];
            Named(place.Name, publication.Index.Place(i));
            Index("within", place.Parent);
        });
        List("conditions", Definition.Conditions.Length, i =>
        {
            ConditionDefinition condition = Definition.Conditions[i];
            Named(condition.Name, publication.Index.Condition(i));
            if (condition.Normally is { } normally)
            {
                script.Name("normally").Add(normally);
            }
        });
        List("measures", Definition.Measures.Length, i =>
        {
            MeasureDefinition measure = Definition.Measures[i];
            Named(measure.Name, publication.Index.Measure(i));
            script.Name("unit").Add(measure.Unit).Name("currency").Add(measure.Currency);
        });
    }

    private void List(string name, int count, Action<int> write)
    {
        script.Line().Name(name).Open();
        for (int i = 0; i < count; i++)
        {
            script.OpenObject();
            write(i);
            script.CloseObject();
        }

        script.Close();
    }

    // A budget is asked about as the one function that it covers, or as itself; one that covers several is not asked about.
    private void Subject(int index)
    {
        SubjectDefinition subject = Definition.Subjects[index];
        Named(subject.Name, publication.Index.Subject(index));
        script.Name("kind").Add(subject.Kind.ToString().ToLowerInvariant());
        if (subject.Kind == SubjectKind.Budget)
        {
            if (!subject.Covers.IsEmpty)
            {
                script.Name("covers").Add(subject.Covers);
            }

            Index("at", subject.At.Length == 1 ? subject.At[0] : -1);
        }
    }

    private void Index(string name, int value)
    {
        if (value >= 0)
        {
            script.Name(name).Add(value);
        }
    }

    private void Named(string name, Symbol? symbol)
    {
        script.Name("name").Add(name);

        // What bears one name after another is told apart by its days.
        if (symbol is PartySymbol or SubjectSymbol && symbol.Lifetime != DateRange.Always
            && publication.Model.Symbols.Any(other => other != symbol && other.DisplayName == symbol.DisplayName && other.GetType() == symbol.GetType()))
        {
            script.Name("life").Open().Add(symbol.Lifetime.HasFirst ? JsonFields.Day(symbol.Lifetime.First) : "").Add(symbol.Lifetime.HasLast ? JsonFields.Day(symbol.Lifetime.Last) : "").Close();
        }

        string[] others = symbol is null ? [] : [.. symbol.Aliases.Append(symbol.Name).Where(other => other != name).Distinct()];
        if (others.Length > 0)
        {
            script.Name("aliases").Open();
            foreach (string other in others)
            {
                script.Add(other);
            }

            script.Close();
        }
    }
}
