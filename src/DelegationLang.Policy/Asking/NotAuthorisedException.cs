namespace DelegationLang.Policy;

/// <summary>
/// A party may not decide what it was about to decide, or not alone, or it depends on something that was not said. The message says why, and who may.
/// </summary>
public sealed class NotAuthorisedException : Exception
{
    internal NotAuthorisedException(string party, Answer refusal, Answer whoDecides)
        : base(Describe(party, refusal))
    {
        Party = party;
        Refusal = refusal;
        WhoDecides = whoDecides;
    }

    /// <summary>The party that may not.</summary>
    public string Party { get; }

    /// <summary>The answer to whether the party may: its reasons; or, where it depends, on what, and the answer in each case.</summary>
    public Answer Refusal { get; }

    /// <summary>Who may decide instead: the answer to who decides.</summary>
    public Answer WhoDecides { get; }

    private static string Describe(string party, Answer refusal)
    {
        string day = Wording.Day(refusal.Day);
        return refusal.Outcome == Outcome.Depends
            ? $"Whether {party} may decide this on {day} depends on {Wording.List(refusal.DependsOn)}."
            : $"{party} may not decide this on {day}: {string.Join("; ", refusal.Reasons)}.";
    }
}
