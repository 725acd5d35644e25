namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// How many cases of a question are looked at. Where very many sentences bear on it each case takes long, and so may its answer: then fewer, though
/// always those of one line of amounts, places or facts, unless even these are too many.
/// </summary>
internal static class CaseBudget
{
    // In sentences, holders, facts and terms looked at: in any case, and for one line of amounts, places or facts.
    private const int OrdinaryWork = 750_000;
    private const int WorkForOneAnswer = 1_500_000;

    /// <summary>
    /// How many sentences are looked at in all cases of one question together. In most schemes each is looked at once in a case; where a giver holds the
    /// subject by very many sentences, once for each of them.
    /// </summary>
    public const int MostLooked = 3_000_000;

    /// <summary>How many names, links of chains and reasons, these for every 32 characters once more, the answers of all cases may have together: nobody reads more.</summary>
    public const int MostTold = 200_000;

    /// <summary>What an answer adds to that.</summary>
    public static int Told(Answer answer)
    {
        int letters = 0;
        foreach (string reason in answer.Reasons)
        {
            letters += reason.Length;
        }

        return 1 + answer.Deciders.Length + answer.Chain.Length + answer.Reasons.Length + answer.Deputies.Length + answer.KeepAuthority.Length + (letters / 32);
    }

    /// <summary>How many cases are looked at before it is said that there are too many.</summary>
    /// <param name="variables">What the question leaves open.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="mostWork">How many sentences, holders, facts and terms may be looked at for one line of amounts, places or facts.</param>
    public static int Of(VariableTable variables, int most, int mostWork = WorkForOneAnswer)
    {
        long cells = 0;
        for (int order = 0; order < variables.Count; order++)
        {
            cells += variables[order].CellCount;
        }

        long line = Math.Min((2 * cells) + 64, mostWork / variables.Weight);
        return (int)Math.Clamp(Math.Max(OrdinaryWork / variables.Weight, line), 1, most);
    }
}
