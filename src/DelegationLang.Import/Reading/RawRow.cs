using System.Collections.Immutable;

namespace DelegationLang.Import.Reading;

/// <summary>What the cells of a row say, before it is understood.</summary>
internal sealed record RawRow : DocumentPart
{
    /// <summary>Where it stands.</summary>
    public required string Place { get; init; }

    /// <summary>All its words.</summary>
    public required string Words { get; init; }

    /// <summary>The section that it stands in.</summary>
    public string Section { get; init; } = "";

    /// <summary>Its number.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The area of work that it is for.</summary>
    public string Function { get; init; } = "";

    /// <summary>What is decided.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Who decides.</summary>
    public string Decider { get; init; } = "";

    /// <summary>What a further column says of who decides; empty for nothing.</summary>
    public string Rival { get; init; } = "";

    /// <summary>Up to how much.</summary>
    public string Value { get; init; } = "";

    /// <summary>Whether a sum that stands alone is an upper end.</summary>
    public bool IsValueUpperEnd { get; init; }

    /// <summary>What the sums count, where a head or a column says it.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Whether the sums count tax, where a head says it.</summary>
    public DraftVat Vat { get; init; }

    /// <summary>What stands beside it: conditions, method, notes.</summary>
    public ImmutableArray<string> Extras { get; init; } = [];

    /// <summary>Steps that a column gives.</summary>
    public ImmutableArray<DraftStep> Steps { get; init; } = [];

    /// <summary>Facts that a head gives.</summary>
    public ImmutableArray<DraftCondition> Conditions { get; init; } = [];

    /// <summary>Footnotes and comments.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Its first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the section is a list of what is kept for the governing body.</summary>
    public bool IsReservedSection { get; init; }
}
