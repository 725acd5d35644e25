using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>Compares what two bodies say that one of them gives the other: what, to whom, how much, where, when, on which facts and with which onward power.</summary>
internal sealed class GiftCheck
{
    private readonly JoinPair pair;
    private readonly AgreementCheck agreements;
    private readonly DiagnosticBag diagnostics;
    private readonly List<Gift> ours;
    private readonly List<Gift> theirs;

    public GiftCheck(JoinPair pair, AgreementCheck agreements, SpaceDefinition own, ImmutableArray<Statement> statements, DiagnosticBag diagnostics)
    {
        this.pair = pair;
        this.agreements = agreements;
        this.diagnostics = diagnostics;
        ours = [.. Enumerable.Range(0, own.Rules.Length).Select(i => new Gift(own.Rules[i], own, number => number, number => number, () => statements[i].Location, isHere: true)).Where(IsAcross)];
        theirs =
        [
            .. pair.Other.Space.Rules
                .Select(rule => new Gift(rule, pair.Other.Space, Party, index => pair.Numbers.Subjects[index], () => pair.Other.Find(rule.Source), isHere: false))
                .Where(IsAcross),
        ];
        int Party(int index) => index < 0 ? -1 : pair.Numbers.Parties[index];
    }

    /// <summary>Reports each difference with both sentences, and what only one of the two says.</summary>
    public void Run()
    {
        foreach ((Gift? here, Gift? there, List<int>? subjects) in Pairs())
        {
            Compare(here, there, Policy.Wording.List([.. subjects.Select(Name)]));
        }

        foreach (Gift? here in ours.Where(IsLeft))
        {
            diagnostics.Add(new Diagnostic(JoinDiagnostics.OneSided, here.Location ?? pair.Other.Statement.Location, $"{Says(here, here.Left)} here, and {pair.There} does not say so")
            {
                Label = "said here alone",
                Help = $"ask {pair.Other.Body.Name} to say it too, or mend this sentence",
            });
        }

        foreach (Gift? there in theirs.Where(IsLeft))
        {
            diagnostics.Add(new Diagnostic(JoinDiagnostics.OneSided, pair.Other.Statement.Location, $"{Says(there, there.Left)} in {pair.There}, and nothing here says so: it gives nobody of this body anything")
            {
                Label = "joined here",
                Help = "say it here too, or ask for it to be mended there",
                Related = there.Location is { } location ? [new RelatedLocation("said there", location)] : [],
            });
        }
    }

    private bool IsLeft(Gift gift) => gift.Left.Count > 0 && !agreements.IsAlone(Under(gift));

    private string Under(Gift gift) => gift.IsHere ? NameKey.Of(gift.Rule.Under) : agreements.KeyHere(gift.Rule.Under);

    // The sentences that say most alike go together, subject by subject.
    private IEnumerable<(Gift Here, Gift There, List<int> Subjects)> Pairs()
    {
        var found = new List<(Gift Here, Gift There, List<int> Subjects)>();
        foreach (Gift here in ours)
        {
            foreach (var subject in here.Left.ToArray())
            {
                Gift? best = theirs.Where(there => there.Giver == here.Giver && there.To == here.To && there.Left.Contains(subject)).MaxBy(there => Likeness(here, there));
                if (best is null)
                {
                    continue;
                }

                here.Left.Remove(subject);
                best.Left.Remove(subject);
                var at = found.FindIndex(pair => pair.Here == here && pair.There == best);
                if (at >= 0)
                {
                    found[at].Subjects.Add(subject);
                }
                else
                {
                    found.Add((here, best, [subject]));
                }
            }
        }

        return found;
    }

    private int Likeness(Gift here, Gift there) => Terms(here).Zip(Terms(there)).Count(both => both.First.Key == both.Second.Key);

    private void Compare(Gift here, Gift there, string subjects)
    {
        foreach ((GiftTerm? one, GiftTerm? other) in Terms(here).Zip(Terms(there)))
        {
            if (one.Key != other.Key)
            {
                diagnostics.Add(new Diagnostic(
                    JoinDiagnostics.GiftDiffers,
                    here.Location ?? pair.Other.Statement.Location,
                    $"{Quoted(pair.Party(here.Giver))} gives {subjects} to {Quoted(pair.Party(here.To))} {one.Words} here, and {other.Words} in {pair.There}")
                {
                    Label = "here: " + one.Words,
                    Help = $"agree with {pair.Other.Body.Name} which of the two is so, and mend the other",
                    Related = there.Location is { } location ? [new RelatedLocation("there: " + other.Words, location)] : [],
                });
            }
        }
    }

    private IEnumerable<GiftTerm> Terms(Gift gift)
    {
        (RuleDefinition? rule, SpaceDefinition? space) = (gift.Rule, gift.Space);
        yield return GiftTerm.Of(rule.Kind == RuleKind.Entrustment ? "under a contract, the function staying" : "", "as a delegation");
        yield return GiftTerm.Of(string.Join(" or ", gift.Holders(Seat).Select(group => Policy.Wording.Together(group.Select(pair.Party))).Order(StringComparer.Ordinal)), "", "for ");
        yield return GiftTerm.Of(rule.Limit is null ? "" : Policy.Wording.Limit(space, rule.Limit), "for any amount");
        yield return GiftTerm.Of(List(rule.At.Select(place => space.Places[place].Name)), "everywhere", "at ");
        yield return GiftTerm.Of(agreements.IsOnOtherDays(Under(gift)) ? "" : Policy.Wording.Days(rule.Days), "without end");
        yield return GiftTerm.Of(List(rule.For.Select(subject => space.Subjects[subject].Name)), "for every function", "for ");
        yield return GiftTerm.Of(List(rule.Except.Concat(rule.KeptBack.Except(rule.Barred.Select(bar => bar.Subject))).Distinct().Select(subject => space.Subjects[subject].Name)), "without exception", "except ");
        yield return GiftTerm.Of(string.Join(", ", Policy.Wording.Facts(space, rule.Facts)), "on no condition");
        yield return GiftTerm.Of(string.Join(", ", rule.Steps.Order(StringComparer.Ordinal)), "with nothing to come first");
        yield return new GiftTerm(Under(gift), rule.Under.Length > 0 ? "under " + rule.Under : "under no agreement that is named");
        yield return GiftTerm.Of(Onward(rule.Onward, space), "without power to delegate of its own");
    }

    // What the law gives without a word is no difference of words.
    private static string Onward(OnwardDefinition? onward, SpaceDefinition space) => onward is not { Law.Length: 0 } ? ""
        : "with power to delegate"
            + (onward.To.IsEmpty ? "" : " to " + List(onward.To.Select(party => space.Parties[party].Name)))
            + (onward.Limit is null ? "" : " " + Policy.Wording.Limit(space, onward.Limit))
            + (onward.ConsentOf < 0 ? "" : " by consent of " + space.Parties[onward.ConsentOf].Name);

    private static string List(IEnumerable<string> names) => Policy.Wording.List([.. names.Order(StringComparer.Ordinal)]);

    // Who acts for a body and the body are one.
    private int Seat(int party)
    {
        foreach (var body in (int[])[pair.Us, pair.Them])
        {
            PartyDefinition acting = pair.Joined.Parties[body];
            if (acting.Boards.Contains(party) || acting.Cabinets.Contains(party) || acting.Leaders.Contains(party))
            {
                return body;
            }
        }

        return party;
    }

    private bool IsAcross(Gift gift)
    {
        if (!gift.Rule.IsEffective || gift.Rule.Kind == RuleKind.Reservation || gift.Giver < 0 || pair.Us < 0 || pair.BodiesOf(gift.Giver) is not [var giver] || (giver != pair.Us && giver != pair.Them))
        {
            return false;
        }

        var other = giver == pair.Us ? pair.Them : pair.Us;
        if (!gift.Holders(Seat).Any(group => group.Any(party => pair.BodiesOf(party).Contains(other))))
        {
            return false;
        }

        gift.Giver = giver;
        gift.To = other;
        return true;
    }

    private string Name(int subject) => subject < 0 ? "what it holds" : Quoted(pair.Subject(subject));

    private string Says(Gift gift, IEnumerable<int> subjects) =>
        $"{Quoted(pair.Party(gift.Giver))} gives {Policy.Wording.List([.. subjects.Select(Name)])} to {Quoted(pair.Party(gift.To))}";

    private static string Quoted(string name) => Semantics.Binding.MessageWords.Quote(name);

    private sealed class Gift(RuleDefinition rule, SpaceDefinition space, Func<int, int> partyOf, Func<int, int> subjectOf, Func<SourceLocation?> locate, bool isHere)
    {
        public RuleDefinition Rule => rule;

        public SpaceDefinition Space => space;

        /// <summary>Whether the scheme itself says so, and not the joined one.</summary>
        public bool IsHere => isHere;

        /// <summary>The sentence, looked for when it is reported.</summary>
        public SourceLocation? Location => locate();

        /// <summary>The body that gives, once it is known.</summary>
        public int Giver { get; set; } = partyOf(rule.Giver);

        /// <summary>The body that gets it.</summary>
        public int To { get; set; } = -1;

        /// <summary>The subjects of which the other scheme has not been found to speak; -1 for what the giver holds as a whole.</summary>
        public List<int> Left { get; } = rule.Scope == RuleScope.Named ? [.. rule.Subjects.Select(subjectOf)] : [-1];

        public IEnumerable<int[]> Holders(Func<int, int> seat) => rule.Holders.Select(group => group.Select(party => seat(partyOf(party))).ToArray());
    }

    private sealed record GiftTerm(string Key, string Words)
    {
        public static GiftTerm Of(string words, string otherwise, string before = "") => words.Length == 0 ? new GiftTerm("", otherwise) : new GiftTerm(words, before + words);
    }
}
