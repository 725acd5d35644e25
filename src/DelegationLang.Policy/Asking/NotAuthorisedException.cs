namespace DelegationLang.Policy;

/// <summary>
/// A party may not decide what it was about to decide, or not alone, or not before something else is done, or it depends on something that was not said.
/// The message says why, and who may.
/// </summary>
public sealed class NotAuthorisedException : Exception
{
    internal NotAuthorisedException(string party, Standing standing, Answer refusal, Answer whoDecides)
        : base(Describe(party, standing, refusal))
    {
        Party = party;
        Standing = standing;
        Refusal = refusal;
        WhoDecides = whoDecides;
    }

    /// <summary>The party that may not.</summary>
    public string Party { get; }

    /// <summary>Where the party stands: not at all, once something is done, or it depends.</summary>
    public Standing Standing { get; }

    /// <summary>
    /// The answer to whether the party may: its reasons; or, where it depends, on what, and the answer in each case. It is yes where the party may, but not
    /// before a step is taken that <see cref="Standing"/> has.
    /// </summary>
    public Answer Refusal { get; }

    /// <summary>Who may decide instead: the answer to who decides.</summary>
    public Answer WhoDecides { get; }

    private static string Describe(string party, Standing standing, Answer refusal)
    {
        string day = Wording.Day(refusal.Day);
        return standing.Kind switch
        {
            StandingKind.AllowedOnce => $"{party} may decide this on {day}, but only {standing.Wanting()}.",
            StandingKind.Depends when refusal.Outcome == Outcome.Yes => $"{party} may decide this on {day}, but what must come first depends on {standing.Things()}.",
            StandingKind.Depends => $"Whether {party} may decide this on {day} depends on {standing.Things()}.",
            _ => $"{party} may not decide this on {day}: {string.Join("; ", refusal.Reasons)}.",
        };
    }
}
