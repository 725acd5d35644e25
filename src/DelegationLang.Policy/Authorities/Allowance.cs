namespace DelegationLang.Policy.Authorities;

/// <summary>
/// How much is looked at for one answer about very many subjects: what a party may decide, or who decides each subject. In a scheme that is written by hand no
/// answer comes near it. Where thousands of sentences bear on each of thousands of subjects, less is looked at of those that come after it is spent, and they
/// say so.
/// </summary>
/// <param name="rules">How many rules the scheme has.</param>
internal sealed class Allowance(int rules)
{
    /// <summary>How many sentences are looked at in all cases of one subject when it is spent.</summary>
    public const long LookedAtWhenSpent = 2_000;

    /// <summary>How many cases of one subject are gone through then.</summary>
    public const int CasesWhenSpent = 300;

    private const long Least = 750_000;
    private const long ForEachRule = 500;

    private long left = Least + (ForEachRule * rules);

    /// <summary>Whether all of it was looked at.</summary>
    public bool IsSpent => left <= 0;

    /// <summary>Takes from it what was looked at for a subject.</summary>
    public void Spend(long looked) => left -= looked;
}
