using System.Collections.Immutable;
using DelegationLang.Testing.Architecture;

namespace DelegationLang.Tests.Architecture;

/// <summary>The checks of the architecture find what they are for: each is shown sources that break its rule, and sources that do not.</summary>
public sealed class ArchitectureCheckTests
{
    private const string Rule = "namespace DelegationLang.Rules { public static class Rule { public static int Count => 1; public static Rank Best => default; } public struct Rank { public int Value; } }";
    private const string Span = "namespace DelegationLang.Text { public readonly record struct Span(int Start); public static class Sources { } }";

    [Theory]
    [InlineData("using DelegationLang.Rules; namespace DelegationLang.Text;", "'Rules' belongs to Rules, which comes after Text.")]
    [InlineData("namespace DelegationLang.Text; class A { int B() => Rules.Rule.Count; }", "'Rule' belongs to Rules, which comes after Text.")]
    [InlineData("namespace DelegationLang.Text; class A { global::DelegationLang.Rules.Rule B; }", "'Rule' belongs to Rules, which comes after Text.")]
    [InlineData("using R = DelegationLang.Rules.Rule; namespace DelegationLang.Text;", "'Rule' belongs to Rules, which comes after Text.")]
    [InlineData("using static DelegationLang.Rules.Rule; namespace DelegationLang.Text; class A { int B() => Count; }", "'Count' belongs to Rules, which comes after Text.")]
    [InlineData("namespace DelegationLang.Text; class A { Antlr4.Runtime.IToken B; }", "'IToken' is a part of ANTLR, which only Parsing may use.")]
    [InlineData("namespace DelegationLang.Rules;", "the namespace DelegationLang.Rules does not name the folder of the file.")]
    [InlineData("namespace DelegationLang;", "the namespace DelegationLang does not name the folder of the file.")]
    public void An_early_folder_that_uses_a_later_one_is_found(string source, string complaint)
    {
        var violations = Layers(("Text/A.cs", source), ("Rules/Rule.cs", Rule), ("Text/Span.cs", Span)).ToList();

        Assert.Contains(violations, violation => violation.Message == complaint && violation.Path == "DelegationLang/Text/A.cs" && violation.Line == 1);
        Assert.DoesNotContain(violations, violation => violation.Path != "DelegationLang/Text/A.cs");
    }

    [Fact]
    public void A_use_without_any_name_of_the_later_folder_is_found()
    {
        // Rules hands a Rank to Semantics through a method that Semantics may call: the member it reads is still a part of Rules.
        IEnumerable<Violation> violations = Layers(
            ("Rules/Rule.cs", Rule),
            ("Text/Span.cs", Span),
            ("Semantics/A.cs", "namespace DelegationLang.Semantics; class A { int B() { var r = C(); return r.Value; } static dynamic D() => 1; static Rules.Rank C() => default; }"));

        Assert.Contains(violations, violation => violation.Message == "'Value' belongs to Rules, which comes after Semantics.");
    }

    [Theory]
    [InlineData("Rules/B.cs", "using DelegationLang.Text; namespace DelegationLang.Rules; class B { Span C; Rule[] D; }")]
    [InlineData("Rules/Deep/B.cs", "using DelegationLang.Text; namespace DelegationLang.Rules.Deep; class B { Span C; }")]
    [InlineData("Rules/Deep/B.cs", "using DelegationLang.Text; namespace DelegationLang.Rules; class B { Span C; }")]
    [InlineData("Parsing/B.cs", "using Antlr4.Runtime; using DelegationLang.Text; namespace DelegationLang.Parsing; class B { IToken C; Span D; }")]
    [InlineData("Text/B.cs", "namespace DelegationLang.Text; class B { Span C; System.Text.StringBuilder D; /* DelegationLang.Rules */ string E = \"DelegationLang.Rules\"; }")]
    public void A_folder_that_uses_itself_and_earlier_ones_is_not(string path, string source) =>
        Violation.AssertNone(Layers((path, source), ("Rules/Rule.cs", Rule), ("Text/Span.cs", Span)));

    [Theory]
    [InlineData("A.cs")]
    [InlineData("Helpers/A.cs")]
    public void A_file_outside_the_order_is_found(string path) =>
        Assert.Contains("has no place in the order", Assert.Single(Layers((path, "namespace DelegationLang;"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\n#pragma warning disable RS0030\n")]
    [InlineData("\n#pragma warning disable CS0168, CA1305\n")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"\", \"RS0030:Banned\")] void Local() { }")]
    public void A_silenced_ban_is_found(string statement) => Assert.NotEmpty(SilencerCheck.Run(Method(statement)));

    [Theory]
    [InlineData("var s = \"#pragma warning disable RS0030\"; // RS0030")]
    [InlineData("\n#pragma warning disable CS0168\n")]
    public void Another_warning_may_be_silenced(string statement) => Violation.AssertNone(SilencerCheck.Run(Method(statement)));

    [Theory]
    [InlineData("var sorted = names.OrderBy(name => name);")]
    [InlineData("var sorted = numbers.OrderBy(n => n).ThenBy(n => n.ToString(CultureInfo.InvariantCulture));")]
    [InlineData("var sorted = from name in names orderby name select name;")]
    [InlineData("names.Order();")]
    [InlineData("Array.Sort(names.ToArray());")]
    [InlineData("var first = names.Min();")]
    [InlineData("var set = System.Collections.Immutable.ImmutableSortedSet.ToImmutableSortedSet(names);")]
    [InlineData("var set = System.Collections.Immutable.ImmutableSortedSet.Create(\"a\", \"b\");")]
    [InlineData("names.Sort();")]
    [InlineData("var set = new SortedSet<string>();")]
    [InlineData("SortedDictionary<string, int> map = new();")]
    [InlineData("var text = $\"{amount}\";")]
    [InlineData("var text = $\"{amount:0.00}\";")]
    [InlineData("DateOnly? day = null; var text = $\"from {day}\";")]
    [InlineData("var text = \"£\" + amount;")]
    [InlineData("new System.Text.StringBuilder().Append($\"{amount}\");")]
    [InlineData("var text = \"\"; text += amount;")]
    public void A_dependence_on_the_culture_is_found(string statement) => Assert.NotEmpty(Culture(statement));

    [Theory]
    [InlineData("var sorted = names.OrderBy(name => name, StringComparer.Ordinal);")]
    [InlineData("var sorted = numbers.OrderBy(n => n);")]
    [InlineData("names.Sort(StringComparer.Ordinal); names.Sort(string.CompareOrdinal);")]
    [InlineData("var set = new SortedSet<string>(StringComparer.Ordinal); var numbersOf = new SortedSet<int>();")]
    [InlineData("var text = $\"{names.Count} of {names[0]}\";")]
    [InlineData("var text = FormattableString.Invariant($\"{amount}\");")]
    [InlineData("new System.Text.StringBuilder().Append(CultureInfo.InvariantCulture, $\"{amount}\");")]
    [InlineData("var first = numbers.Min(); var longest = names.Max(name => name.Length);")]
    [InlineData("var text = string.Create(CultureInfo.InvariantCulture, $\"{amount}\");")]
    [InlineData("var text = \"£\" + amount.ToString(CultureInfo.InvariantCulture); var sum = amount + amount;")]
    public void What_is_said_exactly_is_not(string statement) => Violation.AssertNone(Culture(statement));

    [Fact]
    public void A_long_file_is_found_unless_excused()
    {
        var project = SourceProject.FromTexts("DelegationLang",
            ("Text/Full.cs", Lines(300)), ("Text/Over.cs", Lines(301)), ("Text/Excused.cs", Lines(302)), ("Parsing/Generated/P.cs", Lines(9000)));
        var excused = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
            [KeyValuePair.Create("DelegationLang/Text/Excused.cs", ""), KeyValuePair.Create("DelegationLang/Text/Full.cs", ""),
             KeyValuePair.Create("DelegationLang/Text/Gone.cs", ""), KeyValuePair.Create("DelegationLang.Policy/Other.cs", "")]);

        IEnumerable<string> found = StyleCheck.TooLong(project, excused).Select(violation => violation.Path.Split('/')[^1]);

        Assert.Equal(["Full.cs", "Gone.cs", "Over.cs"], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_silenced_null_is_found()
    {
        var project = SourceProject.FromTexts("DelegationLang", ("Text/A.cs", "class A { object B(object? c) => c!; bool D(bool e) => !e; }"));

        Assert.Single(StyleCheck.SilencedNull(project));
    }

    [Fact]
    public void A_source_that_does_not_compile_is_found() =>
        Assert.NotEmpty(SourceProject.FromTexts("DelegationLang", ("Text/A.cs", "class A : Missing { }")).CompilationErrors());

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("//\n", count));

    private static IEnumerable<Violation> Layers(params (string Path, string Text)[] files) =>
        LayerCheck.Run(SourceProject.FromTexts("DelegationLang", files));

    private static IEnumerable<Violation> Culture(string statement) => CultureCheck.Run(Method(statement));

    private static SourceProject Method(string statement)
    {
        var project = SourceProject.FromTexts("DelegationLang", ("Text/A.cs", $$"""
            using System.Globalization;
            namespace DelegationLang.Text;
            class A
            {
                void M(List<string> names, int[] numbers, decimal amount)
                {
                    {{statement}}
                }
            }
            """));
        Violation.AssertNone(project.CompilationErrors());
        return project;
    }
}
