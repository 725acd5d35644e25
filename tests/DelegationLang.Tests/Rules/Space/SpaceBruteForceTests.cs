using System.Globalization;
using DelegationLang.Decisions;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference;
using DelegationLang.Tests.Reference.Space;
using DelegationLang.Text;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Rules.Space;

/// <summary>
/// The gaps and overlaps that the search finds are those that a slow, obvious evaluator finds when it looks at every point around each limit, day,
/// place and fact: none missed, none invented, and each example is one.
/// </summary>
public sealed class SpaceBruteForceTests(ITestOutputHelper output)
{
    private const int MostCoordinates = 1_500;

    private static readonly SourceText Library = LawLibrary.TryGet("england") ?? throw new InvalidOperationException("The library of England is not there.");

    [Theory]
    [InlineData(1, 40)]
    [InlineData(1001, 40)]
    [InlineData(2001, 40)]
    public void On_random_schemes(int first, int count)
    {
        int more = int.TryParse(Environment.GetEnvironmentVariable("DELEGATION_SPACE_SCHEMES"), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : Effort.Of(count / 2, 10 * count);
        var totals = new Totals();
        for (int seed = first; seed < first + more; seed++)
        {
            string text = TierScheme.Write(seed);
            List<string> faults = Compare(text, totals);
            Assert.True(faults.Count == 0, $"seed {seed}\n{Numbered(text)}\n{string.Join('\n', faults)}");
        }

        output.WriteLine(totals.ToString());
        Assert.True(totals is { Gaps: > 3, SmallGaps: > 0, DayGaps: > 0, Overlaps: > 10 } && totals.Left < totals.Subjects / 10, totals.ToString());
    }

    private static List<string> Compare(string text, Totals totals)
    {
        var source = new SourceText("scheme.delegation", text);
        var names = NameTable.Collect([source, Library]);
        SchemeModel model = Binder.Bind([DelegationLang.Parsing.Parser.Parse(source, names)], [DelegationLang.Parsing.Parser.Parse(Library, names)], names);
        RuleResult rules = RuleSet.Run(model, new RuleContext(new DateOnly(2026, 5, 1)));
        List<Statement> faulty = [.. model.Delegations.Concat<Statement>(model.Reservations).Where(statement => statement.HasErrors || rules.InError.Contains(statement))];
        var space = new SearchedSpace(model, DecisionEngine.Create(model, rules.InError));
        (Scheme scheme, _) = ReferenceCompiler.Read(text, faulty.Select(statement => statement.Location.Line));
        var comparison = new SpaceComparison(space, scheme, faulty.Count > 0, MostCoordinates, totals);
        return comparison.Compare();
    }

    private static string Numbered(string text) =>
        string.Join('\n', text.Split('\n').Select((line, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1,4}  {line}")));
}
