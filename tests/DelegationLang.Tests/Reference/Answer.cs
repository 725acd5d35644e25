namespace DelegationLang.Tests.Reference;

/// <summary>An answer as the language's contract names its parts, in words that sort and compare. What is null was not worked out and is not compared.</summary>
/// <param name="Outcome"><c>decided</c>, <c>reserved</c>, <c>depends</c>, <c>nobody</c>, <c>yes</c>, <c>no</c> or <c>error</c>.</param>
/// <param name="Deciders">The names, sorted.</param>
/// <param name="Jointly">Whether all of them must act together.</param>
/// <param name="Alternatives">For <c>who decides</c>: each group that may act without the others, its names sorted and joined by a plus sign; the groups sorted. Not compared where it depends.</param>
/// <param name="DependsOn">Where it depends: on what, sorted.</param>
/// <param name="Exceptional">For <c>who decides</c>: those of the deciders who decide by an exceptional power, sorted. Not compared where it depends.</param>
/// <param name="UnderContract">For <c>who decides</c>: whether one of the deciders acts under a contract. Not compared where it depends.</param>
/// <param name="ForFunctions">Of a matter alone: each function for which somebody else decides it, with the outcome and who, sorted.</param>
/// <param name="Deputies">For <c>who decides</c>: who may stand in for whom, sorted. Not compared where it depends.</param>
internal sealed record Answer(
    string Outcome,
    IReadOnlyList<string> Deciders,
    bool Jointly,
    IReadOnlyList<string>? Alternatives = null,
    IReadOnlyList<string>? DependsOn = null,
    IReadOnlyList<string>? Exceptional = null,
    bool? UnderContract = null,
    IReadOnlyList<string>? Deputies = null,
    IReadOnlyList<string>? ForFunctions = null)
{
    /// <summary>Whether two answers agree in all parts that both have.</summary>
    public bool Agrees(Answer other) =>
        Outcome == other.Outcome
        && Deciders.SequenceEqual(other.Deciders)
        && Jointly == other.Jointly
        && SameWhereBothKnow(Alternatives, other.Alternatives)
        && SameWhereBothKnow(DependsOn, other.DependsOn)
        && SameWhereBothKnow(Exceptional, other.Exceptional)
        && SameWhereBothKnow(Deputies, other.Deputies)
        && SameWhereBothKnow(ForFunctions, other.ForFunctions)
        && (UnderContract ?? other.UnderContract) == (other.UnderContract ?? UnderContract);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Outcome} [{string.Join("; ", Deciders)}]{(Jointly ? " jointly" : "")}{Part("alternatives", Alternatives)}{Part("depends on", DependsOn)}{Part("exceptional", Exceptional)}{Part("deputies", Deputies)}{Part("for functions", ForFunctions)}{(UnderContract == true ? " under contract" : "")}";

    private static bool SameWhereBothKnow(IReadOnlyList<string>? first, IReadOnlyList<string>? second) =>
        first is null || second is null || first.SequenceEqual(second);

    private static string Part(string title, IReadOnlyList<string>? names) => names is null ? "" : $" {title} [{string.Join("; ", names)}]";
}

/// <summary>Answers questions in words about one scheme.</summary>
internal interface IAnswerer
{
    /// <summary>What is wrong with the scheme: its errors, each with its line. Warnings are not among them.</summary>
    IReadOnlyList<SchemeError> Errors { get; }

    /// <summary>The lines on which deciding sentences in error start, and on which lines of tables and lists in error stand.</summary>
    IReadOnlyList<int> FaultyLines { get; }

    /// <summary>The lines of those that are in error only from the day on which somebody took over.</summary>
    IReadOnlyDictionary<int, DateOnly> FaultySince => new Dictionary<int, DateOnly>();

    /// <summary>Answers one question. May be asked from several threads at once.</summary>
    Answer Ask(string question);
}

/// <summary>An error that was reported, and the line (from 1) on which it starts.</summary>
internal sealed record SchemeError(int Line, string Message);
