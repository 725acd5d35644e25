namespace DelegationLang.Policy.Evaluation;

/// <summary>Says whose law keeps a decision where it is, so that whoever asks sees why a sentence that seems to give it does not.</summary>
internal sealed class LegalReasons(SpaceIndex index, DecisionContext context)
{
    /// <summary>One sentence for each law; none where no law stands against any sentence.</summary>
    public IEnumerable<string> All()
    {
        if (context.Kept is KeptByLaw kept)
        {
            string actor = index.Definition.Parties[context.ActingParty(context.SeatOf(context.Holder))].Name;
            yield return $"the law leaves {index.Subjects[kept.Subject].Name} to {actor} alone{In(kept.Law)}";
            yield break;
        }

        foreach ((int ruleIndex, string law) in context.Barred)
        {
            yield return Of(index.Definition.Rules[ruleIndex], law);
        }
    }

    /// <summary>What the law has against a rule here.</summary>
    public string Of(RuleDefinition rule, string law)
    {
        IEnumerable<string> barred = rule.Barred.Where(bar => context.IsAbout(bar.Subject)).Select(bar => index.Subjects[bar.Subject].Name).Distinct();
        string to = Wording.List([.. rule.Holders.Select(group => Wording.Together(group.Select(party => index.Definition.Parties[party].Name)))], "or");
        string source = rule.Source.File is { Length: > 0 } file ? FormattableString.Invariant($" ({file}:{rule.Source.Line})") : "";
        return $"the law keeps {Wording.List([.. barred])} out of what is given to {to}{In(law)}{source}";
    }

    private static string In(string law) => law.Length == 0 ? "" : ": " + law;
}
