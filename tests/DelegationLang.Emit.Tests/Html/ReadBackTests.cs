using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DelegationLang.Decisions;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Emit.Tests.Html;

/// <summary>
/// Every statement of authority is read back out of the built pages, from its attributes and its text, and compared with what questions answer: within
/// each bound, on it and just outside. Nothing that somebody may decide is missing from its page or its cell.
/// </summary>
public sealed partial class ReadBackTests
{
    [Theory]
    [MemberData(nameof(Samples.Examples), MemberType = typeof(Samples))]
    public void The_pages_of_an_example_claim_what_is_so_and_leave_nothing_out(string name) => Assert.True(Check(Samples.Get(name)) > 500);

    [Fact]
    public void The_pages_of_random_schemes_claim_what_is_so_and_leave_nothing_out()
    {
        int claims = 0;
        int schemes = Effort.Of(2, 200);
        Parallel.For(0, schemes, seed =>
        {
            Sample sample = Samples.Compile("random", [("scheme.delegation", RandomScheme.Make(seed + 1, (seed * 13) % 90, 0, hasFaults: seed % 6 == 0).Text)], []);
            Interlocked.Add(ref claims, Check(sample, "seed " + (seed + 1)));
        });
        Assert.True(claims > 30 * schemes, $"only {claims} claims");
    }

    [Fact]
    public void What_is_different_is_claimed_as_it_is()
    {
        int claims = 0;
        Parallel.For(0, Effort.Of(2, 60), seed =>
        {
            string text = RandomScheme.Make(seed + 1, 40, 0, hasFaults: false).Text;
            string former = string.Join('\n', text.Split('\n').Where((line, i) => i % 4 != seed % 4 || !line.Contains(" delegates ", StringComparison.Ordinal)));
            Sample sample = Samples.Compile("random", [("scheme.delegation", text)], []);
            Sample before = Samples.Compile("former", [("scheme.delegation", former)], []);
            var diff = SchemeDiff.Of(SchemeVersion.Of(before.Input, before.Engine.Answerer), SchemeVersion.Of(sample.Input, sample.Engine.Answerer), DateRange.Always, Samples.Today);
            Check(sample with { Input = sample.Input with { Changes = diff } }, "seed " + (seed + 1));
            Interlocked.Add(ref claims, BuiltSite.Of(sample.Input with { Changes = diff }).Page("changes.html").QuerySelectorAll("[data-claim]").Length);
        });
        Assert.True(claims > 0);
    }

    private static int Check(Sample sample, string what = "")
    {
        var site = BuiltSite.Of(sample);
        var asking = new Asking(sample);
        int claims = 0;
        var known = new HashSet<StatedClaim>();
        var stated = new Dictionary<string, List<StatedClaim>>(StringComparer.Ordinal);
        foreach (string page in site.PageNames)
        {
            List<StatedClaim> own = stated[page] = [];
            foreach (IElement element in site.Page(page).QuerySelectorAll("[data-claim]"))
            {
                bool isExample = page.StartsWith("examples", StringComparison.Ordinal);
                StatedClaim claim = StatedClaim.Of(element) with { IsExample = isExample };
                Assert.True(!isExample || (claim.From == claim.To && !claim.IsFromOpen && !claim.IsToOpen), $"{what} {page}: {claim} is of more than one figure, which no example is");
                bool isMap = IsMap(page);

                // On the map a column says the place, a row what amounts count and where they begin.
                string text = Spaces().Replace(isMap ? (element.Closest(".map-box, tr") ?? element).TextContent + " " + element.Closest(".map-box")?.TextContent : element.TextContent, " ");
                Assert.True((isMap ? claim.MissingFromMap(text) : claim.MissingFrom(text)) is not string missing, $"{what} {page}: {claim} is not what “{text}” says: {claim.MissingFrom(text)}");
                own.Add(claim);
                claims++;
            }

            foreach (StatedClaim claim in own.Where(known.Add))
            {
                // The map names the first of the subjects that a line is about, so that what is just outside may be told by a line about others too; who gives what to
                // whom is told sentence by sentence, and what is different by what is.
                string? wrong = asking.Contradiction(claim, StatedClaim.Together(own.Where(other => other.Party == claim.Party && other.Subject == claim.Subject)), isWhole: !IsMap(page) && !IsSomeOf(page));
                Assert.True(wrong is null, $"{what} {page}: {claim}: {wrong}");
            }
        }

        foreach (string missing in asking.Missing(site, stated))
        {
            Assert.Fail($"{what}: {missing}");
        }

        return claims;
    }

    private static bool IsSomeOf(string page) => Array.Exists(["network", "days", "changes"], start => page.StartsWith(start, StringComparison.Ordinal));

    private static bool IsMap(string page) => page.StartsWith("map", StringComparison.Ordinal) || page.StartsWith("levels", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>Compares what is stated with what questions answer.</summary>
    internal sealed class Asking
    {
        private readonly Sample sample;
        private readonly SpaceDefinition definition;
        private readonly QuestionAnswerer answerer;

        public Asking(Sample sample)
        {
            this.sample = sample;
            definition = sample.Input.Space.Definition;

            // What is normally so is left open: a page tells of every case.
            var open = DecisionSpace.Create(definition with { Conditions = [.. definition.Conditions.Select(condition => condition with { Normally = null })] });
            answerer = new QuestionAnswerer(open, new SymbolQuestionNames(sample.Input.Model.Names, symbol => sample.Engine.Symbols[symbol]), sample.Input.Model.NameTable);
        }

        public string? Contradiction(StatedClaim claim, List<List<StatedClaim>> statements, bool isWhole = true)
        {
            foreach (decimal? figure in claim.Figures())
            {
                string decision = claim.DecisionWorth(figure);
                if (claim.Claim == "advises")
                {
                    return MayAlone(claim.Party, decision) is null ? "the question cannot be read: " + decision : null;
                }

                bool isSo = IsSo(claim, decision);
                if (claim.Holds(figure) && !isSo)
                {
                    return "it is not so of " + decision;
                }

                // Just outside: nothing, unless another statement says so.
                if (isWhole && figure is decimal value && !claim.Holds(value) && isSo
                    && !statements.Exists(lines => lines.TrueForAll(other => other.IsAlone == claim.IsAlone && other.MayHold(claim, value))))
                {
                    return "it is so too of " + decision;
                }
            }

            return null;
        }

        public IEnumerable<string> Missing(BuiltSite site, Dictionary<string, List<StatedClaim>> stated)
        {
            var pages = new Emit.Html.PageContext(new Emit.Scheme.Publication(sample.Input));
            HashSet<(string, string)> matrix = Pairs(stated, "matrix");
            string day = definition.InForce.HasFirst ? Wording.Day(definition.InForce.First) : "1 May 2026";
            foreach (SubjectSymbol subject in pages.ShownOf<SubjectSymbol>().Where(subject => !subject.IsBudget))
            {
                // Of what bears one name after another, the question means whatever is there on its day.
                if (definition.InForce.HasFirst && !subject.Lifetime.Contains(definition.InForce.First))
                {
                    continue;
                }

                HashSet<(string, string)> onSubject = Pairs(stated, pages.Addresses.FileOf(subject));
                foreach (PartySymbol party in pages.ShownOf<PartySymbol>().Where(party => party.HeldBy is null && (!definition.InForce.HasFirst || party.Lifetime.Contains(definition.InForce.First))))
                {
                    string decision = subject.DisplayName + " on " + day;
                    if (MayAlone(party.DisplayName, decision) != true && !IsJoint(party.DisplayName, decision))
                    {
                        continue;
                    }

                    string page = pages.Addresses.FileOf(party);
                    if (!Pairs(stated, page[..^".html".Length]).Contains((party.DisplayName, subject.DisplayName)) || !onSubject.Contains((party.DisplayName, subject.DisplayName)) || !matrix.Contains((party.DisplayName, subject.DisplayName)))
                    {
                        yield return $"{party.DisplayName} may decide {decision}, which {page}, the page of the subject or the matrix does not say";
                    }

                    foreach (PlaceSymbol place in pages.ShownOf<PlaceSymbol>())
                    {
                        string there = subject.DisplayName + " at " + place.DisplayName + " on " + day;
                        if ((MayAlone(party.DisplayName, there) == true || IsJoint(party.DisplayName, there)) && !Pairs(stated, pages.Addresses.FileOf(place)).Contains((party.DisplayName, subject.DisplayName)))
                        {
                            yield return $"{party.DisplayName} may decide {there}, which the page of the place does not say";
                        }
                    }
                }
            }

            _ = site;
        }

        private static HashSet<(string, string)> Pairs(Dictionary<string, List<StatedClaim>> stated, string page) =>
        [
            .. stated.Where(pair => pair.Key.StartsWith(page, StringComparison.Ordinal)).SelectMany(pair => pair.Value)
                .Where(claim => claim.Claim is not ("advises" or "none")).Select(claim => (claim.Party, claim.Subject)),
        ];

        private bool IsSo(StatedClaim claim, string decision) => claim.Claim switch
        {
            "may" => MayAlone(claim.Party, decision) == true,
            "decides" => Who(decision).Any(answer => answer.Alternatives.Any(group => group is [var only] && only == claim.Party)),
            "jointly" => IsJoint(claim.Party, decision),
            "none" => MayAlone(claim.Party, decision) == false && !IsJoint(claim.Party, decision),
            "reserved" => Who(decision).Any(answer => answer.Outcome == Outcome.Reserved && answer.Alternatives.Any(group => group is [var only] && only == claim.Party)),
            _ => false,
        };

        private bool IsJoint(string party, string decision) => Who(decision).Any(answer => answer.Alternatives.Any(group => group.Length > 1 && group.Contains(party)));

        private Answer[] Who(string decision) => Cases(answerer.Ask($"who decides {decision}?", Samples.Today));

        // Whether it may in some case; none where the question cannot be read.
        private bool? MayAlone(string party, string decision)
        {
            Answer answer = answerer.Ask($"may {party} decide {decision}?", Samples.Today);
            return answer.Outcome == Outcome.Error ? null : Cases(answer).Any(one => one.Outcome == Outcome.Yes);
        }

        private static Answer[] Cases(Answer answer)
        {
            Assert.True(answer.Outcome != Outcome.Error, answer.Message);
            return answer.Outcome == Outcome.Depends ? [.. answer.Cases.Select(one => one.Answer)] : [answer];
        }
    }
}
