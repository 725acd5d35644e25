using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL4017: one person in two posts that the law keeps apart.</summary>
internal sealed class IncompatiblePosts : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4017", "incompatible-posts", "One person in two posts that the law keeps apart", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var held = new Dictionary<PartySymbol, List<HeldPost>>(ReferenceEqualityComparer.Instance);
        Dictionary<string, PowerSymbol> statutory = Statutory(run.Model.Kinds);
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is not PartySymbol { IsRole: true, IsUncertain: false } post)
            {
                continue;
            }

            // Who holds a post that the law asks for stands under that law, whether or not the sentence names it.
            PowerSymbol? named = post.Aliases.Prepend(post.Name).Select(name => statutory.GetValueOrDefault(NameKey.Of(name))).FirstOrDefault(power => power is not null) ?? post.Kind.Under;
            PowerSymbol? implied = named is not null && IsFor(named, post) ? named : null;
            foreach (Designation designation in post.Designations)
            {
                if ((designation.Under ?? implied) is { } power && !run.Judge.Authority.Faults.IsIn(designation.Location))
                {
                    Add(held, Seats.Person(designation.Holder), new HeldPost(post, designation.Days, designation.Location, power));
                }
            }

            if (post.Designations.IsEmpty && implied is not null && !run.Judge.Authority.Faults.IsIn(post.Location))
            {
                Add(held, post, new HeldPost(post, post.Lifetime, post.Location, implied));
            }
        }

        foreach ((PartySymbol person, List<HeldPost> posts) in held)
        {
            Check(run, person, posts);
        }
    }

    // The laws that ask for posts, by what such posts are called.
    private static Dictionary<string, PowerSymbol> Statutory(ImmutableArray<KindSymbol> kinds)
    {
        var found = new Dictionary<string, PowerSymbol>(StringComparer.Ordinal);
        foreach (KindSymbol kind in kinds)
        {
            if (kind.Family == SymbolFamily.Role && kind.Under is { } power)
            {
                found.TryAdd(NameKey.Of(kind.Name), power);
            }
        }

        return found;
    }

    // Whether it binds the body whose post it is.
    private static bool IsFor(PowerSymbol power, PartySymbol post) =>
        Seats.OrganisationsOf(post).Any(body => power.Delegators.Any(named => named.Names(body)));

    private static void Add(Dictionary<PartySymbol, List<HeldPost>> held, PartySymbol person, HeldPost post)
    {
        held.TryAdd(person, []);
        held[person].Add(post);
    }

    private void Check(RuleRun run, PartySymbol person, List<HeldPost> posts)
    {
        for (int i = 0; i < posts.Count; i++)
        {
            if (!ReferenceEquals(posts[i].Post, person) && posts[i].Power.Forbids.FirstOrDefault(named => named.Names(person)) is { } forbidden)
            {
                run.Report(Describe(
                    posts[i], posts[i].Power, $"{Phrases.Name(person)} cannot be {Phrases.Name(posts[i].Post)}: {Phrases.Name(posts[i].Power)} gives that post to nobody who is {Phrases.WithArticle(forbidden.Kind?.Name ?? forbidden.Party?.Name ?? "")}",
                    "not by such a person", $"{Phrases.Name(person)} is {Phrases.WithArticle(person.Kind.Name)}", person.Location, "let somebody else hold it"));
                continue;
            }

            for (int other = 0; other < i; other++)
            {
                bool isApart = posts[i].Power.NotWith.Contains(posts[other].Power) || posts[other].Power.NotWith.Contains(posts[i].Power);
                if (isApart && posts[i].Days.Overlaps(posts[other].Days))
                {
                    PowerSymbol law = posts[i].Power.NotWith.Contains(posts[other].Power) ? posts[i].Power : posts[other].Power;
                    (HeldPost here, HeldPost there) = ReferenceEquals(posts[i].Post, person) ? (posts[other], posts[i]) : (posts[i], posts[other]);
                    run.Report(Describe(
                        here, law, $"{Phrases.Name(person)} cannot be {Phrases.Name(here.Post)} as well: {Phrases.Name(law)} keeps that apart from {Phrases.Name(there.Post)}",
                        "not by the same person", $"the same person is {Phrases.Name(there.Post)}", there.Location, "let somebody else hold one of the two"));
                    break;
                }
            }
        }
    }

    private Diagnostic Describe(HeldPost held, PowerSymbol law, string message, string label, string other, Text.SourceLocation location, string help) =>
        new(Descriptor, held.Location, message)
        {
            Severity = law.Grade switch
            {
                LegalGrade.Seen => Descriptor.DefaultSeverity,
                LegalGrade.Partly => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            Label = label,
            Related = [new RelatedLocation(other, location)],
            Help = help,
        };

    private sealed record HeldPost(PartySymbol Post, DateRange Days, Text.SourceLocation Location, PowerSymbol Power);
}
