namespace DelegationLang.Tests.Reference;

/// <summary>Answers a question by judging every case of it, and then saying what the cases have in common.</summary>
internal sealed class ReferenceAnswerer(Scheme scheme, Func<string, Asked?> read) : IAnswerer
{
    public IReadOnlyList<SchemeError> Errors => [.. scheme.Problems.Select(problem => new SchemeError(0, problem))];

    public IReadOnlyList<int> FaultyLines => [.. scheme.Rules.Where(rule => rule.InError).Select(rule => rule.Line)];

    public Answer Ask(string question)
    {
        if (read(question) is not { Problem.Length: 0 } asked)
        {
            return new Answer("error", [], false);
        }

        Answer answer = Ask(asked);

        // Where somebody takes no part at times, the engine tells of the parts into which that cuts the sentences, which the reference does not have.
        return scheme.Recusals.Count > 0 ? answer : asked.Matter is null || asked.Function is not null ? answer with { ForFunctions = [] } : answer with { ForFunctions = [.. ForFunctions(asked, answer).Order(StringComparer.Ordinal)] };
    }

    // Of a matter alone: each function for which a sentence names it, where somebody else decides.
    private IEnumerable<string> ForFunctions(Asked asked, Answer alone)
    {
        var setting = new Setting(scheme, null, asked.Matter, asked.Day);
        IEnumerable<Thing> named = scheme.Rules
            .Where(rule => !(asked.Day < rule.From) && !(asked.Day > rule.Until) && (!rule.InError || rule.IsReservation) && rule.Subjects.Exists(subject => asked.Matter!.IsWithin(setting.Now(subject))))
            .SelectMany(rule => rule.For)
            .SelectMany(subject => subject.Sort == Sort.Budget ? Setting.FunctionsOf(scheme, subject) : [setting.Now(subject)]);
        foreach (Thing function in named.Where(thing => thing.Sort == Sort.Function).Distinct())
        {
            Answer there = Ask(asked.About(function));
            if (there.Outcome != alone.Outcome || !there.Deciders.SequenceEqual(alone.Deciders) || there.Jointly != alone.Jointly)
            {
                yield return $"{scheme.Names.Show(function)}: {there.Outcome} [{string.Join("; ", there.Deciders)}]{(there.Jointly ? " jointly" : "")}";
            }
        }
    }

    private Answer Ask(Asked asked)
    {
        var setting = new Setting(scheme, asked.Function, asked.Matter, asked.Day);
        var judge = new PointJudge(setting);
        var lister = new CaseLister(scheme, setting, asked);
        List<Case> cases = lister.List();
        List<(Case Case, Answer Answer)> answers = [.. cases.Select(each => (each, AnswerAt(judge, setting, asked, each.Point)))];
        Answer first = answers[0].Answer;
        if (answers.TrueForAll(pair => IsSame(pair.Answer, first)))
        {
            return first with { DependsOn = [], Deputies = Sorted(answers.SelectMany(pair => pair.Answer.Deputies ?? [])) };
        }

        string[] dependsOn = [.. DependsOn(answers, lister, judge, setting, asked).Distinct().Order(StringComparer.Ordinal)];
        string[] deciders = asked.Party is null ? Sorted(answers.SelectMany(pair => pair.Answer.Deciders)) : [];
        return new Answer("depends", deciders, false, null, dependsOn);
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private static bool IsSame(Answer first, Answer second) =>
        first.Outcome == second.Outcome
        && first.Deciders.SequenceEqual(second.Deciders)
        && (first.Alternatives ?? []).SequenceEqual(second.Alternatives ?? [])
        && (first.Exceptional ?? []).SequenceEqual(second.Exceptional ?? [])
        && first.UnderContract == second.UnderContract;

    private Answer AnswerAt(PointJudge judge, Setting setting, Asked asked, Point point)
    {
        Verdict verdict = judge.Judge(point);
        if (asked.Party is { } named)
        {
            Thing party = setting.Now(named);
            if (asked.With.Count > 0)
            {
                return new Answer(MayTogether([named, .. asked.With], verdict, setting) ? "yes" : "no", [], false);
            }

            bool may = party.LivesOn(point.Day) && verdict.MayAlone.Contains(setting.SeatOf(party));
            return new Answer(may ? "yes" : "no", may ? [scheme.Names.Show(party)] : [], false, Deputies: may ? [] : Sorted(StandIns(party, verdict, setting, asked)));
        }

        string[] groups = [.. verdict.Deciders.Select(team => string.Join('+', team.Seats.Select(seat => seat.Name))).Order(StringComparer.Ordinal)];
        return new Answer(
            verdict.Deciders.Count == 0 ? "nobody" : verdict.IsReserved ? "reserved" : "decided",
            Sorted(verdict.Deciders.SelectMany(team => team.Seats).Select(seat => seat.Name)),
            verdict.Deciders.Count == 1 && verdict.Deciders.Single().Seats.Count > 1,
            groups,
            null,
            Sorted(verdict.Exceptional.SelectMany(team => team.Seats).Select(seat => seat.Name)),
            verdict.IsUnderContract,
            Sorted(DeputiesOf(verdict, setting, asked)));
    }

    // Whether those who sign are all that some way wants, each for one person of it.
    private static bool MayTogether(IEnumerable<Thing> signers, Verdict verdict, Setting setting)
    {
        List<Seat> signed = [.. signers.Select(thing => setting.Now(thing)).Select(setting.SeatOf)];
        return signed.Exists(verdict.MayAlone.Contains) || verdict.Usable.Exists(chain =>
        {
            List<Seat> left = [.. signed];
            return !chain[^1].Who.IsAlone && chain[^1].Who.Seats.TrueForAll(left.Remove);
        });
    }

    /// <summary>Who may stand in for one of those who decide: never somebody who has to act beside them, or before them, in their own right.</summary>
    private IEnumerable<string> DeputiesOf(Verdict verdict, Setting setting, Asked asked) =>
        verdict.Chains.SelectMany(chain => StandIns(chain, setting, asked)).Select(standIn => $"{scheme.Names.Show(standIn.Deputy.Stands)} for {standIn.For.Name}");

    /// <summary>For whom a party may stand in, and beside whom it must act then.</summary>
    private IEnumerable<string> StandIns(Thing party, Verdict verdict, Setting setting, Asked asked) =>
        verdict.Usable.SelectMany(chain => StandIns(chain, setting, asked)).Where(standIn => standIn.Deputy.Stands == party)
            .Select(standIn => $"{scheme.Names.Show(party)} for {standIn.For.Name}{string.Concat(standIn.Others.Select(other => " with " + other.Name).Order(StringComparer.Ordinal))}");

    private IEnumerable<(Deputy Deputy, Seat For, List<Seat> Others)> StandIns(List<Holding> chain, Setting setting, Asked asked)
    {
        List<Seat> needed = [.. chain.SelectMany(holding => holding.By?.Needed ?? []).Select(setting.SeatOf)];
        List<Seat> team = chain[^1].Who.Seats;
        for (int i = 0; i < team.Count; i++)
        {
            List<Seat> others = [.. team.Take(i), .. team.Skip(i + 1)];
            foreach (Deputy deputy in scheme.Deputies.Where(deputy => deputy.For.Exists(principal => setting.SeatOf(principal) == team[i])))
            {
                bool isIn = !(setting.Day < deputy.From) && !(setting.Day > deputy.Until) && deputy.Stands.LivesOn(setting.Day)
                    && (deputy.Only.Count == 0 || deputy.Only.Exists(subject => setting.PlacesWhere(subject) is not null))
                    && !deputy.Except.Exists(carved => setting.PlacesWhere(carved) is not null)
                    && !deputy.Facts.Exists(anyOf => anyOf.TrueForAll(fact => IsDenied(fact, asked)))
                    && !setting.Recusals.Exists(recusal => recusal.Party == deputy.Stands && recusal.Facts.TrueForAll(anyOf => anyOf.Exists(fact => IsSaid(fact, asked))));
                if (isIn && !others.Concat(needed).Contains(setting.SeatOf(deputy.Stands)))
                {
                    yield return (deputy, team[i], others);
                }
            }
        }
    }

    /// <summary>Whether the question itself says that a fact is not so.</summary>
    private static bool IsDenied(Fact fact, Asked asked) => IsSoAsAsked(fact, asked) == false;

    /// <summary>Whether the question itself says that a fact is so.</summary>
    private static bool IsSaid(Fact fact, Asked asked) => IsSoAsAsked(fact, asked) == true;

    private static bool? IsSoAsAsked(Fact fact, Asked asked)
    {
        if (fact.Thing.Sort == Sort.Condition)
        {
            return asked.Conditions.TryGetValue(fact.Thing, out bool value) ? value == fact.Wanted : null;
        }

        var point = new Point { Day = asked.Day, WithoutVat = new HashSet<Axis>() };
        asked.Measures.ToList().ForEach(pair => point.Measures[pair.Key] = pair.Value);
        bool isKnown = asked.Measures.ContainsKey(fact.Thing)
            && fact.Bounds.SelectMany(bound => bound.LowerOf).All(leaf => leaf.Of is not { Sort: Sort.Measure } || asked.Measures.ContainsKey(leaf.Of));
        return isKnown ? fact.Holds(point) : null;
    }

    /// <summary>What the answer depends on: whatever, changed alone, changes it in some case.</summary>
    private IEnumerable<string> DependsOn(
        List<(Case Case, Answer Answer)> answers, CaseLister lister, PointJudge judge, Setting setting, Asked asked)
    {
        foreach (string chosen in answers.SelectMany(pair => pair.Case.Chosen.Keys).Distinct().ToList())
        {
            bool isAmount = lister.OpenAmounts.Contains(chosen);

            // The figure as given, read another way, leaves another amount open: only what is open in each of the ways compared is held fast.
            bool isReading = chosen is "basis" or "VAT";
            bool IsHeldFast(Case each, string other) => other != chosen && !(isReading && lister.KnownAmounts.Any(known =>
                known.Axis == other && (chosen == "VAT" ? known.Basis == each.Chosen.GetValueOrDefault("basis") || asked.Further.Any(further => further.Basis == known.Basis) : known.Vat == each.Chosen["VAT"])));
            bool matters = answers
                .GroupBy(pair => string.Join('|', pair.Case.Chosen
                    .Where(choice => IsHeldFast(pair.Case, choice.Key))
                    .OrderBy(choice => choice.Key, StringComparer.Ordinal)
                    .Select(choice => $"{choice.Key}={choice.Value}")))
                .Any(group => group.Any(pair => !IsSame(pair.Answer, group.First().Answer)) && group.Select(pair => pair.Case.Chosen.GetValueOrDefault(chosen)).Distinct().Count() > 1);
            if (!matters && lister.IsCoupled && !isReading)
            {
                matters = answers.Where(pair => pair.Case.Chosen.ContainsKey(chosen)).Any(pair => lister.Vary(pair.Case, chosen).Any(
                    other => !IsSame(AnswerAt(judge, setting, asked, other.Point), pair.Answer)));
            }

            if (matters)
            {
                yield return isAmount ? "amount" : chosen;
            }
        }
    }
}
