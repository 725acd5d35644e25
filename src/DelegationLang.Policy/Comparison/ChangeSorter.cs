using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>Says of a difference what it does to those who decide.</summary>
/// <param name="scheme">Both versions.</param>
/// <param name="ofBoth">The table of authority of the scheme itself where the earlier version is it a day late, so that nothing is worked out twice; none otherwise.</param>
internal sealed class ChangeSorter(JointScheme scheme, AuthorityTable? ofBoth = null)
{
    private readonly AuthorityTable before = ofBoth ?? new(scheme.Before);
    private readonly AuthorityTable after = ofBoth ?? new(scheme.After);
    private readonly Dictionary<string, int> parties = Numbers(scheme.Definition);

    /// <summary>Who may decide what in the earlier version, on the numbering of both.</summary>
    public AuthorityTable Earlier => before;

    /// <summary>The day on which a line of <see cref="Earlier"/> says what the earlier version says on a day.</summary>
    public DateOnly EarlierDay(DateOnly day) => ofBoth is null ? day : day.AddDays(-1);

    /// <summary>Who may decide what in the later version, on the numbering of both.</summary>
    public AuthorityTable Later => after;

    /// <summary>What a difference does.</summary>
    /// <param name="subject">A subject of which it is so.</param>
    /// <param name="then">The earlier answer.</param>
    /// <param name="now">The later answer.</param>
    public ChangeCategory Sort(Atom subject, Answer then, Answer now)
    {
        string[] gaining = [.. now.Deciders.Except(then.Deciders)];
        string[] losing = [.. then.Deciders.Except(now.Deciders)];
        if (gaining.Length == 0 && losing.Length == 0)
        {
            return ChangeCategory.Terms;
        }

        bool gainElsewhere = gaining.Length > 0 && gaining.All(name => DecidesInBoth(name, subject));
        bool loseElsewhere = losing.Length > 0 && losing.All(name => DecidesInBoth(name, subject));

        // Whoever keeps authority above those who decide loses nothing when somebody comes below, and gains nothing when nobody stands there any longer.
        bool loseNothing = losing.Length > 0 && losing.All(now.KeepAuthority.Contains);
        bool gainNothing = gaining.Length > 0 && gaining.All(then.KeepAuthority.Contains);
        if (gainElsewhere && !gainNothing && losing.All(now.KeepAuthority.Contains))
        {
            return ChangeCategory.Wider;
        }

        if (loseElsewhere && !loseNothing && gaining.All(then.KeepAuthority.Contains))
        {
            return ChangeCategory.Narrower;
        }

        return now.Outcome == Outcome.Nobody ? ChangeCategory.Ended
            : IsLeftToTheLaw(then) ? ChangeCategory.New
            : IsLeftToTheLaw(now) ? ChangeCategory.Ended
            : gainElsewhere == loseElsewhere || loseNothing || gainNothing ? ChangeCategory.Moved
            : gainElsewhere ? ChangeCategory.Wider : ChangeCategory.Narrower;
    }

    /// <summary>Whether nobody decides, or only whoever holds it by law.</summary>
    public static bool IsLeftToTheLaw(Answer answer) => answer.Outcome == Outcome.Nobody || (answer.Outcome == Outcome.Decided && answer.Chain.All(link => link.Rule < 0));

    /// <summary>The number of a party by its name; -1 for none.</summary>
    public int PartyOf(string name) => parties.GetValueOrDefault(name, -1);

    /// <summary>The lines in which a party decides a subject in one version, alone or with others.</summary>
    public static IEnumerable<AuthorityRow> Lines(AuthorityTable table, int party, Atom subject)
    {
        ImmutableArray<AuthorityOfSubject> all = table.OfSubject(subject.Function >= 0 ? subject.Function : subject.Matter);
        ImmutableArray<AuthorityOfSubject> own = subject.Function >= 0 && subject.Matter >= 0 ? table.OfSubject(subject.Matter) : all;
        AuthorityOfSubject? exact = own.FirstOrDefault(one => one.Function == subject.Function && one.Matter == subject.Matter) ?? all.FirstOrDefault();
        return (exact?.Rows ?? []).Where(row => row.Terms.Party == party && row.Terms.Claim is AuthorityClaim.Decides or AuthorityClaim.Jointly or AuthorityClaim.Reserved);
    }

    private bool DecidesInBoth(string name, Atom subject) =>
        PartyOf(name) is >= 0 and int party && Lines(before, party, subject).Any() && Lines(after, party, subject).Any();

    private static Dictionary<string, int> Numbers(SpaceDefinition definition)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < definition.Parties.Length; i++)
        {
            numbers.TryAdd(definition.Parties[i].Name, i);
        }

        return numbers;
    }
}
