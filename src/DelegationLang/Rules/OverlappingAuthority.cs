using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5002: different parties may decide the same.</summary>
internal sealed class OverlappingAuthority : IRule
{
    // Nobody goes through more, and a wide function may overlap with hundreds.
    private const int MaximumRelated = 8;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5002", "overlapping-authority", "Different parties may decide the same", DiagnosticSeverity.Warning, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        // One point that several pairs of sentences share is one finding.
        IReadOnlyList<SpaceOverlap> overlaps = run.Space.Overlaps;
        var general = new List<SpaceOverlap>();
        for (int i = 0; i < overlaps.Count; i++)
        {
            if (AreOne(overlaps[i].First, overlaps[i].Second))
            {
                // One sentence that gives to each of several for itself, or one in part of which somebody else stands in the place of one of them.
                continue;
            }

            if (overlaps[i].Across is AcrossSides across)
            {
                if (across.IsGeneral)
                {
                    general.Add(overlaps[i]);
                }
                else
                {
                    ReportAcross(run, overlaps[i], across, []);
                }

                continue;
            }

            var same = new List<SpaceOverlap> { overlaps[i] };
            while (i + 1 < overlaps.Count && overlaps[i + 1].Across is null && ReferenceEquals(overlaps[i + 1].Point, overlaps[i].Point)
                && !AreOne(overlaps[i + 1].First, overlaps[i + 1].Second))
            {
                same.Add(overlaps[++i]);
            }

            Report(run, same);
        }

        // Of every giver that gives matters to some and functions to others it would be said alike: it is said once, where it is first so.
        general.Sort((a, b) => MatterOf(a).Order.CompareTo(MatterOf(b).Order));
        if (general is [{ Across: AcrossSides sides } first, ..])
        {
            ReportAcross(run, first, sides, general.GetRange(1, general.Count - 1));
        }
    }

    // One sentence, or one and what another says in its place.
    private static bool AreOne(Statement one, Statement other) => ReferenceEquals(one.Syntax, other.Syntax) || one.Order == other.Order;

    private static Statement MatterOf(SpaceOverlap overlap) => overlap.Across is { IsFirstMatter: true } ? overlap.First : overlap.Second;

    private void Report(RuleRun run, List<SpaceOverlap> overlaps)
    {
        var sentences = new HashSet<Statement>(ReferenceEqualityComparer.Instance);
        var ends = new SortedSet<string>(StringComparer.Ordinal);
        foreach (SpaceOverlap overlap in overlaps)
        {
            sentences.Add(overlap.First);
            sentences.Add(overlap.Second);
            ends.Add(Who(overlap.FirstEnd));
            ends.Add(Who(overlap.SecondEnd));
        }

        Statement[] sorted = [.. sentences.OrderBy(sentence => sentence.Order)];
        Statement last = sorted[^1];
        SpacePoint point = overlaps[0].Point;
        run.Report(new Diagnostic(
            Descriptor,
            LocationOf(last),
            $"{Wording.List([.. ends])} may each decide {PointPhrases.Subject(point)}{PointPhrases.Rest(point)}{Phrases.LocalPractice}")
        {
            Label = sorted.Length - 1 <= MaximumRelated ? "overlaps" : $"overlaps with {sorted.Length - 1} sentences, the last of them shown",
            Related = [.. sorted.SkipLast(1).TakeLast(MaximumRelated).Select(RelatedTo)],
            Help = "say where the one ends and the other begins, make both lines of one `limits for` table, or let one sentence say `to A or B`",
            Fixes = sorted.Length == 2 && FixOf(sorted[0], last, point) is CodeFix fix ? [fix] : [],
        });
    }

    private void ReportAcross(RuleRun run, SpaceOverlap overlap, AcrossSides across, List<SpaceOverlap> others)
    {
        Statement matter = across.IsFirstMatter ? overlap.First : overlap.Second;
        Statement function = across.IsFirstMatter ? overlap.Second : overlap.First;
        string holder = Who(across.IsFirstMatter ? overlap.FirstEnd : overlap.SecondEnd);
        string partner = Who(across.IsFirstMatter ? overlap.SecondEnd : overlap.FirstEnd);
        string alike = across.IsGeneral ? "; so it is with every matter and function given to different parties" : "";
        run.Report(new Diagnostic(
            Descriptor,
            LocationOf(matter),
            $"{PointPhrases.Subject(overlap.Point)}{PointPhrases.Rest(overlap.Point)} may be decided by {holder}, who has the matter, and by {partner}, who has the function{alike}{Phrases.LocalPractice}")
        {
            Severity = DiagnosticSeverity.Info,
            Label = "given by the matter",
            Related =
            [
                new RelatedLocation("given by the function", LocationOf(function)),
                .. others.Take(MaximumRelated).Select(other => new RelatedLocation("so too is this matter", LocationOf(MatterOf(other)))),
            ],
            Help = $"if one of them is meant to decide, say `except {overlap.Point.Matter?.Name}` where the function is given, or say with `for` about which functions the matter is",
        });
    }

    private static string Who(ImmutableArray<PartySymbol> parties) => Wording.Together(parties.Select(Phrases.Name));

    private static RelatedLocation RelatedTo(Statement statement)
    {
        ImmutableArray<Holder> holders = HoldersOf(statement);
        string verb = statement is ReservationStatement ? "reserved" : "given";
        return new RelatedLocation(
            holders.IsEmpty ? $"also {verb} here" : $"also {verb} here, to {Wording.List([.. holders.Select(Phrases.Holder)], "or")}", LocationOf(statement));
    }

    private static ImmutableArray<Holder> HoldersOf(Statement statement) => statement switch
    {
        DelegationStatement delegation => delegation.Holders,
        ReservationStatement reservation => reservation.Holders,
        _ => [],
    };

    private static SourceLocation LocationOf(Statement statement)
    {
        if (statement.Terms.Limit is AmountLimit limit && ClauseLocations.IsOwn(statement, limit.Location))
        {
            return limit.Location;
        }

        ImmutableArray<Holder> holders = HoldersOf(statement);
        return holders.IsEmpty || !ClauseLocations.IsOwn(statement, holders[0].Location) ? statement.Location : holders[0].Location;
    }

    // Where the two only touch, one of them may leave the figure to the other. Which of them is for the author to say.
    private static CodeFix? FixOf(Statement one, Statement other, SpacePoint point)
    {
        (Statement below, Statement above) = one.Terms.Limit is { Upper.IsIncluded: true } && Touches(one, other) ? (one, other) : (other, one);
        if (!Touches(below, above)
            || point.Amounts is not [SpaceAmount amount]
            || above.Terms.Limit?.Lower is not { Amount: FixedAmount figure } lower
            || figure.Value != amount.Value)
        {
            return null;
        }

        string words = "above " + Wording.Amount(figure.Value, figure.Currency);
        return new CodeFix($"say {Phrases.Quote(words)} in the sentence for the larger amounts", [new TextEdit(lower.Location, words)]);
    }

    private static bool Touches(Statement below, Statement above) =>
        below.Terms.Limit is { Upper: { IsIncluded: true, Amount: FixedAmount end } }
        && above.Terms.Limit is { Lower: { IsIncluded: true, Amount: FixedAmount start } }
        && end == start;
}
