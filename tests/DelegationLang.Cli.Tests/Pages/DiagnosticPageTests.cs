using System.Collections.Immutable;
using System.Reflection;
using DelegationLang.Diagnostics;
using DelegationLang.Rules;
using DelegationLang.Testing;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Pages;

/// <summary>Each diagnostic has a page, and what the page shows is so.</summary>
public sealed class DiagnosticPageTests
{
    private static readonly string[] Headings =
        ["What is wrong", "Why it matters", "An example that fails", "The same, mended", "Where this comes from", "Since"];

    public static TheoryData<string> Codes => [.. DiagnosticCatalogue.Codes];

    /// <summary>Every descriptor that the compiler holds, wherever it is.</summary>
    private static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. typeof(Compilation).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(member => member switch
            {
                PropertyInfo { PropertyType: var type } property when type == typeof(DiagnosticDescriptor) => property.GetValue(null),
                FieldInfo { FieldType: var type } field when type == typeof(DiagnosticDescriptor) => field.GetValue(null),
                _ => null,
            })
            .OfType<DiagnosticDescriptor>().Concat(RuleSet.Descriptors).Distinct(),
    ];

    [Fact]
    public void Every_diagnostic_has_a_page_and_every_page_a_diagnostic()
    {
        Assert.Equal(Descriptors.Select(descriptor => descriptor.Code).Distinct().Order(StringComparer.Ordinal), DiagnosticCatalogue.Codes);
        Assert.Equal(DiagnosticCatalogue.Codes, DiagnosticCatalogue.Descriptors.Select(descriptor => descriptor.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_means_one_thing(string code)
    {
        var same = Descriptors.Where(descriptor => descriptor.Code == code).ToList();

        Assert.Single(same.Select(descriptor => (descriptor.DefaultSeverity, descriptor.Basis)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_says_what_a_page_must(string code)
    {
        var page = DiagnosticPage.Of(code);
        DiagnosticDescriptor descriptor = Descriptors.First(descriptor => descriptor.Code == code);
        var basis = descriptor.Basis switch
        {
            RuleBasis.Law => "Rests on law.",
            RuleBasis.Local => "Seen in some bodies’ documents only.",
            RuleBasis.Unverified => "Professional knowledge that nobody has checked against the text.",
            _ => "The scheme must be consistent with itself.",
        };

        Assert.StartsWith($"# {code}: ", page.Title, StringComparison.Ordinal);
        Assert.Equal($"**{descriptor.DefaultSeverity} by default.** {basis}", page.Facts);
        Assert.Equal(Headings, page.Headings.ToArray());
        Assert.Equal(2, page.Examples.Length);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_example_fails_with_exactly_this_code(string code)
    {
        var page = DiagnosticPage.Of(code);
        ImmutableArray<Diagnostic> diagnostics = Compile(page, page.Examples[0]);

        Assert.True(diagnostics is [{ Code: var found }] && found == code, $"{code} wanted once\n{Show(diagnostics)}\n{page.Examples[0]}");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_mended_example_is_clean(string code)
    {
        var page = DiagnosticPage.Of(code);
        ImmutableArray<Diagnostic> diagnostics = Compile(page, page.Examples[1]);

        Assert.True(diagnostics.IsEmpty, $"{code}: nothing wanted\n{Show(diagnostics)}\n{page.Examples[1]}");
    }

    [Fact]
    public void The_list_of_pages_is_up_to_date()
    {
        var path = Repository.PathOf("docs", "rules", "README.md");
        if (GeneratedPages.MayWrite)
        {
            File.WriteAllText(path, GeneratedPages.Index());
        }

        Assert.True(File.ReadAllText(path).ReplaceLineEndings("\n") == GeneratedPages.Index(), $"docs/rules/README.md is out of date: {GeneratedPages.HowToWrite}");
    }

    /// <summary>The compiler carries the files of the documentation themselves.</summary>
    [Fact]
    public void What_explain_prints_is_what_the_documentation_says()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("docs", "rules"), "*.md").Where(file => Path.GetFileName(file) != "README.md").ToList();

        Assert.Equal(DiagnosticCatalogue.Codes, pages.Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
        Assert.All(pages, file => Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), DiagnosticCatalogue.PageOf(Path.GetFileNameWithoutExtension(file))));
    }

    /// <summary>Whoever reads a page in a terminal can follow no link to another file.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_no_link_that_only_a_browser_could_follow(string code) => Assert.DoesNotMatch(@"\]\((?!https://)", DiagnosticPage.Of(code).Text);

    [Fact]
    public void The_page_on_the_law_is_up_to_date()
    {
        var path = Repository.PathOf("docs", "law.md");
        if (GeneratedPages.MayWrite)
        {
            File.WriteAllText(path, LawPage.Text());
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == LawPage.Text(), $"docs/law.md is out of date: {GeneratedPages.HowToWrite}");
    }

    [Fact]
    public void The_list_of_kinds_is_up_to_date()
    {
        var path = Repository.PathOf("docs", "language.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (GeneratedPages.MayWrite)
        {
            File.WriteAllText(path, page = KindsOfEngland.In(page));
        }

        Assert.True(page == KindsOfEngland.In(page), $"the list of kinds in docs/language.md is out of date: {GeneratedPages.HowToWrite}");
    }

    private static ImmutableArray<Diagnostic> Compile(DiagnosticPage page, string example) =>
        Project.OfFile(page.Files(example), "example.delegation").Compile(new DateOnly(2026, 5, 1)).Diagnostics;

    private static string Show(ImmutableArray<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Select(diagnostic => FormattableString.Invariant($"  {diagnostic.Code} line {diagnostic.Location.Line}: {diagnostic.Message}")));
}
