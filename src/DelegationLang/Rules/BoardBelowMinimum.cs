using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6004: an integrated care board whose board is below its statutory minimum.</summary>
internal sealed class BoardBelowMinimum : IRule
{
    private const int LeastOthers = 3;

    private static readonly KindTrait[] PartnerVoices = [KindTrait.RepresentsProviders, KindTrait.RepresentsPrimaryCare, KindTrait.RepresentsLocalGovernment];

    private static readonly string[] Nominators = ["trusts", "primary medical services", "local authorities"];

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6004", "board-below-minimum", "An integrated care board below its statutory minimum", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        if (run.Model.OwnOrganisation is not PartySymbol own
            || own.IsUncertain
            || !own.Kind.Has(KindTrait.SpansSystem)
            || run.Model.Info.InForce.Last < MissingStatutoryCommittee.FirstDay
            || run.Bodies.BoardOf(own) is not { Members.IsEmpty: false } board
            || run.Judge.Authority.Faults.IsIn(board.Declaration)
            || Membership.Of(board) is not { IsKnown: true } members)
        {
            return;
        }

        List<string> lacks = Lacking(run, board, members);
        if (lacks.Count > 0)
        {
            run.Report(new Diagnostic(
                Descriptor,
                SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, board) ?? board.Location,
                $"the members of {Phrases.Name(board)} are below what the law asks of an integrated care board: it has {Wording.List(lacks)}")
            {
                Label = "below the statutory minimum",
                Help = "name the missing members; partner members are declared as such: `Trust Partner Member is a partner member of Board`",
            });
        }
    }

    private static List<string> Lacking(RuleRun run, PartySymbol board, Membership members)
    {
        HashSet<PartySymbol> chiefs = ChiefExecutives(run.Model);
        bool hasChair = board.Chair is not null;
        bool hasChief = false;
        int others = 0;
        foreach (PartySymbol person in members.People)
        {
            if (person.Kind.Has(KindTrait.Chair) || (board.Chair is PartySymbol chair && ReferenceEquals(Seats.Person(chair), person)))
            {
                hasChair = true;
            }
            else if (chiefs.Contains(person))
            {
                hasChief = true;
            }
            else
            {
                others += members.CountOf(person);
            }
        }

        var lacks = new List<string>();
        if (!hasChair)
        {
            lacks.Add("no chair");
        }

        if (!hasChief)
        {
            lacks.Add("no chief executive");
        }

        if (others < LeastOthers)
        {
            lacks.Add(others == 0
                ? "no other member, where at least three are needed"
                : $"only {others.ToString(CultureInfo.InvariantCulture)} other member{(others == 1 ? "" : "s")}, where at least three are needed");
        }

        AddPartners(members, lacks);
        return lacks;
    }

    // A partner member of no particular kind may be the one that is missing.
    private static void AddPartners(Membership members, List<string> lacks)
    {
        bool[] isThere = new bool[PartnerVoices.Length];
        int plain = 0;
        foreach (PartySymbol person in members.People)
        {
            if (!person.Kind.Has(KindTrait.RepresentsPartner))
            {
                continue;
            }

            int voice = Array.FindIndex(PartnerVoices, person.Kind.Has);
            if (voice >= 0)
            {
                isThere[voice] = true;
            }
            else
            {
                plain += members.CountOf(person);
            }
        }

        var missing = new List<string>();
        for (int i = 0; i < isThere.Length; i++)
        {
            if (!isThere[i])
            {
                missing.Add(Nominators[i]);
            }
        }

        if (missing.Count <= plain)
        {
            return;
        }

        lacks.Add(plain == 0
            ? $"no partner member nominated by {Wording.List(missing, "or")}"
            : $"only {plain.ToString(CultureInfo.InvariantCulture)} of the {missing.Count.ToString(CultureInfo.InvariantCulture)} partner members nominated by {Wording.List(missing)}");
    }

    // The posts of that name and those whose holders have it as a designation; a deputy's name holds the words as well.
    private static HashSet<PartySymbol> ChiefExecutives(SchemeModel model)
    {
        var chiefs = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        foreach (Symbol symbol in model.Symbols)
        {
            if (symbol is PartySymbol { IsRole: true } post && Bodies.Holds(post, "chief executive"))
            {
                chiefs.UnionWith(Bodies.PeopleBehind(post));
            }
        }

        foreach (DeputyStatement statement in model.Deputies)
        {
            if (statement.Deputy is PartySymbol deputy && statement.Principals.Any(chiefs.Contains))
            {
                chiefs.Remove(deputy);
            }
        }

        return chiefs;
    }
}
