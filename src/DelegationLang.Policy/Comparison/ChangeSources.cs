using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>The sentences of either version that a change comes from.</summary>
internal sealed class ChangeSources(JointScheme scheme)
{
    // Of a sweeping change nobody reads more of them.
    private const int MostTold = 12;

    /// <summary>The sentences of one version.</summary>
    /// <param name="answer">What that version answers.</param>
    /// <param name="other">What the other version answers.</param>
    /// <param name="asked">What that version answers to the question that shows the change: by which chain.</param>
    /// <param name="changed">The rules that bear on the change and say what none of the other version does; day by day, those that begin or end.</param>
    /// <param name="isAfter">Whether it is the later version.</param>
    /// <param name="parties">Those who decide in either version.</param>
    public ImmutableArray<SourceReference> Of(Answer answer, Answer other, Answer asked, IReadOnlySet<int> changed, bool isAfter, IReadOnlySet<string> parties)
    {
        SpaceDefinition definition = (isAfter ? scheme.After : scheme.Before).Definition;
        int[] own = [.. changed.Where(rule => rule < scheme.AfterRules == isAfter)];
        int first = isAfter ? 0 : scheme.AfterRules;
        int[] chain = asked.Chain.IsEmpty
            ? [.. answer.Chain.Select(link => link.Rule).Where(rule => rule >= 0).Distinct()]
            : [.. asked.Chain.Select(link => link.Rule).Where(rule => rule >= 0).Select(rule => rule + first).Distinct()];
        int[] rules = [.. chain.Where(changed.Contains)];
        if (rules.Length == 0 && (answer.Deputies.Length > 0 || other.Deputies.Length > 0))
        {
            // Who stands in is all that differs.
            return [.. answer.Deputies.Select(deputy => deputy.Source).Where(source => !string.IsNullOrEmpty(source.File)).Distinct().Take(MostTold)];
        }

        rules = rules.Length > 0 ? rules : [.. own.Where(rule => Names(definition, rule).Any(parties.Contains))];
        rules = rules.Length > 0 ? rules : own;
        rules = rules.Length > 0 ? rules : [.. chain.AsEnumerable().Reverse().Take(1)];
        IEnumerable<SourceReference> sources = rules.Length > 0
            ? rules.Select(rule => definition.Rules[rule].Source)
            : answer.Deputies.Select(deputy => deputy.Source).Concat(answer.Chain.AsEnumerable().Reverse().Select(link => link.Source));
        return [.. sources.Where(source => !string.IsNullOrEmpty(source.File)).Distinct().Take(MostTold)];
    }

    private static IEnumerable<string> Names(SpaceDefinition definition, int rule) =>
        definition.Rules[rule].Holders.SelectMany(group => group).Select(party => definition.Parties[party].Name);
}
