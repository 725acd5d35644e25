using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Survey;
using DelegationLang.Rules.Analysis;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Coverage;

/// <summary>
/// Goes through the functions and matters of a scheme. Who decides comes from the evaluator alone, and what is passed over from what the rules of
/// governance call silence: this only puts the two beside each other.
/// </summary>
internal sealed class CoverageSurvey
{
    private readonly SchemeModel model;
    private readonly DecisionEngine engine;
    private readonly IReadOnlySet<Statement> inError;
    private readonly Ownership ownership;
    private readonly Faults faults;
    private readonly SubjectLines lines;
    private readonly NamingIndex naming;
    private readonly DeciderSearch search;
    private readonly Dictionary<Decider, SubjectDecider> described = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SubjectSymbol> silent;
    private readonly HashSet<SubjectSymbol> withSpokenParts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubjectSymbol, List<Statement>> carvedOut = new(ReferenceEqualityComparer.Instance);

    private CoverageSurvey(SchemeModel model, DecisionEngine engine, IReadOnlySet<Statement> inError, DateOnly day)
    {
        this.model = model;
        this.engine = engine;
        this.inError = inError;
        var seats = new Seats();
        lines = new SubjectLines(model);
        ownership = new Ownership(model, seats);
        faults = new Faults(model, seats, lines);
        naming = new NamingIndex(model, seats, lines);
        search = new DeciderSearch(engine.Space, day);
        silent = new(new Silence(model, naming, ownership, faults).Subjects, ReferenceEqualityComparer.Instance);
    }

    /// <summary>Goes through a scheme.</summary>
    /// <param name="model">The scheme.</param>
    /// <param name="engine">Who decides in it.</param>
    /// <param name="inError">The statements that a rule found in error; those of which <see cref="Statement.HasErrors"/> is set are known.</param>
    /// <param name="asOf">The day. Where the scheme is not in force on it, the nearest day is used on which it is.</param>
    public static SchemeCoverage Of(SchemeModel model, DecisionEngine engine, IReadOnlySet<Statement> inError, DateOnly asOf)
    {
        DateRange life = engine.Space.Definition.InForce;
        DateOnly day = asOf < life.First ? life.First : asOf > life.Last ? life.Last : asOf;
        var survey = new CoverageSurvey(model, engine, inError, day);
        LawList? law = model.OwnOrganisation is PartySymbol body ? new LawList(new LawBook(model), body) : null;
        return new SchemeCoverage
        {
            Organisation = model.OwnOrganisation,
            Day = day,
            IsDayMoved = day != asOf,
            Subjects = [.. survey.Find()],
            HasLawList = law is { IsEmpty: false },
            NeverMentioned = [.. law?.NeverMentioned() ?? []],
            ForPlaces = PlaceWorkSurvey.Of(model, survey.PlacesOf),
        };
    }

    // Where somebody decides a subject by authority of the place, and not of everywhere.
    private IEnumerable<string> PlacesOf(SubjectSymbol subject) => engine.Symbols[subject] is not (>= 0 and var node) ? [] : search.Of(node).Deciders
        .Select(decider => decider.Authority).OfType<Policy.Authority>().Where(authority => !authority.IsElsewhere).SelectMany(authority => authority.Places);

    private List<CoveredSubject> Find()
    {
        var subjects = new List<SubjectSymbol>();
        foreach (Symbol symbol in model.Symbols)
        {
            if (symbol is SubjectSymbol { IsBudget: false, IsDuplicate: false, IsUncertain: false } subject && (!subject.IsFromLibrary || naming.Naming(subject).Count > 0))
            {
                subjects.Add(subject);
            }
        }

        NoteCarvedOut();
        NoteParts(subjects);
        var covered = new List<CoveredSubject>(subjects.Count);
        foreach (SubjectSymbol subject in subjects)
        {
            covered.Add(Cover(subject));
        }

        return covered;
    }

    private CoveredSubject Cover(SubjectSymbol subject)
    {
        DeciderList list = search.Of(engine.Symbols[subject]);
        var deciders = new List<SubjectDecider>();
        foreach (Decider decider in list.Deciders)
        {
            deciders.Add(Describe(subject, decider));
        }

        CoverageStatus status = StatusOf(subject, list);
        return new CoveredSubject
        {
            Subject = subject,
            Status = status,
            Deciders = [.. deciders],
            Sentences = status == CoverageStatus.Unclear ? Sources(Faulty(subject)) : HasRules(list) ? [] : Sources(CarvingOut(subject)),
            WhyNobody = list.WhyNobody ?? (deciders.Count == 0 ? "it is kept for somebody who is not declared or does not exist on that day" : ""),
            IsCutShort = list.IsCutShort,
        };
    }

    private CoverageStatus StatusOf(SubjectSymbol subject, DeciderList list)
    {
        if (HasRules(list))
        {
            return list.Deciders.All(decider => decider.Authority is null or { IsReserved: true } or { IsExceptional: true }) && list.Deciders.Any(decider => decider.Authority is { IsReserved: true })
                ? CoverageStatus.Reserved
                : CoverageStatus.Decided;
        }

        if (Faulty(subject).Any())
        {
            return CoverageStatus.Unclear;
        }

        if (list.Deciders.Count == 0)
        {
            return CoverageStatus.Nobody;
        }

        ImmutableArray<PartySymbol> owners = ownership.OwnersOf(subject);
        if (naming.IsSpokenOf(subject, owners) || owners.Any(owner => !owner.IsOrganisation))
        {
            return CoverageStatus.Decided;
        }

        if (IsSilent(subject))
        {
            return CoverageStatus.Silent;
        }

        if (withSpokenParts.Contains(subject))
        {
            return CoverageStatus.InParts;
        }

        return faults.MayMention(subject) ? CoverageStatus.Unclear : CoverageStatus.Elsewhere;
    }

    private static bool HasRules(DeciderList list) => list.Deciders.Any(decider => decider.Authority is not null);

    // What is passed over with all its parts is named once.
    private bool IsSilent(SubjectSymbol subject)
    {
        for (SubjectSymbol? whole = subject; whole is not null; whole = whole.Parent)
        {
            if (silent.Contains(whole))
            {
                return true;
            }
        }

        return false;
    }

    private SubjectDecider Describe(SubjectSymbol subject, Decider decider)
    {
        if (decider.Rule < 0)
        {
            return new SubjectDecider(decider.Names, decider.Authority, decider.About, decider.Sentence, SpaceBuilder.SourceOf(subject.Location), "");
        }

        if (!described.TryGetValue(decider, out SubjectDecider? known))
        {
            RuleDefinition rule = engine.Space.Definition.Rules[decider.Rule];
            described.Add(decider, known = new SubjectDecider(decider.Names, decider.Authority, decider.About, decider.Sentence, rule.Source, rule.Reference));
        }

        return known;
    }

    private IEnumerable<Statement> Faulty(SubjectSymbol subject)
    {
        for (SubjectSymbol? node = subject; node is not null; node = node.Parent)
        {
            foreach (Statement statement in naming.Naming(node))
            {
                if (statement.HasErrors || inError.Contains(statement))
                {
                    yield return statement;
                }
            }
        }
    }

    private IEnumerable<Statement> CarvingOut(SubjectSymbol subject)
    {
        for (SubjectSymbol? node = subject; node is not null; node = node.Parent)
        {
            if (carvedOut.TryGetValue(node, out List<Statement>? statements))
            {
                foreach (Statement statement in statements)
                {
                    yield return statement;
                }
            }
        }
    }

    private static ImmutableArray<SourceReference> Sources(IEnumerable<Statement> statements) =>
        [.. statements.Select(statement => SpaceBuilder.SourceOf(statement.Location)).Distinct()];

    private void NoteCarvedOut()
    {
        foreach (DelegationStatement statement in model.Delegations)
        {
            foreach (Reference<SubjectSymbol> carved in statement.Terms.Except.AddRange(statement.Terms.KeptBack))
            {
                foreach (SubjectSymbol node in lines.Nodes(carved.Symbol))
                {
                    carvedOut.AddTo(node, statement);
                }
            }
        }
    }

    private void NoteParts(List<SubjectSymbol> subjects)
    {
        foreach (SubjectSymbol subject in subjects)
        {
            if (subject.Parent is not null && naming.IsSpokenOf(subject, ownership.OwnersOf(subject)))
            {
                for (SubjectSymbol? whole = subject.Parent; whole is not null && withSpokenParts.Add(whole);)
                {
                    whole = whole.Parent;
                }
            }
        }
    }
}
