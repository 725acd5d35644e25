using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Asking;
using DelegationLang.Policy.Definition;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.OneMeaning;

/// <summary>A decision for the evaluator, and the same as a question by names.</summary>
internal sealed record AskedTwoWays(int Party, Decision Decision, NamedMayQuestion Question);

/// <summary>
/// Asks at random, at, just under and just over the figures and days of a scheme, and often about the same subject, so that what was found for one
/// question is used for another.
/// </summary>
internal sealed class RandomAsker
{
    private readonly LoadedScheme scheme;
    private readonly SpaceDefinition space;
    private readonly Dice dice;
    private readonly int[] parties;
    private readonly int[] subjects;
    private readonly decimal[] figures;
    private readonly DateOnly[] days;
    private readonly (string Currency, string Basis)[] kinds;

    public RandomAsker(LoadedScheme scheme, int seed)
    {
        this.scheme = scheme;
        space = scheme.Space.Definition;
        dice = new Dice(seed);

        // Names that the scheme itself declares; those of the library that nothing is said about have nothing to remember.
        HashSet<int> used = [.. space.Rules.SelectMany(rule => rule.Holders.SelectMany(group => group).Append(rule.Giver)).Where(party => party >= 0)];
        parties = [.. used.Order()];
        subjects = [.. scheme.Names.Where(name => !name.IsFromLibrary && name.Family is "function" or "matter").Select(name => name.Index).Distinct().Order()];
        figures =
        [
            .. space.Rules.SelectMany(rule => new[] { rule.Limit, rule.Onward?.Limit }).SelectMany(limit => new[] { limit?.Lower, limit?.Upper })
                .OfType<BoundDefinition>().SelectMany(bound => bound.LowerOf).Select(term => term.Value).Append(1000m).Distinct().Order(),
        ];
        kinds = [.. space.Rules.SelectMany(rule => new[] { rule.Limit, rule.Onward?.Limit }).OfType<LimitDefinition>().Select(limit => (CurrencyOf(limit), limit.Basis)).DefaultIfEmpty(("GBP", "")).Distinct().Order()];
        days =
        [
            .. space.Rules.Select(rule => rule.Days).Concat(space.Parties.Select(party => party.Lifetime)).Append(space.InForce)
                .SelectMany(range => new[] { range.HasFirst ? range.First : default, range.HasLast ? range.Last : default })
                .Where(day => day != default).Append(new DateOnly(2026, 5, 1)).Distinct().Order(),
        ];
    }

    private static int OnDay(int index, int count, Func<int, (string Name, DateRange Life)> of, DateOnly day)
    {
        int[] alike = [.. Enumerable.Range(0, count).Where(i => of(i).Name == of(index).Name && of(i).Life.Contains(day))];
        return alike is [var now] ? now : index;
    }

    public AskedTwoWays Next()
    {
        int party = dice.Pick([.. parties]);
        int subject = dice.Pick([.. subjects]);
        DateOnly day = dice.Pick([.. days]).AddDays(dice.Below(3) - 1);
        string partyName = space.Parties[party].Name;
        string subjectName = space.Subjects[subject].Name;

        // A question by names is about whatever bears them on its day.
        party = OnDay(party, space.Parties.Length, i => (space.Parties[i].Name, space.Parties[i].Lifetime), day);
        subject = OnDay(subject, space.Subjects.Length, i => (space.Subjects[i].Name, space.Subjects[i].Lifetime), day);
        bool isMatter = space.Subjects[subject].Kind == SubjectKind.Matter;
        var decision = new Decision { Function = isMatter ? -1 : subject, Matter = isMatter ? subject : -1, Day = day };
        int[] functions = [.. subjects.Where(s => space.Subjects[s].Kind == SubjectKind.Function)];
        int function = isMatter && functions.Length > 0 && dice.Chance(40) ? dice.Pick([.. functions]) : -1;
        function = function < 0 ? function : OnDay(function, space.Subjects.Length, i => (space.Subjects[i].Name, space.Subjects[i].Lifetime), day);
        decision = function < 0 ? decision : decision with { Function = function };
        NamedMayQuestion question = scheme.May(partyName, subjectName, function < 0 ? "" : space.Subjects[function].Name);
        if (space.Places.Length > 0 && dice.Chance(60))
        {
            int place = dice.Below(space.Places.Length);
            decision = decision with { Place = place };
            question = question.At(space.Places[place].Name);
        }

        if (dice.Chance(80))
        {
            decimal figure = Math.Max(0, dice.Pick([.. figures]) + dice.Pick([-0.01m, 0m, 0.01m, 0.00001m]));
            // What no limit of the scheme counts is refused; what none on the subject counts is asked all the same.
            (string currency, string basis) = dice.Pick(kinds);
            basis = dice.Chance(25) ? "" : basis;
            Vat vat = dice.Pick([Vat.Unstated, Vat.Excluding, Vat.Including]);
            decision = decision with { Amount = new AskedAmount(figure, currency, basis, vat) };
            question = question.Worth(figure, basis, vat, currency);
        }

        return Facts(party, decision, question);
    }

    private static string CurrencyOf(LimitDefinition limit) =>
        new[] { limit.Upper, limit.Lower }.OfType<BoundDefinition>().SelectMany(bound => bound.LowerOf).Select(term => term.Currency).FirstOrDefault(currency => currency.Length > 0) ?? "GBP";

    private AskedTwoWays Facts(int party, Decision decision, NamedMayQuestion question)
    {
        var conditions = new Dictionary<int, bool>();
        for (int i = 0; i < space.Conditions.Length; i++)
        {
            if (dice.Chance(30))
            {
                conditions[i] = dice.Chance(50);
                question = conditions[i] ? question.When(space.Conditions[i].Name) : question.Unless(space.Conditions[i].Name);
            }
        }

        var measures = new Dictionary<int, decimal>();
        for (int i = 0; i < space.Measures.Length; i++)
        {
            if (dice.Chance(15))
            {
                measures[i] = dice.Below(8);
                question = question.When(space.Measures[i].Name, measures[i]);
            }
        }

        return new AskedTwoWays(party, decision with { Conditions = conditions, Measures = measures }, question);
    }
}
