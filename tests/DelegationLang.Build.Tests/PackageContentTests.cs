namespace DelegationLang.Build.Tests;

/// <summary>What is in the packages.</summary>
[Collection(nameof(Packages))]
public sealed class PackageContentTests(Packages packages)
{
    public static TheoryData<string> Ids => ["DelegationLang.Policy", "DelegationLang.Build", "DelegationLang.Cli", "DelegationLang", "DelegationLang.Emit", "DelegationLang.Office", "DelegationLang.AspNetCore", "DelegationLang.Service"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_has_an_icon_a_readme_and_a_licence(string id)
    {
        SortedDictionary<string, string> content = packages.Content(id);
        Assert.Contains("icon.png", content.Keys);
        Assert.Contains("README.md", content.Keys);
        Assert.Contains("<license type=\"expression\">MIT</license>", content[id + ".nuspec"], StringComparison.Ordinal);
        Assert.Contains("<icon>icon.png</icon>", content[id + ".nuspec"], StringComparison.Ordinal);
        Assert.Contains("<readme>README.md</readme>", content[id + ".nuspec"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DelegationLang.Policy")]
    [InlineData("DelegationLang")]
    [InlineData("DelegationLang.Emit")]
    [InlineData("DelegationLang.Cli")]
    [InlineData("DelegationLang.AspNetCore")]
    public void Libraries_and_the_tool_have_symbols(string id) => Assert.Contains(packages.Content(id, "snupkg").Keys, file => file.EndsWith(".pdb", StringComparison.Ordinal));

    [Fact]
    public void Policy_depends_on_nothing_and_is_for_both_frameworks()
    {
        SortedDictionary<string, string> content = packages.Content("DelegationLang.Policy");
        Assert.DoesNotContain("<dependency ", content["DelegationLang.Policy.nuspec"], StringComparison.Ordinal);
        Assert.Contains("lib/net8.0/DelegationLang.Policy.dll", content.Keys);
        Assert.Contains("lib/net10.0/DelegationLang.Policy.dll", content.Keys);
        Assert.Contains("lib/net8.0/DelegationLang.Policy.xml", content.Keys);
    }

    [Fact]
    public void Policy_brings_its_analyzers()
    {
        SortedDictionary<string, string> content = packages.Content("DelegationLang.Policy");
        Assert.Contains("analyzers/dotnet/cs/DelegationLang.Analyzers.dll", content.Keys);
        Assert.Contains("analyzers/dotnet/cs/DelegationLang.Analyzers.CodeFixes.dll", content.Keys);
    }

    [Theory]
    [InlineData("DelegationLang.Cli")]
    [InlineData("DelegationLang.Build")]
    [InlineData("DelegationLang.Emit")]
    public void What_holds_works_of_others_says_so(string id)
    {
        string notices = packages.Content(id)["THIRD-PARTY-NOTICES.txt"];
        Assert.All((string[])["ANTLR", "Scriban", "Open XML", "Html Agility Pack", "Sep", "NHS England"], work => Assert.Contains(work, notices, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_brings_policy_and_the_tool()
    {
        SortedDictionary<string, string> content = packages.Content("DelegationLang.Build");
        Assert.Matches("<dependency id=\"DelegationLang.Policy\" version=\"[0-9.]+\"", content["DelegationLang.Build.nuspec"]);
        Assert.Contains("build/DelegationLang.Build.targets", content.Keys);
        Assert.Contains("tools/net10.0/delegation.dll", content.Keys);
        Assert.Contains("tools/net10.0/delegation.runtimeconfig.json", content.Keys);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void None_names_a_folder_of_the_machine_that_built_it(string id) =>
        Assert.All(packages.Content(id), file => Assert.DoesNotContain(Testing.Repository.Root, file.Value, StringComparison.Ordinal));
}
