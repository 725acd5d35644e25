using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>What the law says of one body: the powers that bind it, and what follows from them.</summary>
internal sealed class BodyLaw
{
    private readonly LawBook book;
    private readonly PartySymbol body;
    private readonly Dictionary<PartySymbol, List<PowerSymbol>> ways = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<KindSymbol, bool> incapable = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceText> sources = new(ReferenceEqualityComparer.Instance);
    private List<PartySymbol>? organs;

    public BodyLaw(LawBook book, PartySymbol body)
    {
        this.book = book;
        this.body = body;
        foreach (PowerSymbol power in book.Powers)
        {
            if (Binds(power))
            {
                Binding.Add(power);
                sources.Add(power.Location.Source);
                Sort(power);
            }
        }
    }

    /// <summary>The body.</summary>
    public PartySymbol Body => body;

    /// <summary>The powers that bind it, in the order of declaration.</summary>
    public List<PowerSymbol> Binding { get; } = [];

    /// <summary>Whether the law binds it at all, as far as somebody has checked.</summary>
    public bool IsBound { get; private set; }

    /// <summary>The powers that keep what they cover with it: nobody is named to delegate to.</summary>
    public List<PowerSymbol> Keeping { get; } = [];

    /// <summary>The powers that leave what they cover to its board.</summary>
    public List<PowerSymbol> ForBoard { get; } = [];

    /// <summary>The powers by which it gives to groups and posts of its own, whatever the kind of subject.</summary>
    public List<PowerSymbol> Within { get; } = [];

    /// <summary>The powers by which it gives to groups and posts of its own that nobody has checked.</summary>
    public List<PowerSymbol> UncheckedWithin { get; } = [];

    /// <summary>The powers by which it places people at another's disposal: they name posts alone.</summary>
    public List<PowerSymbol> Lending { get; } = [];

    /// <summary>The powers by which a group acts for it in subjects of some kind.</summary>
    public List<PowerSymbol> OfOrgans { get; } = [];

    /// <summary>The groups of the scheme that act for it in subjects of some kind.</summary>
    public List<PartySymbol> Organs => organs ??= FindOrgans();

    /// <summary>Whether a group acts for it by the power.</summary>
    public static bool IsOrganOf(PowerSymbol power, PartySymbol group)
    {
        foreach (PowerGrant grant in power.Grants)
        {
            if (group.IsGroup && grant.Delegators.Any(named => IsGroup(named) && LawBook.Names(named, group)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the power lets any organisation at all be given something.</summary>
    public static bool IsForAnybody(PowerSymbol power) =>
        power.Grants.Any(grant => grant.Delegates is [{ Kind: { Family: SymbolFamily.Organisation, Parent: null } }]);

    /// <summary>Whether by the power groups act for bodies.</summary>
    public static bool HasGroupOrgan(PowerSymbol power) => power.Grants.Any(grant => grant.Delegators.Any(IsGroup));

    /// <summary>Whether the power says that a body of this kind may delegate.</summary>
    public bool Binds(PowerSymbol power)
    {
        if (power.IsForbiddenTo(body))
        {
            return false;
        }

        foreach (PowerGrant grant in power.Grants)
        {
            if (IsGiver(grant))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The powers by which it may give something to another organisation. A joint group to which it belongs may be named as such; any other
    /// group or post of an organisation counts as the organisation.
    /// </summary>
    /// <param name="target">The organisation.</param>
    /// <param name="joint">The joint group that it is given to; none for any other party.</param>
    public List<PowerSymbol> WaysTo(PartySymbol target, PartySymbol? joint)
    {
        if (!ways.TryGetValue(target, out List<PowerSymbol>? found))
        {
            ways.Add(target, found = Binding.FindAll(power => Gives(power, target)));
        }

        return joint is null ? found : [.. found, .. Binding.Where(power => !found.Contains(power) && GivesJointly(power, joint))];
    }

    /// <summary>Whether the power lets it give to parties of this one's kind.</summary>
    public bool Gives(PowerSymbol power, PartySymbol to)
    {
        if (power.IsForbiddenTo(to))
        {
            return false;
        }

        foreach (PowerGrant grant in power.Grants)
        {
            if (IsGiver(grant) && grant.Delegates.Any(named => LawBook.Names(named, to)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the power may let it give to the party: it names the party's kind, or one that is a kind of that.</summary>
    public bool MayGive(PowerSymbol power, PartySymbol to)
    {
        if (power.IsForbiddenTo(to))
        {
            return false;
        }

        foreach (PowerGrant grant in power.Grants)
        {
            if (IsGiver(grant) && grant.Delegates.Any(named => LawBook.Names(named, to) || named.Kind?.Is(to.Kind) == true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a power that speaks of the subject lets a party have it, though another keeps it with the body: a committee may set the amount of the
    /// council tax. One for what cannot wait does so for a sentence that gives an exceptional power alone.
    /// </summary>
    public bool LetsThrough(LegalSubject subject, PartySymbol party, bool isExceptional) => Binding.Exists(power =>
        (isExceptional || !power.IsExceptional) && book.IsNamedBy(power, subject.Atom) && Gives(power, party));

    /// <summary>Whether a power lets anybody have what another keeps with the body.</summary>
    public bool LetsAnybodyThrough(SubjectProfile profile) => Binding.Exists(power => !power.Delegates.IsEmpty && profile.IsNamedBy(power));

    /// <summary>How often whoever is given something under the power must report to this body; empty when the power does not say.</summary>
    public string ReportsUnder(PowerSymbol power, PartySymbol to)
    {
        foreach (PowerGrant grant in power.Grants)
        {
            if (grant.Reports.Length > 0 && IsGiver(grant) && grant.Delegates.Any(named => LawBook.Names(named, to)))
            {
                return grant.Reports;
            }
        }

        return "";
    }

    /// <summary>
    /// Whether the law that binds this body knows the kind of another party, and no power names it on either side: then it holds nothing by law.
    /// </summary>
    public bool IsIncapable(PartySymbol party)
    {
        KindSymbol kind = party.Kind;
        if (!incapable.TryGetValue(kind, out bool isIncapable))
        {
            incapable.Add(kind, isIncapable = book.Knows(kind) && !book.Powers.Any(power => sources.Contains(power.Location.Source) && !IsForAnybody(power) && IsNamedIn(power, kind)));
        }

        return isIncapable && !book.Powers.Any(power => power.Grants.Any(grant => Mentions(grant, party)));
    }

    // A joint group is named as such only where the power speaks of joint groups, and is one for each of those that this one is between.
    private bool GivesJointly(PowerSymbol power, PartySymbol joint) =>
        power.Grants.Any(grant => IsGiver(grant) && grant.Delegates.Any(named => named.Kind?.Has(KindTrait.Joint) == true && LawBook.Names(named, joint)))
        && joint.Owners.All(owner => owner is PartySymbol party && book.LawOf(party).Binding.Contains(power));

    private List<PartySymbol> FindOrgans()
    {
        var found = new List<PartySymbol>();
        if (OfOrgans.Count > 0)
        {
            foreach (Symbol symbol in book.Model.Symbols)
            {
                if (symbol is PartySymbol { IsGroup: true } group && group.Owners is [var owner] && ReferenceEquals(owner, body)
                    && OfOrgans.Exists(power => IsOrganOf(power, group)))
                {
                    found.Add(group);
                }
            }
        }

        return found;
    }

    private static bool IsNamedIn(PowerSymbol power, KindSymbol kind) =>
        power.Grants.Any(grant => grant.Delegators.Concat(grant.Delegates).Any(named => named.Kind is KindSymbol other && kind.Is(other)));

    private static bool Mentions(PowerGrant grant, PartySymbol party) =>
        grant.Delegators.Concat(grant.Delegates).Any(named => ReferenceEquals(named.Party, party));

    private static bool IsOrganisation(PowerParty named) => named.Party?.IsOrganisation ?? named.Kind?.Family == SymbolFamily.Organisation;

    private static bool IsGroup(PowerParty named) => named.Party?.IsGroup ?? named.Kind?.Family == SymbolFamily.Group;

    private static bool IsPost(PowerParty named) => named.Party?.IsRole ?? named.Kind?.Family == SymbolFamily.Role;

    private bool IsGiver(PowerGrant grant)
    {
        foreach (PowerParty named in grant.Delegators)
        {
            if (LawBook.Names(named, body))
            {
                return true;
            }
        }

        return false;
    }

    private void Sort(PowerSymbol power)
    {
        IsBound |= power.IsVerified;
        bool hasCover = !power.Covers.IsEmpty || !power.CoveredKinds.IsEmpty;
        PowerParty[] delegates = [.. power.Grants.Where(IsGiver).SelectMany(grant => grant.Delegates)];
        if (delegates.Length == 0)
        {
            if (hasCover)
            {
                Keeping.Add(power);
            }

            return;
        }

        if (Array.Exists(delegates, named => named.Kind is KindSymbol kind && kind.Has(KindTrait.ActsAsOrganisation)))
        {
            ForBoard.Add(power);
        }
        else if (power.IsExceptional)
        {
            // Not for sentences that give in the ordinary way.
            return;
        }
        else if (!power.CoveredKinds.IsEmpty && power.Grants.Any(grant => IsGiver(grant) && grant.Delegators.Any(named => IsGroup(named) || IsPost(named))))
        {
            OfOrgans.Add(power);
        }
        else if (body.IsOrganisation && Array.TrueForAll(delegates, IsPost))
        {
            Lending.Add(power);
        }
        else if (!Array.TrueForAll(delegates, IsOrganisation))
        {
            (power.IsVerified ? Within : UncheckedWithin).Add(power);
        }
    }
}
