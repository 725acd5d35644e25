using DelegationLang.Coverage;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using DelegationLang.Tests.Rules;

namespace DelegationLang.Tests.Coverage;

/// <summary>Coverage says of who decides what the evaluator says, and of silence what the rules say.</summary>
public sealed class DeciderSearchTests
{
    private static readonly DateOnly AsOf = new(2026, 5, 1);

    [Fact]
    public void Everybody_who_decides_a_subject_in_some_case_is_listed_and_nobody_else()
    {
        int schemes = Effort.Of(50, 500);
        int compared = 0;
        for (int seed = 0; seed < schemes; seed++)
        {
            var scheme = RandomScheme.Make(seed, seed % 60, 0, hasFaults: seed % 4 == 0);
            SchemeModel model = RuleText.Bind(scheme.Text, isSound: false);
            RuleResult rules = RuleSet.Run(model, new RuleContext(AsOf));
            var engine = DecisionEngine.Create(model, rules.InError);
            SchemeCoverage coverage = CoverageSurvey.Of(model, engine, rules.InError, AsOf);

            // What is normally so is left open: coverage looks at every case.
            SpaceDefinition definition = engine.Space.Definition;
            var space = DecisionSpace.Create(definition with { Conditions = [.. definition.Conditions.Select(condition => condition with { Normally = null })] });
            foreach (CoveredSubject covered in coverage.Subjects)
            {
                int index = engine.Symbols[covered.Subject];
                Decision open = covered.Subject.IsMatter ? new Decision { Day = coverage.Day, Matter = index } : new Decision { Day = coverage.Day, Function = index };
                Answer answer = space.WhoDecides(open);
                string[] listed = [.. covered.Deciders.SelectMany(decider => decider.Names).Distinct().Order(StringComparer.Ordinal)];

                // Of a matter those are listed too who decide it in relation to certain functions alone.
                string[] wanted = covered.Subject.IsMatter ? [.. listed.Intersect(answer.Deciders).Order(StringComparer.Ordinal)] : listed;
                Assert.True(answer.Deciders.SequenceEqual(wanted), $"seed {seed}: {covered.Subject.Name}: {string.Join(", ", answer.Deciders)} but listed {string.Join(", ", listed)}\n{scheme.Text}");
                compared += listed.Length;
            }
        }

        Assert.True(compared > 6 * schemes, $"only {compared} were compared");
    }

    [Fact]
    public void What_is_silent_is_what_the_rule_reports_with_its_parts()
    {
        int silent = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            SchemeModel model = RuleText.Bind(RandomScheme.Make(seed, seed % 40, 0, hasFaults: false).Text, isSound: false);
            RuleResult rules = RuleSet.Run(model, new RuleContext(AsOf));
            if (model.Delegations.IsEmpty && model.Reservations.IsEmpty)
            {
                continue;
            }

            SchemeCoverage coverage = CoverageSurvey.Of(model, DecisionEngine.Create(model, rules.InError), rules.InError, AsOf);
            string[] reported = [.. rules.Diagnostics.Where(diagnostic => diagnostic.Code == "DL5003").Select(diagnostic => RuleText.Words(diagnostic.Location).Trim('"'))];
            CoveredSubject[] listed = [.. coverage.Subjects.Where(covered => covered.Status == CoverageStatus.Silent)];
            Assert.All(listed, covered => Assert.Contains(reported, name => IsWithin(covered.Subject, name)));
            Assert.All(reported, name => Assert.Contains(coverage.Subjects, covered =>
                covered.Subject.Name == name && covered.Status is CoverageStatus.Silent or CoverageStatus.Nobody));
            silent += listed.Length;
        }

        Assert.True(silent > 20, $"only {silent} were silent");
    }

    private static bool IsWithin(SubjectSymbol subject, string name)
    {
        for (SubjectSymbol? whole = subject; whole is not null; whole = whole.Parent)
        {
            if (whole.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
