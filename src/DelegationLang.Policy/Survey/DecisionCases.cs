using System.Collections.Immutable;

namespace DelegationLang.Policy.Survey;

/// <summary>
/// Every case of a decision, as data: what it may turn on, and the answer in each cell. Looking up cells gives the answers of
/// <see cref="DecisionSpace.WhoDecides"/> without the evaluator, which is how built pages answer.
/// </summary>
public sealed record DecisionCases
{
    /// <summary>What stands for a cell that no values can have.</summary>
    public const int Impossible = int.MinValue;

    /// <summary>The answer where nothing has to be told apart because nobody holds the subject that day; none otherwise.</summary>
    public Answer? Nobody { get; init; }

    /// <summary>What the decision may turn on, in the order in which answers tell cases apart.</summary>
    public ImmutableArray<CaseVariable> Variables { get; init; } = [];

    /// <summary>The splits. Each leads on to splits (numbers from 0) and leaves (-1 for the first, -2 for the second and so on).</summary>
    public ImmutableArray<CaseNode> Splits { get; init; } = [];

    /// <summary>The answers in cases that are finished, none twice.</summary>
    public ImmutableArray<CaseAnswer> Leaves { get; init; } = [];

    /// <summary>Where to begin: a split or a leaf; <see cref="Impossible"/> where there is <see cref="Nobody"/>.</summary>
    public int Root { get; init; } = Impossible;

    /// <summary>The bases on which limits that bear on the decision count, sorted.</summary>
    public ImmutableArray<string> Bases { get; init; } = [];

    /// <summary>How value added tax is counted where limits leave no choice and the question does not say.</summary>
    public Vat OnlyVat { get; init; }

    /// <summary>Whether any limit says how value added tax is counted, so that the cases differ with what a question says of it.</summary>
    public bool IsVatUsed { get; init; }

    /// <summary>Whether there were more cases than are looked at; the splits then leave some out.</summary>
    public bool IsCutShort { get; init; }
}

/// <summary>The answer in a finished case.</summary>
/// <param name="Key">Equal for answers that count as one when cases are united.</param>
/// <param name="Answer">The answer.</param>
public sealed record CaseAnswer(string Key, Answer Answer)
{
    /// <summary>The deputies of the answer, in its order, each with what of its words turns on what a question says of others.</summary>
    public ImmutableArray<CaseDeputy> Deputies { get; init; } = [];

    /// <summary>Who may decide alone in this case, and who only with others; whoever is not told of may not. Empty unless the catalogue was asked for it.</summary>
    public ImmutableArray<CaseStanding> Standings { get; init; } = [];

    /// <summary>Those who may not decide by right of their own, but might as a deputy. Empty unless the catalogue was asked for standings.</summary>
    public ImmutableArray<CaseStandIn> StandIns { get; init; } = [];

    /// <summary>Every chain by which somebody may decide in this case. Empty unless the catalogue was asked for it.</summary>
    public ImmutableArray<CaseWay> Ways { get; init; } = [];
}

/// <summary>A deputy in an answer.</summary>
/// <param name="Answer">As the answer has it where nothing is said.</param>
/// <param name="When">When it may act, in words, without those for whom it may not act at the same time.</param>
/// <param name="Elsewhere">Those for whom it may not act at the same time.</param>
public sealed record CaseDeputy(DeputyAnswer Answer, string When, ImmutableArray<DeputyElsewhere> Elsewhere);

/// <summary>Somebody else for whom a deputy may act, unless the question says that none of the sentences holds by which it is.</summary>
/// <param name="Principal">For whom, by name.</param>
/// <param name="Deputies">The sentences.</param>
public sealed record DeputyElsewhere(string Principal, ImmutableArray<DeputyDefinition> Deputies);

/// <summary>For whom a party might decide as a deputy, unless the question says that a sentence by which it is one does not hold.</summary>
/// <param name="Party">The party's index.</param>
/// <param name="Answer">For whom, and when, as the answer to whether the party may decide has it.</param>
public sealed record CaseStandIn(int Party, DeputyAnswer Answer);

/// <summary>What a catalogue tells of each case besides the answer.</summary>
public enum CaseDetail
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Who may decide though others do, and who may with others.</summary>
    Standings,

    /// <summary>Every chain by which anybody may.</summary>
    Ways,
}

/// <summary>A chain by which somebody may decide, alone or with others.</summary>
/// <param name="Members">Those who must act: of each the party, and the organisation that it acts for, if it does. One that stands twice means two people of it.</param>
/// <param name="Rules">The rules from the top down; none for whoever holds the subject by law.</param>
/// <param name="Steps">What must come first, in words.</param>
/// <param name="Chain">The chain in words.</param>
public sealed record CaseWay(ImmutableArray<ImmutableArray<int>> Members, ImmutableArray<int> Rules, ImmutableArray<string> Steps, ImmutableArray<ChainLink> Chain);

/// <summary>How a party stands to a decision in a finished case.</summary>
/// <param name="Parties">The party, and the organisation that it acts for, if it does: indexes of parties.</param>
/// <param name="Answer">What <see cref="DecisionSpace.May"/> says of each of them, without deciders, deputies and reasons.</param>
public sealed record CaseStanding(ImmutableArray<int> Parties, Answer Answer);

/// <summary>A split: a variable, and where each of its cells leads.</summary>
/// <param name="Variable">The index of the variable.</param>
/// <param name="Cells">For each cell, where it leads.</param>
public sealed record CaseNode(int Variable, ImmutableArray<int> Cells);

/// <summary>What a variable stands for.</summary>
public enum CaseVariableKind
{
    /// <summary>How value added tax is counted.</summary>
    Vat,

    /// <summary>What the amount counts.</summary>
    Basis,

    /// <summary>The place.</summary>
    Place,

    /// <summary>An amount.</summary>
    Amount,

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>An amount or a measure divided by a measure.</summary>
    Ratio,

    /// <summary>A condition: the first cell is that it is so, the second that it is not.</summary>
    Condition,
}

/// <summary>
/// Something that a decision may turn on. Numbers with figures b1 &lt; b2 have the cells below b1, exactly b1, between, exactly b2, above b2.
/// </summary>
public sealed record CaseVariable
{
    /// <summary>What it stands for.</summary>
    public CaseVariableKind Kind { get; init; }

    /// <summary>For amounts (and ratios of amounts): the currency.</summary>
    public string Currency { get; init; } = "";

    /// <summary>For amounts: what they count.</summary>
    public string Basis { get; init; } = "";

    /// <summary>For amounts: how value added tax is counted.</summary>
    public Vat Vat { get; init; }

    /// <summary>The measure, or the measure that is divided; -1 for an amount.</summary>
    public int Measure { get; init; } = -1;

    /// <summary>For a ratio the measure that divides; for a condition the condition; -1 otherwise.</summary>
    public int Index { get; init; } = -1;

    /// <summary>For numbers: the figures, ascending.</summary>
    public ImmutableArray<decimal> Figures { get; init; } = [];

    /// <summary>For the place: the place of each cell, -1 for anywhere else.</summary>
    public ImmutableArray<int> Places { get; init; } = [];

    /// <summary>For value added tax: the way of each cell.</summary>
    public ImmutableArray<Vat> Vats { get; init; } = [];
}
