using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>Questions about a scheme: its subjects and places, days around those on which things change, sums around its limits, facts said and left open.</summary>
internal sealed class AskQuestions(Publication publication, int seed) : IEnumerable<AskQuestion>
{
    private readonly Random random = new(seed);
    private readonly SpaceDefinition definition = publication.Definition;
    private readonly Emit.Html.PageContext context = new(publication);

    public IEnumerator<AskQuestion> GetEnumerator()
    {
        SubjectSymbol[] subjects = [.. context.ShownOf<SubjectSymbol>().Where(subject => !subject.IsBudget && publication.Index.IndexOf(subject) >= 0)];
        SubjectSymbol[] functions = [.. subjects.Where(subject => subject.IsFunction)];
        DateOnly[] days = [.. Days()];
        decimal[] sums = [.. Sums()];
        string[] bases = [.. definition.Rules.SelectMany(rule => new[] { rule.Limit?.Basis, rule.Onward?.Limit?.Basis }).OfType<string>().Append("decision").Distinct()];

        // A part of a measure is compared with the sum where both are known, so both are said or neither: with one of them the tool words the case by the other.
        LimitDefinition[] inParts = [.. Limits().Where(limit => PartsOf(limit).Any())];
        BoundTerm[] parts = [.. inParts.SelectMany(PartsOf)];
        while (subjects.Length > 0)
        {
            SubjectSymbol subject = Pick(subjects);
            SubjectSymbol? function = subject.IsMatter && functions.Length > 0 && Chance(40) ? Pick(functions) : null;
            Decision decision = SubjectPages.Open(context, subject) ?? new Decision { Day = default };
            decision = decision with { Day = Pick(days), IsDayAssumed = Chance(20) };
            if (function is not null)
            {
                decision = decision with { Function = publication.Index.IndexOf(function) };
            }

            if (definition.Places.Length > 0 && Chance(60))
            {
                decision = decision with { Place = random.Next(definition.Places.Length) };
            }

            bool hasAmount = Chance(65);
            if (hasAmount)
            {
                // A sum that counts something else than the limit is not said, as far as that limit goes.
                decision = decision with
                {
                    Amount = parts.Length > 0
                        ? AmountFor(Pick(inParts), sums)
                        : new AskedAmount(Pick(sums), "GBP", Chance(70) ? Pick(bases) : "", (Vat)random.Next(3)),
                };
            }

            var conditions = new Dictionary<int, bool>();
            foreach (int condition in Enumerable.Range(0, definition.Conditions.Length).Where(_ => Chance(50)))
            {
                conditions[condition] = Chance(50);
            }

            var measures = new Dictionary<int, decimal>();
            foreach (int measure in Enumerable.Range(0, definition.Measures.Length).Where(_ => Chance(60)))
            {
                if (!parts.Any(part => part.Index == measure))
                {
                    measures[measure] = Chance(50) ? random.Next(12) : Pick(sums);
                }
            }

            foreach (int measure in parts.Where(_ => hasAmount).Select(part => part.Index).Distinct())
            {
                measures[measure] = Near(decision.Amount?.Value ?? 0, parts.First(part => part.Index == measure).Value);
            }

            decision = decision with { Conditions = conditions, Measures = measures };
            string words = string.Create(CultureInfo.InvariantCulture, $"{subject.DisplayName} for {function?.DisplayName} place {decision.Place} {decision.Amount} on {decision.Day:yyyy-MM-dd} when {string.Join(", ", conditions)} {string.Join(", ", measures)}");
            yield return new AskQuestion(publication.PageNames.Of(subject), function is null ? "" : decision.Function.ToString(CultureInfo.InvariantCulture), decision, words);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private AskedAmount AmountFor(LimitDefinition limit, decimal[] sums) => new(Pick(sums), "GBP", limit.Basis, limit.Vat == Vat.Unstated ? (Vat)random.Next(3) : limit.Vat);

    private static IEnumerable<BoundTerm> PartsOf(LimitDefinition limit) =>
        new[] { limit.Lower, limit.Upper }.OfType<BoundDefinition>().SelectMany(bound => bound.LowerOf).Where(term => term.Kind == BoundTermKind.PartOfMeasure);

    private IEnumerable<LimitDefinition> Limits() => definition.Rules.SelectMany(rule => new[] { rule.Limit, rule.Onward?.Limit }).OfType<LimitDefinition>();

    private IEnumerable<decimal> Sums()
    {
        IEnumerable<BoundDefinition?> bounds = Limits().SelectMany(limit => new[] { limit.Lower, limit.Upper })
            .Concat(definition.Rules.SelectMany(rule => rule.Facts).SelectMany(group => group).SelectMany(fact => new[] { fact.Lower, fact.Upper }));
        IEnumerable<decimal> figures = bounds.OfType<BoundDefinition>().SelectMany(bound => bound.LowerOf).Where(term => term.Kind == BoundTermKind.Figure).Select(term => term.Value)
            .Concat(definition.Amounts.SelectMany(amount => amount.Figures).Select(figure => figure.Value)).Append(0).Append(1_000_000_000m);
        return figures.Distinct().SelectMany(figure => new[] { figure, figure + 0.01m, Math.Max(0, figure - 0.01m), figure / 2 });
    }

    private IEnumerable<DateOnly> Days()
    {
        foreach (DateRange run in DayRuns.Of(definition))
        {
            yield return run.First;
            if (run.First != DateOnly.MinValue)
            {
                yield return run.First.AddDays(-1);
            }

            if (run.Last != DateOnly.MaxValue)
            {
                yield return run.Last;
                yield return run.Last.AddDays(1);
            }
        }
    }

    // A measure of which the sum is just that part, or a little more, or a little less.
    private decimal Near(decimal sum, decimal part) => Math.Max(0, Math.Round(sum / (part == 0 ? 1 : part), 2) + Pick(new[] { 0m, 0.01m, -0.01m, 1000m, -1000m }));

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];

    private bool Chance(int percent) => random.Next(100) < percent;
}
