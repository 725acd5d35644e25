using System.Collections.Immutable;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Policy.Joining;

/// <summary>
/// One decision space of a scheme and of those that are joined to it. What the scheme itself has keeps its numbers and says what it said; of each other scheme
/// come the sentences of its own body, marked with that (<see cref="RuleDefinition.Scheme"/>).
/// </summary>
public sealed class JoinedSpace
{
    private readonly List<PartyDefinition> parties;
    private readonly List<SubjectDefinition> subjects;
    private readonly List<PlaceDefinition> places;
    private readonly List<ConditionDefinition> conditions;
    private readonly List<MeasureDefinition> measures;
    private readonly List<NamedAmountDefinition> amounts;
    private readonly List<KeptByLaw> kept;
    private readonly List<RuleDefinition> rules;
    private readonly List<DeputyDefinition> deputies;
    private readonly HashSet<int> refusing;
    private readonly List<(string Body, JoinedRules Sentences)> said = [];
    private int nextTable;

    private JoinedSpace(SpaceDefinition own, IReadOnlySet<int> withoutOnward)
    {
        refusing = [.. withoutOnward];
        parties = [.. own.Parties];
        subjects = [.. own.Subjects];
        places = [.. own.Places];
        conditions = [.. own.Conditions];
        measures = [.. own.Measures];
        amounts = [.. own.Amounts];
        kept = [.. own.Kept];
        rules = [.. own.Rules];
        deputies = [.. own.Deputies];
        nextTable = own.Rules.Select(rule => rule.Table).Append(-1).Max() + 1;
    }

    /// <summary>Joins schemes.</summary>
    /// <param name="own">The scheme itself.</param>
    /// <param name="others">Those that are joined to it, and those that are joined to these.</param>
    /// <param name="withoutOnward">The rules of the scheme that say themselves that what they give may not be given on.</param>
    public static SpaceDefinition Of(SpaceDefinition own, ImmutableArray<JoinedScheme> others, IReadOnlySet<int> withoutOnward)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(withoutOnward);
        var joined = new JoinedSpace(own, withoutOnward);
        foreach (JoinedScheme other in others)
        {
            joined.Add(other);
        }

        joined.LetOnward();
        return own with
        {
            Parties = [.. joined.parties],
            Subjects = [.. joined.subjects],
            Places = [.. joined.places],
            Conditions = [.. joined.conditions],
            Measures = [.. joined.measures],
            Amounts = [.. joined.amounts],
            Kept = [.. joined.kept],
            Rules = [.. joined.rules],
            Deputies = [.. joined.deputies],
        };
    }

    private void Add(JoinedScheme other)
    {
        SpaceDefinition theirs = other.Space;

        // Words of another scheme that name one of its posts must not be taken for a post of the same name here.
        var names = new HashSet<string>(parties.Select(party => party.Name), StringComparer.Ordinal);
        string[] shared = [.. theirs.Parties.Where((party, i) => other.Parties[i] >= parties.Count && names.Contains(party.Name)).Select(party => party.Name)];
        string Words(string words) => shared.Aggregate(words, (said, name) => NamesOf.Replace(said, name, name + " of " + other.Body));
        var renumbering = new Renumbering((family, index) => NumberOf(other, family, index), Words, amounts.Count, nextTable);
        AddParties(other, renumbering);
        AddSubjects(other, renumbering);
        AddNew(places, other.Places, i => renumbering.Of(theirs.Places[i]));
        AddNew(conditions, other.Conditions, i => theirs.Conditions[i]);
        AddNew(measures, other.Measures, i => theirs.Measures[i]);
        amounts.AddRange(theirs.Amounts);
        var translation = new JoinedRules(other, renumbering, [.. subjects], [.. places]);
        for (int i = 0; i < theirs.Rules.Length; i++)
        {
            if (translation.Of(theirs.Rules[i]) is { } rule)
            {
                if (other.Refusing.Contains(i))
                {
                    refusing.Add(rules.Count);
                }

                rules.Add(rule);
            }
        }

        foreach (KeptByLaw one in theirs.Kept)
        {
            if (other.IsOfBody[one.Organisation])
            {
                kept.Add(renumbering.Of(one) with { Scheme = other.Body });
            }
        }

        foreach (DeputyDefinition deputy in theirs.Deputies)
        {
            if (deputy.Principal >= 0 && deputy.Deputy >= 0 && other.IsOfBody[deputy.Principal] && !other.IsOwn[deputy.Principal] && !other.IsOwn[deputy.Deputy])
            {
                deputies.Add(renumbering.Of(deputy));
            }
        }

        said.Add((other.Body, translation));
        nextTable += theirs.Rules.Select(rule => rule.Table).Append(-1).Max() + 1;
    }

    // What the law lets a body give on it may give on by its own scheme, by whichever scheme it gets it.
    private void LetOnward()
    {
        foreach ((string body, JoinedRules sentences) in said)
        {
            for (int i = 0; i < rules.Count; i++)
            {
                if (rules[i].Scheme != body && !refusing.Contains(i) && sentences.OnwardOf(rules[i]) is { } onward)
                {
                    rules[i] = rules[i] with { OnwardThere = onward };
                }
            }
        }
    }

    private void AddParties(JoinedScheme other, Renumbering renumbering)
    {
        var names = new HashSet<string>(parties.Select(party => party.Name), StringComparer.Ordinal);
        int known = parties.Count;
        AddNew(parties, other.Parties, i =>
        {
            PartyDefinition party = renumbering.Of(other.Space.Parties[i]);
            return party with { Scheme = other.Body, Name = names.Contains(other.Space.Parties[i].Name) ? other.Space.Parties[i].Name + " of " + other.Body : other.Space.Parties[i].Name };
        });
        for (int i = 0; i < other.Parties.Length; i++)
        {
            PartyDefinition theirs = renumbering.Of(other.Space.Parties[i]);
            int number = other.Parties[i];
            if (number < known && other.IsOfBody[i] && theirs.Kind == PartyKind.Organisation)
            {
                // Who acts for a body is known best to itself. Whoever the scheme says so of goes before.
                PartyDefinition ours = parties[number];
                parties[number] = ours with
                {
                    Boards = [.. ours.Boards.Union(theirs.Boards)],
                    Cabinets = [.. ours.Cabinets.Union(theirs.Cabinets)],
                    Leaders = [.. ours.Leaders.Union(theirs.Leaders)],
                };
            }
        }
    }

    private void AddSubjects(JoinedScheme other, Renumbering renumbering)
    {
        int known = subjects.Count;
        var names = new HashSet<string>(subjects.Select(subject => subject.Name), StringComparer.Ordinal);
        AddNew(subjects, other.Subjects, i =>
        {
            SubjectDefinition subject = renumbering.Of(other.Space.Subjects[i]) with { Scheme = other.Body };
            return names.Contains(subject.Name) ? subject with { Name = subject.Name + " of " + other.Body } : subject;
        });
        for (int i = 0; i < other.Subjects.Length; i++)
        {
            SubjectDefinition theirs = other.Space.Subjects[i];
            int number = other.Subjects[i];
            if (number < known && theirs.Owner >= 0 && other.IsOfBody[theirs.Owner])
            {
                // Whether its executive acts in a function is known best to the body whose function it is; and what nobody held until then is theirs.
                SubjectDefinition ours = subjects[number];
                subjects[number] = ours with { IsExecutive = theirs.IsExecutive, Owner = ours.Owner >= 0 ? ours.Owner : other.Parties[theirs.Owner] };
            }
        }
    }

    private static void AddNew<T>(List<T> list, ImmutableArray<int> numbers, Func<int, T> entry)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] == list.Count)
            {
                list.Add(entry(i));
            }
        }
    }

    private static int NumberOf(JoinedScheme other, NameFamily family, int index) => index < 0 ? -1 : family switch
    {
        NameFamily.Party => other.Parties[index],
        NameFamily.Subject => other.Subjects[index],
        NameFamily.Place => other.Places[index],
        NameFamily.Condition => other.Conditions[index],
        _ => other.Measures[index],
    };
}
