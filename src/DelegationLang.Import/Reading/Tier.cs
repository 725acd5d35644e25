using System.Collections.Immutable;

namespace DelegationLang.Import.Reading;

/// <summary>What comes before or after a decision.</summary>
internal enum DraftStepKind
{
    /// <summary>Somebody is asked first.</summary>
    Consult,

    /// <summary>Somebody recommends first.</summary>
    Recommend,

    /// <summary>Somebody approves first.</summary>
    Approve,

    /// <summary>Somebody confirms afterwards.</summary>
    Ratify,

    /// <summary>Somebody is told afterwards.</summary>
    Report,
}

/// <summary>A step.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Parties">By whom, or to whom.</param>
/// <param name="Count">How many of them; 0 for all.</param>
internal sealed record DraftStep(DraftStepKind Kind, ImmutableArray<string> Parties, int Count = 0) : DocumentPart;

/// <summary>A fact on which a decision depends.</summary>
/// <param name="Words">The fact, in the words of the document.</param>
/// <param name="IsNormally">Whether it holds unless somebody says otherwise.</param>
/// <param name="Holds">Whether it must hold; otherwise it must not.</param>
internal sealed record DraftCondition(string Words, bool IsNormally, bool Holds = true) : DocumentPart;

/// <summary>One tier of a row: who decides, up to how much, after what.</summary>
internal sealed record Tier : DocumentPart
{
    /// <summary>Who decides.</summary>
    public PartyReading Party { get; init; } = PartyReading.Of(PartyOutcome.Blank);

    /// <summary>The sums; none where it has none of its own.</summary>
    public Band? Band { get; init; }

    /// <summary>What comes before and after.</summary>
    public ImmutableArray<DraftStep> Steps { get; init; } = [];

    /// <summary>The facts on which it depends.</summary>
    public ImmutableArray<DraftCondition> Conditions { get; init; } = [];

    /// <summary>What else the document says, word for word.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Where each decision is recorded; empty for none.</summary>
    public string RecordedIn { get; init; } = "";

    /// <summary>Those of whom the document does not say whether they act together with the decider or are asked first.</summary>
    public ImmutableArray<string> Companions { get; init; } = [];

    /// <summary>Its first day, where it has one of its own.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Its last day, where it has one of its own.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What refuses something of it in words that nobody can put into a sentence; empty for nothing.</summary>
    public string Doubt { get; init; } = "";

    /// <summary>The words that were read.</summary>
    public string Words { get; init; } = "";

    /// <summary>The same with what another text adds: steps, conditions, notes.</summary>
    public Tier With(Tier extra) => this with
    {
        // Two limits that differ cannot both be read.
        Band = Band is { IsBounded: true } own && extra.Band is { } other && (other.IsBounded || other.Basis == "?") && (other.Lower, other.Upper) != (own.Lower, own.Upper) ? own with { Basis = "?" }
            : Band is { IsBounded: false } && extra.Band is { IsBounded: true } limit ? limit
            : Band is { } band ? band with { Vat = band.Vat == DraftVat.Unsaid ? extra.Band?.Vat ?? DraftVat.Unsaid : band.Vat, Basis = band.Basis.Length == 0 ? extra.Band?.Basis ?? "" : band.Basis } : extra.Band,
        Steps = Steps.AddRange(extra.Steps),
        Conditions = Conditions.AddRange(extra.Conditions),
        Notes = Notes.AddRange(extra.Notes),
        RecordedIn = RecordedIn.Length > 0 ? RecordedIn : extra.RecordedIn,
        Companions = Companions.AddRange(extra.Companions),
        Doubt = Doubt.Length > 0 ? Doubt : extra.Doubt,
        From = Later(From, extra.From),
        Until = Earlier(Until, extra.Until),
    };

    /// <summary>The later of two days of which either may be left out.</summary>
    public static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    /// <summary>The earlier of two days of which either may be left out.</summary>
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
