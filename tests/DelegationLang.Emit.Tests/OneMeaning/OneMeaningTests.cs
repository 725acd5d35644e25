using System.Globalization;
using System.Reflection;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.OneMeaning;

/// <summary>
/// A scheme means one thing. The engine that the tool asks, the C# that is emitted, compiled and loaded, and scheme.json read back give answers that
/// are alike in every field, and the reference evaluator agrees with them; what policy objects remember is what the evaluator says.
/// <c>DELEGATION_SEED</c> chooses the schemes, <c>DELEGATION_SCHEMES</c> how many: a thousand in the long form of the tests.
/// </summary>
public sealed class OneMeaningTests(ITestOutputHelper output)
{
    // So many schemes are compiled at a time: one compilation of many is much quicker than many of one.
    private const int SchemesInAssembly = 50;
    private const int QuestionsOfScheme = 200;

    [Fact]
    public void Every_form_gives_the_same_answers_in_every_field()
    {
        int first = Number("DELEGATION_SEED", Environment.TickCount) & 0x3FFFFFFF;
        int schemes = Number("DELEGATION_SCHEMES", Effort.Of(10, 1_000));
        output.WriteLine($"DELEGATION_SEED={first}");
        var failures = new List<string>();
        Parallel.For(0, (schemes + SchemesInAssembly - 1) / SchemesInAssembly, (batch, state) =>
        {
            int start = batch * SchemesInAssembly;
            SchemeInForms[] forms =
            [
                .. Enumerable.Range(start, Math.Min(SchemesInAssembly, schemes - start)).Select(i => SchemeInForms.Of(
                    RandomScheme.Make(first + i, i % 100, QuestionsOfScheme), FormattableString.Invariant($"Random.Scheme{i}"))),
            ];
            Assembly assembly = EmittedCode.Load([.. forms.Select(form => form.Code)]);
            for (int i = 0; i < forms.Length; i++)
            {
                forms[i].Load(assembly);
                if ((forms[i].FirstDisagreement() ?? forms[i].FirstMisremembered(first + start + i, QuestionsOfScheme)) is string failure)
                {
                    lock (failures)
                    {
                        failures.Add($"DELEGATION_SEED={first + start + i} DELEGATION_SCHEMES=1\n{failure}");
                    }

                    state.Stop();
                }
            }
        });

        Assert.True(failures.Count == 0, failures.OrderBy(failure => failure.Length).FirstOrDefault());
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
