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

        ImmutableArray<string> following = Following(index, answer);
        ImmutableArray<InvolvedAnswer> involved = Involved(index, decision, answer);
        return following.IsEmpty && involved.IsEmpty ? answer : answer with { Following = following, Involved = involved };
    }

    private static ImmutableArray<string> Following(SpaceIndex index, Answer answer)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (PartyDefinition party in index.Involvements.Undecided)
        {
            if (party.Lifetime.Contains(answer.Day) && answer.Deciders.Contains(party.Name))
            {
                string others = Wording.List([.. party.IfNotAgreed.Select(other => index.Definition.Parties[other].Name)], "or");
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
        var known = new HashSet<InvolvedAnswer>();
        foreach (InvolvementDefinition involvement in index.Involvements.About(decision))
        {
            if (involvement.Days.Contains(answer.Day) && definition.Parties[involvement.Party].Lifetime.Contains(answer.Day)
                && BodiesIn(definition, involvement, answer) is { } with && When(index, involvement, decision) is { } when)
            {
                var one = new InvolvedAnswer(definition.Parties[involvement.Party].Name, WordOf(involvement.Kind), with, when, involvement.Source);
                if (known.Add(one))
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
    private static string? When(SpaceIndex index, InvolvementDefinition involvement, Decision decision)
    {
        SpaceDefinition definition = index.Definition;
        bool isOfBodyAlone = involvement.Kind == InvolvementKind.Oversees && involvement.Subjects.IsEmpty && !involvement.IsOfAll;
        if (!isOfBodyAlone && !involvement.IsOfAll && !IsWithinAny(index, [decision.Function, decision.Matter], involvement.Subjects))
        {
            return null;
        }

        if (IsWithinAny(index, [decision.Function, decision.Matter], involvement.Except))
        {
            return null;
        }

        var words = new List<string>();
        if (!involvement.For.IsEmpty)
        {
            // A matter that is declared within a function is one of that function.
            int function = decision.Function >= 0 || decision.Matter < 0 ? decision.Function : index.Subjects.FunctionOf(decision.Matter);
            if (function < 0)
            {
                words.Add("for " + Wording.List([.. involvement.For.Select(one => definition.Subjects[one].Name)]));
            }
            else if (!IsWithinAny(index, [function], involvement.For))
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
            else if (!involvement.At.Any(place => index.IsWithin(decision.Place, place)))
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

    private static bool IsWithinAny(SpaceIndex index, ReadOnlySpan<int> subjects, ImmutableArray<int> wholes)
    {
        if (wholes.IsEmpty)
        {
            return false;
        }

        HashSet<int> nodes = [.. wholes.SelectMany(index.Subjects.Expand)];
        foreach (int subject in subjects)
        {
            for (int at = subject; at >= 0; at = index.Subjects[at].Parent)
            {
                if (nodes.Contains(at))
                {
                    return true;
                }
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
