namespace DelegationLang.Policy.Permission;

/// <summary>What is remembered of an answer, in three bits: whether the party may decide, and where it stands.</summary>
internal enum RememberedAnswer
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
    public static RememberedAnswer Of(Outcome outcome, StandingKind standing) => (outcome, standing) switch
    {
        (Outcome.Yes, StandingKind.Allowed) => RememberedAnswer.Allowed,
        (Outcome.Yes, StandingKind.AllowedOnce) => RememberedAnswer.AllowedOnce,
        (Outcome.Yes, _) => RememberedAnswer.AllowedOpen,
        (Outcome.No, StandingKind.AllowedOnce) => RememberedAnswer.Jointly,
        (Outcome.No, StandingKind.No) => RememberedAnswer.Refused,
        (Outcome.No, _) => RememberedAnswer.RefusedOpen,
        _ => RememberedAnswer.Open,
    };

    public static Outcome OutcomeOf(RememberedAnswer verdict) => verdict switch
    {
        RememberedAnswer.Allowed or RememberedAnswer.AllowedOnce or RememberedAnswer.AllowedOpen => Outcome.Yes,
        RememberedAnswer.Jointly or RememberedAnswer.Refused or RememberedAnswer.RefusedOpen => Outcome.No,
        _ => Outcome.Depends,
    };
}
