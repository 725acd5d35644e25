using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Adds to an answer who has part in the decision without deciding it, and what may follow where a group comes to no decision.</summary>
internal static class Companions
{
    /// <summary>The answer with those added; the same one where there are none, or where it is about no decision that anybody may take.</summary>
    public static Answer AddTo(SpaceIndex index, Decision decision, Answer answer)
    {
        if (answer.Outcome is Outcome.Error or Outcome.Nobody or Outcome.No)
        {
            return answer;
        }

        ImmutableArray<string> following = Following(index.Definition, answer);
        ImmutableArray<InvolvedAnswer> involved = Involved(index, decision, answer);
        return following.IsEmpty && involved.IsEmpty ? answer : answer with { Following = following, Involved = involved };
    }

    private static ImmutableArray<string> Following(SpaceDefinition definition, Answer answer)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (PartyDefinition party in definition.Parties)
        {
            if (!party.IfNotAgreed.IsEmpty && party.Lifetime.Contains(answer.Day) && answer.Deciders.Contains(party.Name))
            {
                string others = Wording.List([.. party.IfNotAgreed.Select(other => definition.Parties[other].Name)], "or");
                words.Add($"if {party.Name} does not agree, {others} {(party.IfNotAgreed.Length == 1 ? "decides" : "decide")}");
            }
        }

        return words.DrainToImmutable();
    }

    private static ImmutableArray<InvolvedAnswer> Involved(SpaceIndex index, Decision decision, Answer answer)
    {
        SpaceDefinition definition = index.Definition;
        if (definition.Involvements.IsEmpty)
        {
            return [];
        }

        var found = new List<InvolvedAnswer>();
        foreach (InvolvementDefinition involvement in index.Involvements.About(decision))
        {
            if (involvement.Days.Contains(answer.Day) && definition.Parties[involvement.Party].Lifetime.Contains(answer.Day)
                && BodiesIn(definition, involvement, answer) is { } with && When(definition, involvement, decision) is { } when)
            {
                var one = new InvolvedAnswer(definition.Parties[involvement.Party].Name, WordOf(involvement.Kind), with, when, involvement.Source);
                if (!found.Contains(one))
                {
                    found.Add(one);
                }
            }
        }

        return [.. found];
    }

    // Whom it is to, or which of the bodies overseen decides; null where it is about bodies none of which does.
    private static string? BodiesIn(SpaceDefinition definition, InvolvementDefinition involvement, Answer answer)
    {
        string[] others = [.. involvement.Others.Where(other => definition.Parties[other].Lifetime.Contains(answer.Day)).Select(other => definition.Parties[other].Name)];
        if (involvement.Kind != InvolvementKind.Oversees)
        {
            return Wording.List(others);
        }

        string[] deciding = [.. others.Where(answer.Deciders.Contains)];
        bool isOfSubject = involvement.IsOfAll || !involvement.Subjects.IsEmpty;
        return deciding.Length > 0 ? Wording.List(deciding) : isOfSubject ? "" : null;
    }

    // In which cases beyond what the question says; null where it is about something else.
    private static string? When(SpaceDefinition definition, InvolvementDefinition involvement, Decision decision)
    {
        bool isOfBodyAlone = involvement.Kind == InvolvementKind.Oversees && involvement.Subjects.IsEmpty && !involvement.IsOfAll;
        int[] asked = [.. ((int[])[decision.Function, decision.Matter]).Where(subject => subject >= 0)];
        if (!isOfBodyAlone && !involvement.IsOfAll && !asked.Any(subject => involvement.Subjects.Any(about => IsWithin(definition, subject, about))))
        {
            return null;
        }

        if (asked.Any(subject => involvement.Except.Any(except => IsWithin(definition, subject, except))))
        {
            return null;
        }

        var words = new List<string>();
        if (!involvement.For.IsEmpty)
        {
            if (decision.Function < 0)
            {
                words.Add("for " + Wording.List([.. involvement.For.Select(function => definition.Subjects[function].Name)]));
            }
            else if (!involvement.For.Any(function => IsWithin(definition, decision.Function, function)))
            {
                return null;
            }
        }

        if (!involvement.At.IsEmpty)
        {
            if (decision.Place < 0)
            {
                words.Add("at " + Wording.List([.. involvement.At.Select(place => definition.Places[place].Name)]));
            }
            else if (!involvement.At.Any(place => IsAt(definition, decision.Place, place)))
            {
                return null;
            }
        }

        if (involvement.Limit is { } limit)
        {
            words.Add("for amounts " + Wording.Limit(definition, limit));
        }

        ImmutableArray<ImmutableArray<FactDefinition>> open = [.. involvement.Facts.Where(group => !group.Any(fact => IsSo(definition, decision, fact) == true))];
        if (open.Any(group => group.All(fact => IsSo(definition, decision, fact) == false)))
        {
            return null;
        }

        words.AddRange(Wording.Facts(definition, open));
        return string.Join(", ", words);
    }

    private static bool? IsSo(SpaceDefinition definition, Decision decision, FactDefinition fact)
    {
        if (fact.Condition < 0)
        {
            return null;
        }

        bool? value = decision.Conditions.TryGetValue(fact.Condition, out bool said) ? said : definition.Conditions[fact.Condition].Normally;
        return value is null ? null : value != fact.IsNegated;
    }

    private static bool IsWithin(SpaceDefinition definition, int subject, int whole)
    {
        SubjectDefinition other = definition.Subjects[whole];
        if (other.Kind == SubjectKind.Budget && other.Covers.Any(covered => IsWithin(definition, subject, covered)))
        {
            return true;
        }

        for (int at = subject; at >= 0; at = definition.Subjects[at].Parent)
        {
            if (at == whole)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAt(SpaceDefinition definition, int place, int whole)
    {
        for (int at = place; at >= 0; at = definition.Places[at].Parent)
        {
            if (at == whole)
            {
                return true;
            }
        }

        return false;
    }

    private static string WordOf(InvolvementKind kind) => kind switch
    {
        InvolvementKind.Recommends => "recommends",
        InvolvementKind.Advises => "advises",
        InvolvementKind.Oversees => "oversees",
        _ => "consulted",
    };
}
