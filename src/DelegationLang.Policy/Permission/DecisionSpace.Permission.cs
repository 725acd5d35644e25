using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Permission;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy;

public sealed partial class DecisionSpace
{
    private const int MostAxes = 64;

    private PermissionTable? permissions;
    private AmountAxis[] axes = [];
    private List<AmountKind>? amountsInUse;

    /// <summary>What the limits of the scheme count.</summary>
    internal List<AmountKind> AmountsInUse => LazyInitializer.EnsureInitialized(ref amountsInUse, () => AmountCheck.InUse(Definition));

    private PermissionTable Permissions => Volatile.Read(ref permissions) ?? MakePermissions();

    /// <summary>
    /// Whether a party may decide a point on a day: <see cref="Outcome.Yes"/>, <see cref="Outcome.No"/> or <see cref="Outcome.Depends"/>, as
    /// <see cref="May"/> has it. From the second time on that a question comes which no sentence tells from it, without evaluating or allocating.
    /// </summary>
    internal Outcome Permission(int party, in DecisionPoint point, DateOnly day) => Verdicts.OutcomeOf(Permissions.Of(party, point, day));

    /// <summary>Whether a party may decide a point on a day, and nothing must come first.</summary>
    internal bool IsAllowed(int party, in DecisionPoint point, DateOnly day) => Permissions.Of(party, point, day) == RememberedAnswer.Allowed;

    /// <summary>Where a party stands as to a point on a day: remembered in the same way.</summary>
    internal Standing StandingOn(int party, in DecisionPoint point, DateOnly day) => Permissions.StandingOf(party, point, day);

    /// <summary>Throws where a party may not go ahead.</summary>
    internal void Require(int party, in DecisionPoint point, DateOnly day, IEnumerable<string>? stepsTaken = null, IEnumerable<string>? signedBy = null)
    {
        if (IsAllowed(party, point, day))
        {
            return;
        }

        Standing standing = StandingOn(party, point, day);
        if (!standing.IsAllowedAfter(stepsTaken ?? [], signedBy))
        {
            Decision decision = point.On(day);
            throw new NotAuthorisedException(Definition.Parties[party].Name, standing, Named(party, decision), Named(decision));
        }
    }

    /// <summary>The answer to whether a party may decide.</summary>
    internal Answer MayOf(int party, in DecisionPoint point, DateOnly day)
    {
        Decision decision = point.On(day);
        AmountCheck.Run(this, decision);
        return Named(party, decision);
    }

    /// <summary>The answer to who decides.</summary>
    internal Answer WhoDecidesOf(in DecisionPoint point, DateOnly day)
    {
        Decision decision = point.On(day);
        AmountCheck.Run(this, decision);
        return Named(decision);
    }

    /// <summary>What a party may decide on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is the default one, which nobody set.</exception>
    internal Answer WhatMayOf(int party, DateOnly day) => day == default
        ? throw DecisionPoint.NoDay()
        : WhatMay(party, day) with { Question = QuestionText.OfWhatMay(Definition, party, day), Scheme = Identity };

    /// <summary>What is found of a party and a decision, steps and others considered. Not remembered.</summary>
    internal Judgement Judge(int party, Decision decision) => ByOwn([party], asker => asker.Judge(party, decision), SettledOf);

    /// <summary>What an amount counts, said in words: the same object for the same words, as long as there are few.</summary>
    /// <exception cref="ArgumentException">No limit of the scheme counts so.</exception>
    internal AmountAxis AxisOf(string currency, string basis, Vat vat)
    {
        ArgumentNullException.ThrowIfNull(currency);
        ArgumentNullException.ThrowIfNull(basis);
        AmountAxis[] known = Volatile.Read(ref axes);
        foreach (AmountAxis axis in known)
        {
            if (axis.Vat == vat && axis.Basis == basis && axis.Currency == currency)
            {
                return axis;
            }
        }

        if (!Enum.IsDefined(vat))
        {
            throw new ArgumentOutOfRangeException(nameof(vat), vat, "Value added tax is unstated, excluded or included.");
        }

        AmountCheck.Run(this, currency, basis);
        var made = new AmountAxis(currency, basis, vat);
        if (known.Length < MostAxes)
        {
            // Where another thread was first, this one is used once and forgotten.
            Interlocked.CompareExchange(ref axes, [.. known, made], known);
        }

        return made;
    }

    /// <summary>Whether those who signed may decide together. Whoever is away stays out, and their deputies are in their place.</summary>
    internal Signing SigningOf(in DecisionPoint point, DateOnly day, Signatures signatures)
    {
        Decision decision = point.On(day);
        AmountCheck.Run(this, decision);
        DecisionSpace space = signatures.Away.IsEmpty ? this : WhileAway(signatures.Away, decision);
        return space.ByOwn(signatures.Parties, asker => asker.Sign(signatures, decision), space.SettledOf);
    }

    // An answer to a program says what was asked, and of which scheme.
    private Answer Named(int party, Decision decision) =>
        May(party, decision) with { Question = QuestionText.OfMay(Definition, party, decision), Scheme = Identity };

    private Answer Named(Decision decision) =>
        WhoDecides(decision) with { Question = QuestionText.Of(Definition, decision, isQuoted: false), Scheme = Identity };

    private PermissionTable MakePermissions()
    {
        var made = new PermissionTable(this);
        return Interlocked.CompareExchange(ref permissions, made, null) ?? made;
    }
}
