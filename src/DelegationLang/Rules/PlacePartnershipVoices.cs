using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6009: a place partnership in which a voice is missing.</summary>
internal sealed class PlacePartnershipVoices : IRule
{
    private static readonly Voice[] Voices =
    [
        new("primary care", ["primary care", "clinical director", "general practitioner"], KindTrait.RepresentsPrimaryCare, null),
        new("the local authority", ["local authority"], KindTrait.RepresentsLocalGovernment, null),
        new("the director of public health", ["director of public health", "public health director"], null, null),
        new("providers", ["provider"], KindTrait.RepresentsProviders, null),
        new("the public", ["public"], KindTrait.RepresentsPublic, "public health"),
    ];

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6009", "place-partnership-voices", "A place partnership in which a voice is missing", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is PartySymbol { IsGroup: true, IsDuplicate: false } group
                && group.Kind.Has(KindTrait.SpansPlace)
                && !run.Judge.Authority.Faults.IsIn(group.Declaration)
                && Describe(run, group) is Diagnostic finding)
            {
                run.Report(finding);
            }
        }
    }

    private Diagnostic? Describe(RuleRun run, PartySymbol group)
    {
        var members = Membership.Of(group);
        if (!members.IsKnown)
        {
            return null;
        }

        if (group.Chair is PartySymbol chair)
        {
            members.Include(chair);
        }

        var missing = new List<string>();
        foreach (Voice voice in Voices)
        {
            if (!members.People.Any(voice.IsSpokenBy) && !group.Members.Any(member => voice.IsSpokenBy(member.Party)))
            {
                missing.Add(voice.Name);
            }
        }

        if (missing.Count == 0)
        {
            return null;
        }

        string name = Phrases.Name(group);
        return new Diagnostic(
            Descriptor,
            SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, group) ?? group.Location,
            members.People.Count == 0
                ? $"{name} does not say who belongs to it; a place partnership hears {Wording.List(missing)}"
                : $"{name} has nobody for {Wording.List(missing, "or")}")
        {
            Label = members.People.Count == 0 ? "no members declared" : "a voice is missing",
            Help = "name who speaks for them after `with members`",
        };
    }

    /// <summary>One of those whom guidance wants heard.</summary>
    /// <param name="Name">In a message.</param>
    /// <param name="Words">In the name of a member, any of them.</param>
    /// <param name="Trait">The trait of a member, or of an organisation that members belong to.</param>
    /// <param name="Except">Words that hold the others and mean something else; none when there are none.</param>
    private sealed record Voice(string Name, string[] Words, KindTrait? Trait, string? Except)
    {
        public bool IsSpokenBy(PartySymbol party)
        {
            if (Array.Exists(Words, words => Bodies.Holds(party, words)) && (Except is null || !Bodies.Holds(party, Except)))
            {
                return true;
            }

            return Trait is not null && (party.Kind.Has(Trait) || Seats.OrganisationsOf(party).Any(organisation => organisation.Kind.Has(Trait)));
        }
    }
}
