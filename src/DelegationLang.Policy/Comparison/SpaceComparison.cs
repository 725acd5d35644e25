using System.Collections.Immutable;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// What a change of a scheme changes in who may decide what: every region of the decision space in which two versions answer differently, those that
/// differ alike joined. Found by asking both versions of each case, side by side; sentences are compared only to leave out what cannot have changed.
/// </summary>
public sealed class SpaceComparison
{
    private readonly JointScheme scheme;
    private readonly SubjectClasses classes;
    private readonly WitnessFinder witnesses;

    private SpaceComparison(JointScheme scheme, SubjectClasses classes, WitnessFinder witnesses, ImmutableArray<SpaceChange> changes, ImmutableArray<string> cutShort)
    {
        this.scheme = scheme;
        this.classes = classes;
        this.witnesses = witnesses;
        Changes = changes;
        CutShort = cutShort;
    }

    /// <summary>The changes, subject by subject in the order of declaration.</summary>
    public ImmutableArray<SpaceChange> Changes { get; }

    /// <summary>What has another name in the later version. A new name alone changes nothing.</summary>
    public ImmutableArray<RenamedName> Renamed => scheme.Names.Renamed;

    /// <summary>Subjects with more cases than are looked at, so that a change of them may be missing.</summary>
    public ImmutableArray<string> CutShort { get; }

    /// <summary>Compares two versions.</summary>
    /// <param name="before">The earlier version. It is taken to go on for ever, so that what the later one says of a day can be compared with it.</param>
    /// <param name="after">The later version.</param>
    /// <param name="days">The days to look at, both ends included; of them those on which the later version is in force.</param>
    /// <param name="cancellation">Ends the work early, when nobody waits for it any longer.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static SpaceComparison Of(DecisionSpace before, DecisionSpace after, DateRange days, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        SpaceComparison comparison = Compare(before, after, days, cancellation);
        var assumed = new AssumedFacts(before.Definition, after.Definition);
        return assumed.IsEmpty ? comparison : comparison.With(assumed, Compare(DecisionSpace.Create(assumed.Before), DecisionSpace.Create(assumed.After), days, cancellation), before, after);
    }

    private static SpaceComparison Compare(DecisionSpace before, DecisionSpace after, DateRange days, CancellationToken cancellation)
    {
        var scheme = new JointScheme(before.Definition, after.Definition);
        cancellation.ThrowIfCancellationRequested();
        var classes = new SubjectClasses(scheme);
        var finder = new ChangeFinder(scheme, classes, days.Intersect(after.Definition.InForce));
        finder.Find(cancellation);
        var witnesses = new WitnessFinder(scheme, before, after);
        var maker = new ChangeMaker(scheme, classes, witnesses, before.Definition.InForce.Intersect(after.Definition.InForce));
        ImmutableArray<SpaceChange> changes = [.. finder.Groups.SelectMany(Make), .. new TermOfForce(before, after, days).Changes()];
        return new SpaceComparison(scheme, classes, witnesses, changes, [.. finder.CutShort.Select(atom => maker.NameOf(atom)).Distinct()]);

        IEnumerable<SpaceChange> Make(ChangeGroup group)
        {
            cancellation.ThrowIfCancellationRequested();
            return maker.Make(group);
        }
    }

    /// <summary>The first change that covers a decision; where the decision leaves something open, the first that might. None where none does.</summary>
    /// <param name="decision">The decision, as the later version numbers things.</param>
    public int? ChangeOfAfter(Decision decision) => ChangeOf(decision);

    /// <summary>The first change that covers a decision, as <see cref="ChangeOfAfter"/>.</summary>
    /// <param name="decision">The decision, as the earlier version numbers things.</param>
    public int? ChangeOfBefore(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return scheme.Names.FromBefore(decision) is { } joint ? ChangeOf(joint) : null;
    }

    /// <summary>A decision of the later version as the earlier one numbers things; none where that lacks something that it is about.</summary>
    /// <param name="decision">The decision, as the later version numbers things.</param>
    public Decision? InBefore(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return scheme.Names.InBefore(decision);
    }

    /// <summary>An answer of the earlier version with the names of the later one, to be compared with an answer of that.</summary>
    /// <param name="answer">The answer.</param>
    public Answer InLaterNames(Answer answer) => witnesses.Modern(answer);

    /// <summary>A text of the earlier version with a name of the later one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="renamed">The name.</param>
    public static string WithName(string text, RenamedName renamed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(renamed);
        return NamesOf.Replace(text, renamed.Before, renamed.After);
    }

    // What a question that leaves the conditions open is answered otherwise, beside what is otherwise for those who say whether they are so.
    private SpaceComparison With(AssumedFacts assumed, SpaceComparison settled, DecisionSpace before, DecisionSpace after)
    {
        SpaceChange[] more =
        [
            .. settled.Changes.Where(change => change is { AskedBefore: { } asked, AskedAfter: { } askedAfter } && ChangeOf(askedAfter) is null
                    && !AnswerLikeness.AreAlike(InLaterNames(before.WhoDecides(asked)), after.WhoDecides(askedAfter)))
                .Select(change => change with { Words = $"{assumed.Words} {change.Words}", Unsaid = assumed.Conditions, WhereNobodySays = assumed.Names }),
        ];
        return new SpaceComparison(scheme, classes, witnesses, [.. Changes, .. more], CutShort);
    }

    private int? ChangeOf(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        Atom subject = classes.Representative(new Atom(decision.Function, decision.Matter));
        for (int i = 0; i < Changes.Length; i++)
        {
            if (!Changes[i].Unsaid.Any(decision.Conditions.ContainsKey) && Changes[i].Bounds.MayHold(scheme.Definition, subject, decision))
            {
                return i;
            }
        }

        return null;
    }
}
