using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>What a scheme declares of its own organisation's and then passes over in silence.</summary>
internal sealed class Silence
{
    private readonly Ownership ownership;
    private readonly SchemeModel model;
    private readonly Dictionary<PartySymbol, PartySymbol?> boards = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, PartySymbol?> cabinets = new(ReferenceEqualityComparer.Instance);

    public Silence(SchemeModel model, NamingIndex naming, Ownership ownership, Faults faults)
    {
        this.model = model;
        this.ownership = ownership;
        Subjects = Find(naming, faults);
    }

    /// <summary>
    /// The functions and matters of which no sentence says who decides, in the order of declaration. Of a subject that is passed over with all its
    /// parts only the whole is here; of one whose parts are spoken of, those that are not.
    /// </summary>
    public IReadOnlyList<SubjectSymbol> Subjects { get; }

    /// <summary>The organisation that holds a subject by law.</summary>
    public PartySymbol OwnerOf(SubjectSymbol subject)
    {
        foreach (PartySymbol owner in ownership.OwnersOf(subject))
        {
            if (owner.IsOrganisation)
            {
                return owner;
            }
        }

        throw new InvalidOperationException("A subject without a holder is never passed over.");
    }

    /// <summary>Who decides it for the organisation: for an executive function its cabinet, otherwise its board; where neither is declared, itself.</summary>
    public PartySymbol KeeperOf(SubjectSymbol subject) => BodyFor(OwnerOf(subject), subject);

    /// <summary>Who decides a subject for an organisation that has not given it away.</summary>
    public PartySymbol BodyFor(PartySymbol organisation, SubjectSymbol subject)
    {
        if (subject.IsExecutive && BodyOf(organisation, kind => kind.IsExecutiveBody, cabinets) is PartySymbol cabinet)
        {
            return cabinet;
        }

        return BodyOf(organisation, kind => kind.Has(KindTrait.ActsAsOrganisation), boards) ?? organisation;
    }

    private PartySymbol? BodyOf(PartySymbol organisation, Func<KindSymbol, bool> acts, Dictionary<PartySymbol, PartySymbol?> known)
    {
        if (!known.TryGetValue(organisation, out PartySymbol? body))
        {
            foreach (Symbol symbol in model.Symbols)
            {
                if (symbol is PartySymbol { IsGroup: true } party && party.Owners is [PartySymbol owner] && ReferenceEquals(owner, organisation) && acts(party.Kind))
                {
                    body ??= party;
                }
            }

            known.Add(organisation, body);
        }

        return body;
    }

    private List<SubjectSymbol> Find(NamingIndex naming, Faults faults)
    {
        var silent = new List<SubjectSymbol>();
        var withSpokenParts = new HashSet<SubjectSymbol>(ReferenceEqualityComparer.Instance);
        foreach (Symbol symbol in model.Symbols)
        {
            if (symbol is not SubjectSymbol { IsFromLibrary: false, IsBudget: false } subject)
            {
                continue;
            }

            if (!IsOwn(subject) || naming.IsSpokenOf(subject, ownership.OwnersOf(subject)))
            {
                for (SubjectSymbol? whole = subject.Parent; whole is not null && withSpokenParts.Add(whole);)
                {
                    whole = whole.Parent;
                }
            }
            else
            {
                silent.Add(subject);
            }
        }

        var passedOver = new HashSet<SubjectSymbol>(silent, ReferenceEqualityComparer.Instance);
        passedOver.ExceptWith(withSpokenParts);
        silent.RemoveAll(subject =>
            !passedOver.Contains(subject)
            || (subject.Parent is SubjectSymbol parent && passedOver.Contains(parent))
            || faults.MayMention(subject));
        return silent;
    }

    // What the law gives to a group or a post is with it; what is another organisation's is for that one's scheme to say.
    private bool IsOwn(SubjectSymbol subject)
    {
        if (subject.IsDuplicate || subject.IsUncertain)
        {
            return false;
        }

        foreach (PartySymbol owner in ownership.OwnersOf(subject))
        {
            if (owner.IsOrganisation && (model.OwnOrganisation is null || ReferenceEquals(owner, model.OwnOrganisation)))
            {
                return true;
            }
        }

        return false;
    }
}
