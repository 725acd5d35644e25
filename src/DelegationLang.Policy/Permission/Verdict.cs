namespace DelegationLang.Policy.Permission;

/// <summary>What is remembered of an answer, in three bits: whether the party may decide, and where it stands.</summary>
internal enum Verdict
{
    /// <summary>Nothing is remembered.</summary>
    None,

    /// <summary>Yes, and nothing must come first.</summary>
    Allowed,

    /// <summary>Yes, but something must come first.</summary>
    AllowedOnce,

    /// <summary>Yes, but what must come first depends on more.</summary>
    AllowedOpen,

    /// <summary>Not alone, but with others.</summary>
    Jointly,

    /// <summary>No, not even with others.</summary>
    Refused,

    /// <summary>Not alone; whether with others depends.</summary>
    RefusedOpen,

    /// <summary>It depends.</summary>
    Open,
}

/// <summary>From verdicts to what they stand for.</summary>
internal static class Verdicts
{
    public static Verdict Of(Outcome outcome, StandingKind standing) => (outcome, standing) switch
    {
        (Outcome.Yes, StandingKind.Allowed) => Verdict.Allowed,
        (Outcome.Yes, StandingKind.AllowedOnce) => Verdict.AllowedOnce,
        (Outcome.Yes, _) => Verdict.AllowedOpen,
        (Outcome.No, StandingKind.AllowedOnce) => Verdict.Jointly,
        (Outcome.No, StandingKind.No) => Verdict.Refused,
        (Outcome.No, _) => Verdict.RefusedOpen,
        _ => Verdict.Open,
    };

    public static Outcome OutcomeOf(Verdict verdict) => verdict switch
    {
        Verdict.Allowed or Verdict.AllowedOnce or Verdict.AllowedOpen => Outcome.Yes,
        Verdict.Jointly or Verdict.Refused or Verdict.RefusedOpen => Outcome.No,
        _ => Outcome.Depends,
    };
}
