using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>
/// DL4017: one person in two posts that the law keeps apart.
/// <para><b>What.</b> A post is held under a power that says with which others it is not combined, and the same person holds such another on a day.</para>
/// <para><b>Why it matters.</b> The monitoring officer reports on unlawful conduct, that of the finance officer included. What somebody does in a post
/// that they may not hold is open to challenge.</para>
/// <para><b>Example.</b> <c>Head of Finance is also Monitoring Officer under Local Government and Housing Act 1989 section 5.</c>, who is the section 151
/// officer.</para>
/// <para><b>Instead.</b> Designate somebody else.</para>
/// <para><b>Source.</b> Local Government and Housing Act 1989 section 5(1) and (1A).</para>
/// </summary>
internal sealed class IncompatiblePosts : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4017", "incompatible-posts", "One person in two posts that the law keeps apart", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var held = new Dictionary<PartySymbol, List<HeldPost>>(ReferenceEqualityComparer.Instance);
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is not PartySymbol { IsRole: true, IsUncertain: false } post)
            {
                continue;
            }

            foreach (Designation designation in post.Designations)
            {
                if (designation.Under is PowerSymbol power && !run.Judge.Authority.Faults.IsIn(designation.Location))
                {
                    PartySymbol person = Seats.Person(designation.Holder);
                    held.TryAdd(person, []);
                    held[person].Add(new HeldPost(post, designation, power));
                }
            }
        }

        foreach ((PartySymbol person, List<HeldPost> posts) in held)
        {
            Check(run, person, posts);
        }
    }

    private void Check(RuleRun run, PartySymbol person, List<HeldPost> posts)
    {
        for (int i = 0; i < posts.Count; i++)
        {
            if (posts[i].Power.IsForbiddenTo(person))
            {
                run.Report(Describe(posts[i], posts[i].Power, person, Phrases.Name(person), person.Location));
                continue;
            }

            for (int other = 0; other < i; other++)
            {
                bool isApart = posts[i].Power.NotWith.Contains(posts[other].Power) || posts[other].Power.NotWith.Contains(posts[i].Power);
                if (isApart && posts[i].Designation.Days.Overlaps(posts[other].Designation.Days))
                {
                    PowerSymbol law = posts[i].Power.NotWith.Contains(posts[other].Power) ? posts[i].Power : posts[other].Power;
                    run.Report(Describe(posts[i], law, person, Phrases.Name(posts[other].Post), posts[other].Designation.Location));
                    break;
                }
            }
        }
    }

    private Diagnostic Describe(HeldPost held, PowerSymbol law, PartySymbol person, string other, Text.SourceLocation location) =>
        new(Descriptor, held.Designation.Location, $"{Phrases.Name(person)} cannot be {Phrases.Name(held.Post)} as well: {Phrases.Name(law)} keeps that apart from {other}")
        {
            Severity = law.Grade switch
            {
                LegalGrade.Seen => Descriptor.DefaultSeverity,
                LegalGrade.Partly => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            Label = "not by the same person",
            Related = [new RelatedLocation($"the same person is {other}", location)],
            Help = "let somebody else hold one of the two",
        };

    private sealed record HeldPost(PartySymbol Post, Designation Designation, PowerSymbol Power);
}
