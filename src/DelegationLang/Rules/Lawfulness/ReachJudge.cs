using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>
/// Judges what sentences reach and do not name: what lies within a wider subject, what <c>all matters</c> and <c>all other matters</c> come to, the
/// functions of a budget, and those for which a matter is given without <c>for</c>. What is against the law is out of the sentence, which holds for the
/// rest.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="book">The law.</param>
/// <param name="check">What the law has against a sentence as far as it gives one subject.</param>
/// <param name="isFaulty">Whether a sentence is in error.</param>
internal sealed class ReachJudge(RuleRun run, LawBook book, Func<LegalCase, IReadOnlyList<LegalVerdict>> check, Func<Statement, bool> isFaulty)
{
    private readonly AuthorityGraph authority = run.Judge.Authority;
    private readonly SubjectRoots roots = new(book);
    private readonly Dictionary<Statement, LegalCase> cases = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Statement, ReachFindings> looked = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes a sentence in. All must be in before the first is judged, since what one gives may come by another.</summary>
    public void Add(LegalCase legalCase) => cases.Add(legalCase.Statement, legalCase);

    /// <summary>What the law has against what the sentences reach, and what is out of them.</summary>
    public void JudgeAll(List<LegalVerdict> verdicts, List<BarredPart> parts)
    {
        foreach (LegalCase legalCase in cases.Values)
        {
            ReachFindings found = Look(legalCase);
            verdicts.AddRange(found.Verdicts);
            parts.AddRange(found.Parts);
        }
    }

    /// <summary>What the law has against what a sentence would reach if it gave to others, as <see cref="LegalCase.To"/> has it.</summary>
    public IReadOnlyList<LegalVerdict> Against(LegalCase changed)
    {
        var found = new ReachFindings();
        foreach (SubjectReference reference in changed.References)
        {
            LookAt(changed, reference, found);
        }

        return found.Verdicts;
    }

    /// <summary>What the law leaves to organisations themselves.</summary>
    public IEnumerable<KeptSubject> Kept()
    {
        foreach (Symbol symbol in book.Model.Symbols)
        {
            if (symbol is not PartySymbol { IsOrganisation: true } body || book.LawOf(body).Keeping is not { Count: > 0 } keeping)
            {
                continue;
            }

            foreach (SubjectClass group in roots.All)
            {
                if ((group.Owner is null || run.Seats.AreSame(group.Owner, body)) && keeping.Find(group.Profile.IsNamedBy) is PowerSymbol power && !book.LawOf(body).LetsAnybodyThrough(group.Profile))
                {
                    foreach (SubjectSymbol subject in group.Subjects)
                    {
                        yield return new KeptSubject(subject, body, book.SourceFor(subject, power));
                    }
                }
            }
        }
    }

    private ReachFindings Look(LegalCase legalCase)
    {
        if (!looked.TryGetValue(legalCase.Statement, out ReachFindings? found))
        {
            // Of sentences that go round nothing comes from there.
            looked.Add(legalCase.Statement, found = new ReachFindings());
            foreach (SubjectReference reference in legalCase.References)
            {
                LookAt(legalCase, reference, found);
            }
        }

        return found;
    }

    private void LookAt(LegalCase legalCase, SubjectReference reference, ReachFindings found)
    {
        Terms terms = legalCase.Statement.Terms;
        if (reference.Symbol is not SubjectSymbol symbol)
        {
            foreach (SubjectClass group in roots.All)
            {
                LookAt(legalCase, reference, group, ReachRoute.Itself, found);
            }

            return;
        }

        SubjectSymbol[] functions = [.. terms.For.SelectMany(named => authority.Index.Lines.Nodes(named.Symbol))];
        foreach (SubjectSymbol node in authority.Index.Lines.Nodes(symbol))
        {
            if (symbol.IsBudget)
            {
                LookAt(legalCase, reference, new SubjectClass(null, book.ProfileOf(node), [node]), ReachRoute.Itself, found);
            }

            foreach (SubjectClass group in roots.Below(node))
            {
                LookAt(legalCase, reference, group, ReachRoute.Itself, found);
            }

            if (!node.IsMatter)
            {
                continue;
            }

            foreach (SubjectClass group in functions.SelectMany(roots.Below))
            {
                LookAt(legalCase, reference, group, new ReachRoute(node, IsEvery: false, IsTold: true), found);
            }

            // A matter that a body keeps for somebody, it keeps as its own, whatever functions it bears on.
            if (functions.Length == 0 && legalCase.Delegation is not null)
            {
                var every = new ReachRoute(node, IsEvery: true, IsTold: SubjectLines.FunctionOf(node) is null);
                foreach (SubjectClass group in roots.All)
                {
                    if (!group.Profile.IsPlain && !group.Subjects[0].IsMatter)
                    {
                        LookAt(legalCase, reference, group, every, found);
                    }
                }
            }
        }
    }

    // A class is judged by its first subject; where the law has nothing against that, nobody asks which of its subjects the sentence reaches.
    private void LookAt(LegalCase legalCase, SubjectReference reference, SubjectClass group, ReachRoute route, ReachFindings found)
    {
        if (!MayHold(legalCase, group) || Against(legalCase, reference, group.Subjects[0], route) is not LegalVerdict verdict || IsOfNamed(legalCase, verdict))
        {
            return;
        }

        var told = new List<SubjectSymbol>();
        foreach (SubjectSymbol subject in group.Subjects.SelectMany(subject => PartsGivenOn(legalCase, reference, subject).Prepend(subject)))
        {
            Atom atom = route.To(subject);
            if (!IsReached(legalCase, reference, subject, atom) || found.IsOut(subject) || legalCase.IsNamed(subject))
            {
                continue;
            }

            if (verdict.IsError)
            {
                found.Out.Add(subject);
                if (verdict is not BoardsAlone || book.LawOf(legalCase.BodyOf(null)).LetsAnybodyThrough(group.Profile))
                {
                    found.Parts.Add(new BarredPart(legalCase.Statement, subject, LawOf(verdict, legalCase)));
                }
            }

            if (route.IsTold && !IsReserved(legalCase, atom))
            {
                told.Add(subject);
            }
        }

        if (told.Count > 0)
        {
            found.Tell(ReferenceEquals(told[0], group.Subjects[0]) ? verdict : Against(legalCase, reference, told[0], route) ?? verdict, reference, told);
        }
    }

    // What a power says of the very matter that the sentence names, whatever function it bears on, is said of the sentence already.
    private bool IsOfNamed(LegalCase legalCase, LegalVerdict verdict) =>
        verdict is { OneSubject: SubjectSymbol one, Power: PowerSymbol power } && legalCase.IsNamed(one) && book.ProfileOf(one).IsNamedBy(power);

    // Of what somebody has been given only parts of, a sentence about all that it has reaches these.
    private IEnumerable<SubjectSymbol> PartsGivenOn(LegalCase legalCase, SubjectReference reference, SubjectSymbol subject) =>
        reference.Symbol is not null || authority.Index.GrantsBelow(run.Seats.Of(legalCase.Giver, subject), subject) is not { Count: > 0 } below
        ? []
        : below.Select(grant => grant.Node).OfType<SubjectSymbol>()
            .Where(part => !ReferenceEquals(part, subject) && ReferenceEquals(roots.Of(part), subject)).Distinct();

    // What nobody would ask about: a library's own subjects belong to nobody, and what the giver's body has neither of its own nor from others.
    private bool MayHold(LegalCase legalCase, SubjectClass group)
    {
        SubjectSymbol first = group.Subjects[0];
        ImmutableArray<PartySymbol> owners = authority.Ownership.OwnersOf(first);
        if (owners.IsEmpty)
        {
            return false;
        }

        bool isOwn = owners.Any(owner => legalCase.Bodies.Contains(owner) || Seats.OrganisationsOf(owner).Any(legalCase.Bodies.Contains));
        return isOwn ? !group.Profile.IsPlain || SingleMembers.AreAmong(legalCase) : authority.Index.GrantsTo(run.Seats.Of(legalCase.Giver, first)).Count > 0;
    }

    private LegalVerdict? Against(LegalCase legalCase, SubjectReference reference, SubjectSymbol subject, ReachRoute route)
    {
        LegalVerdict? worst = null;
        foreach (LegalVerdict verdict in check(legalCase.OfOne(new LegalSubject(reference, route.To(subject)))))
        {
            if (verdict is InWrongHands { Fault: OrganFault.GivenByBoard })
            {
                // There the board does not act for its body, so it gives nothing.
                return null;
            }

            if (verdict.OneSubject is not null && (worst is null || (verdict.IsError && (!worst.IsError || verdict.Rank < worst.Rank))))
            {
                worst = verdict;
            }
        }

        // A group that is given a matter for every function is given the body's business of that sort; a single person, and another body, decide it function
        // by function.
        if (route.IsEvery && (worst is InWrongHands { Party.IsGroup: true } or ForbiddenTo or BoardsAlone || (worst is ExcludedByPower && !legalCase.Footing.IsStated)))
        {
            return null;
        }

        return route.Matter is not null && worst is InWrongHands wrong ? wrong with { Subject = subject } : worst;
    }

    private bool IsReached(LegalCase legalCase, SubjectReference reference, SubjectSymbol subject, Atom atom)
    {
        Terms terms = legalCase.Statement.Terms;
        PartySymbol giver = run.Seats.Of(legalCase.Giver, subject);
        foreach (Reference<SubjectSymbol> carved in terms.Except.AddRange(terms.KeptBack))
        {
            if (authority.Index.Lines.IsAbout(atom, carved.Symbol))
            {
                return false;
            }
        }

        if (reference.Symbol is null && !terms.For.IsEmpty && !terms.For.Any(named => authority.Index.Lines.IsAbout(atom, named.Symbol)))
        {
            return false;
        }

        if (reference.Scope == SubjectScope.AllOtherMatters && (reference.Symbol is { } whole ? authority.Index.IsNamed(giver, atom, whole) : authority.Index.IsNamed(giver, atom)))
        {
            return false;
        }

        if (authority.Ownership.Holds(giver, atom))
        {
            return true;
        }

        return !(reference.Scope == SubjectScope.AllOtherMatters && giver.IsOrganisation)
            && authority.HoldingsOf(giver, atom).Any(holding => holding.Chain().All(link => Passes(link.Grant.Statement, subject)));
    }

    // What is out of a sentence above does not come down by it.
    private bool Passes(Statement statement, SubjectSymbol subject) =>
        !isFaulty(statement) && (!cases.TryGetValue(statement, out LegalCase? above) || !Look(above).IsOut(subject));

    // What is reserved outright is out in any case: then there is nothing to say.
    private bool IsReserved(LegalCase legalCase, Atom atom)
    {
        if (legalCase.Statement is not DelegationStatement || legalCase.Statement.Terms.IsEvenIfReserved)
        {
            return false;
        }

        PartySymbol giver = run.Seats.Of(legalCase.Giver, atom.Node);
        return SubjectLines.LineOf(atom).SelectMany(node => authority.Index.TakingsNaming(giver, node))
            .Any(taking => taking.Statement.Terms is { Limit: null, From: null, Until: null, Facts.IsEmpty: true, At.IsEmpty: true, Except.IsEmpty: true } terms
                && (terms.For.IsEmpty || terms.For.Any(named => authority.Index.Lines.IsAbout(atom, named.Symbol))));
    }

    private string LawOf(LegalVerdict verdict, LegalCase legalCase)
    {
        PowerSymbol? power = verdict.Power;
        if (verdict is InWrongHands { Organ: PartySymbol organ })
        {
            power ??= book.LawOf(legalCase.BodyOf(null)).OfOrgans.Find(own => BodyLaw.IsOrganOf(own, organ));
        }

        return power?.DisplayName ?? "";
    }
}
