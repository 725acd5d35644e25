using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5010: a line of a table under which nothing is left.</summary>
internal sealed class SwallowedLine : IRule
{
    // What is left of a line may fall into as many parts as its facts have combinations. Beyond these the author has the benefit of the doubt.
    private const int MostParts = 256;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5010", "swallowed-line", "A line of a table under which nothing is left", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (LimitsTable table in run.Model.Tables)
        {
            if (table.Lines.Length < 2 || table.Lines.Any(run.IsInError))
            {
                continue;
            }

            ImmutableArray<CodeFix>? fixes = null;
            var extents = new KnownExtents(run);
            var earlier = new AmountsBefore(extents, table.Lines);
            for (int i = 1; i < table.Lines.Length; i++)
            {
                if (IsSwallowed(extents, table.Lines, i, earlier))
                {
                    run.Report(table.Lines[i], Describe(extents, table.Lines, i, fixes ??= Fixes(extents, table)));
                }
            }
        }
    }

    private Diagnostic Describe(KnownExtents extents, ImmutableArray<DelegationStatement> lines, int index, ImmutableArray<CodeFix> fixes)
    {
        DelegationStatement line = lines[index];
        string name = line.Holders.IsEmpty ? "this line" : Phrases.Holder(line.Holders[0]);
        DelegationStatement? cover = lines.Take(index).FirstOrDefault(before => IsSwallowed(extents, [before, line], 1, null));
        return new Diagnostic(Descriptor, line.Location, $"nothing is left under the line of {name}: wherever it applies, a line before it decides")
        {
            Label = "never the first that applies",
            Related = cover is null ? [] : [new RelatedLocation("this line reaches at least as far", cover.Location)],
            Help = fixes.IsEmpty
                ? "at each point the first line that applies decides: put the smaller figure first, and of lines with one figure those that need a fact; a line that is not needed can be left out"
                : "at each point the first line that applies decides: put the lines in order, the smaller figures first",
            Fixes = fixes,
        };
    }

    /// <summary>Whether the lines before apply wherever this one does. Where amounts or facts cannot be compared, they are taken not to.</summary>
    /// <param name="extents">What lines reach.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="index">The line in question.</param>
    /// <param name="earlier">Which amounts the lines reach at most, so that most need not be looked at; none where there are few.</param>
    private static bool IsSwallowed(KnownExtents extents, IReadOnlyList<DelegationStatement> lines, int index, AmountsBefore? earlier)
    {
        DelegationStatement line = lines[index];
        foreach (SubjectReference subject in line.Subjects)
        {
            List<Extent> left = [.. extents.Of(line, subject, isTaking: false)];
            if (left.Count == 0)
            {
                // It reaches nothing by itself, which is another fault.
                return false;
            }

            // Most often the line just before takes most away, and the others nothing more.
            for (int i = index - 1; i >= 0 && left.Count > 0 && (earlier is null || left.Exists(extent => earlier.MayMeet(i, extent.Amounts))); i--)
            {
                if (IsAsWide(lines[i], line))
                {
                    foreach (Extent before in extents.Of(lines[i], subject, isTaking: true))
                    {
                        if (left.TrueForAll(extent => extent.IsApartFrom(before)))
                        {
                            continue;
                        }

                        left = [.. left.SelectMany(extent => extent.Subtract(before, doubtCovers: false))];
                        if (left.Count > MostParts)
                        {
                            return false;
                        }
                    }
                }
            }

            if (left.Count > 0)
            {
                return false;
            }
        }

        return !line.Subjects.IsEmpty;
    }

    // Whether a line leaves out no subject that the other has.
    private static bool IsAsWide(DelegationStatement before, DelegationStatement line) =>
        before.Terms.IsEvenIfReserved == line.Terms.IsEvenIfReserved
        && (before.Terms.For.IsEmpty || before.Terms.For.Select(reference => reference.Symbol).SequenceEqual(line.Terms.For.Select(reference => reference.Symbol)))
        && before.Terms.Except.Concat(before.Terms.KeptBack).All(carved =>
            line.Terms.Except.Concat(line.Terms.KeptBack).Any(other => carved.Symbol.IsWithin(other.Symbol)));

    // Smaller figures first; of lines with one figure those that need most. Offered only where every line decides something then.
    private static ImmutableArray<CodeFix> Fixes(KnownExtents extents, LimitsTable table)
    {
        SourceText source = table.Location.Source;
        DelegationStatement[] ordered =
        [
            .. table.Lines.OrderBy(line => TopOf(line) ?? decimal.MaxValue)
                .ThenBy(line => line.Terms.Limit?.Upper is { IsIncluded: false } ? 0 : 1)
                .ThenByDescending(line => line.Terms.Facts.Length)
                .ThenBy(line => line.TableIndex),
        ];
        bool isTold = table.Lines.All(line => line.Terms.Limit?.Upper is null || TopOf(line) is not null)
            && table.Lines.Select(line => line.Terms.Limit).OfType<AmountLimit>().Select(LimitReader.AxisOf).Distinct().Count() <= 1
            && !source.ToString(table.Location.Span).Contains("//", StringComparison.Ordinal)
            && new AmountsBefore(extents, ordered) is var earlier
            && Enumerable.Range(1, ordered.Length - 1).All(i => !IsSwallowed(extents, ordered, i, earlier));
        return !isTold ? [] :
        [
            new CodeFix("put the lines in order", [.. table.Lines.Select((line, i) => new TextEdit(line.Location, source.ToString(ordered[i].Location.Span)))
                .Where(edit => source.ToString(edit.Location.Span) != edit.NewText)]),
        ];
    }

    private static decimal? TopOf(DelegationStatement line) => line.Terms.Limit?.Upper?.Amount is FixedAmount figure ? figure.Value : null;

    /// <summary>Which amounts the lines of a table up to each of them take away at most.</summary>
    private sealed class AmountsBefore
    {
        private readonly Dictionary<AmountAxis, Interval?[]> hulls = [];

        // The first line that takes any amount.
        private readonly int unbounded = int.MaxValue;

        public AmountsBefore(KnownExtents extents, IReadOnlyList<DelegationStatement> lines)
        {
            for (int i = 0; i < lines.Count; i++)
            {
                foreach (Interval?[] hull in hulls.Values)
                {
                    hull[i] = hull[Math.Max(0, i - 1)];
                }

                foreach (AmountRegion amounts in lines[i].Subjects.SelectMany(subject => extents.Of(lines[i], subject, isTaking: true)).Select(extent => extent.Amounts))
                {
                    unbounded = amounts.IsAny ? Math.Min(unbounded, i) : unbounded;
                    foreach ((AmountAxis axis, AmountRange range) in amounts.Ranges)
                    {
                        if (!hulls.TryGetValue(axis, out Interval?[]? hull))
                        {
                            hulls.Add(axis, hull = new Interval?[lines.Count]);
                        }

                        hull[i] = hull[i]?.Hull(range.Figures) ?? range.Figures;
                    }
                }
            }
        }

        /// <summary>Whether the lines up to one may take some of these amounts away.</summary>
        public bool MayMeet(int line, AmountRegion amounts) =>
            line >= unbounded
            || amounts.Ranges is not [{ Key: var axis, Range.Figures: var figures }]
            || (hulls.TryGetValue(axis, out Interval?[]? hull) && hull[line] is { } hullThere && hullThere.Meets(figures));
    }

    /// <summary>What lines reach, each found once: every line is compared with all before it.</summary>
    private sealed class KnownExtents(RuleRun run)
    {
        private readonly Dictionary<Reach, List<Extent>> known = [];

        public List<Extent> Of(DelegationStatement line, SubjectReference subject, bool isTaking)
        {
            var reach = new Reach(line, subject.Symbol, isTaking);
            if (!known.TryGetValue(reach, out List<Extent>? extents))
            {
                known.Add(reach, extents = [.. Find(line, subject, isTaking)]);
            }

            return extents;
        }

        private IEnumerable<Extent> Find(DelegationStatement line, SubjectReference subject, bool isTaking)
        {
            foreach (Holder holder in line.Holders)
            {
                DateRange life = holder.Group.Parties.Aggregate(run.Model.Info.InForce, (days, party) => days.Intersect(party.Lifetime));
                foreach (Extent extent in run.Judge.Authority.Boxes.Extents(line.Terms, subject.Symbol, BoxBuilder.PlacesOf(holder.Group), isTaking))
                {
                    Extent living = extent with { Days = extent.Days.Intersect(life) };
                    if (!living.IsEmpty)
                    {
                        yield return living;
                    }
                }
            }
        }

        private sealed record Reach(DelegationStatement Line, SubjectSymbol? Subject, bool IsTaking);
    }
}
