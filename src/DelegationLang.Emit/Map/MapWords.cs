using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Map;

/// <summary>What a sentence gives, in the few words that a picture has room for.</summary>
internal static class MapWords
{
    /// <summary>How many subjects are named before the rest is counted.</summary>
    private const int MostNamed = 3;

    /// <summary>The subjects: <c>podiatry, continence and 4 more</c>.</summary>
    public static string Subjects(IEnumerable<SubjectReference> subjects, Terms terms)
    {
        var names = new List<string>();
        foreach (SubjectReference subject in subjects)
        {
            names.Add(subject.Scope switch
            {
                SubjectScope.AllMatters => "all matters",
                SubjectScope.AllOtherMatters => "all other matters" + (subject.Symbol is null ? "" : " within " + subject.Symbol.DisplayName),
                _ => subject.Symbol?.DisplayName ?? "",
            });
        }

        string words = Counted(names);
        return terms.For.IsEmpty ? words : words + " for " + Counted([.. terms.For.Select(reference => reference.Symbol.DisplayName)]);
    }

    /// <summary>How much, when and under what, each after a comma; empty where nothing is said.</summary>
    public static string Bounds(Terms terms, bool saysReservedMatters)
    {
        var words = new List<string>();
        if (terms.Limit is { } limit)
        {
            words.Add(AmountWords.Of(limit));
        }

        if (!terms.At.IsEmpty)
        {
            words.Add("at " + Counted([.. terms.At.Select(reference => reference.Symbol.DisplayName)]));
        }

        if (terms.From is not null || terms.Until is not null)
        {
            words.Add(Wording.Days(new DateRange(terms.From ?? DateOnly.MinValue, terms.Until ?? DateOnly.MaxValue)));
        }

        if (terms.Under is { } under)
        {
            words.Add("under " + under.Symbol.DisplayName);
        }

        if (terms.Onward is { IsGiven: true })
        {
            words.Add("with power to delegate");
        }

        if (saysReservedMatters && terms.IsSubjectToReservedMatters && !terms.IsEvenIfReserved)
        {
            words.Add("subject to reserved matters");
        }

        return string.Concat(words.Select(word => ", " + word));
    }

    private static string Counted(List<string> names) => names.Count <= MostNamed + 1
        ? Wording.List([.. names])
        : string.Join(", ", names.Take(MostNamed)) + $" and {names.Count - MostNamed} more";
}
