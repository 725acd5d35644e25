using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>The map as a page by itself: what it tells leads to the sentence that says so, and the parts of a large one to each other.</summary>
public sealed partial class LoneMapTests
{
    private static string MapOf(MemoryFiles files, int part = 0)
    {
        Compilation compilation = Project.OfFolder(files).Compile(new DateOnly(2026, 5, 1));
        return HtmlEmitter.Map(EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError, AsOf = compilation.AsOf }, part);
    }

    [Fact]
    public void A_line_leads_to_its_sentence_whether_or_not_that_has_a_reference()
    {
        string html = MapOf(MemoryFiles.Empty.With("main.delegation", Scheme.Main).With("parties.delegation", Scheme.Parties));
        string[] lines = Scheme.Main.Split('\n');
        Match[] told = [.. Told().Matches(html).Cast<Match>()];
        Assert.NotEmpty(told);
        foreach (Match match in told)
        {
            Assert.Equal("main.delegation", match.Groups["file"].Value);
            string sentence = lines[int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) - 1];
            Assert.True(sentence.Contains(" delegates ", StringComparison.Ordinal) || sentence.Contains("reserved to", StringComparison.Ordinal), sentence);
        }

        // The sentence to the director has no reference.
        Assert.Contains(told, match => lines[int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) - 1].StartsWith("Place Committee Leeds delegates podiatry", StringComparison.Ordinal));
        Assert.DoesNotContain("data-sentence", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_large_map_lead_to_each_other_and_are_made_one_at_a_time()
    {
        var text = new StringBuilder("scheme Large Scheme\n  version 1.\nTrust is a charity.\nBoard is the board of Trust.\n");
        for (int i = 1; i <= 700; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"post number {i} is an officer of Trust.\n");
            text.Append(CultureInfo.InvariantCulture, $"matter number {i} is a matter of Trust.\n");
            text.Append(CultureInfo.InvariantCulture, $"Trust delegates \"matter number {i}\" to \"post number {i}\" up to £{i}.\n");
        }

        MemoryFiles files = MemoryFiles.Empty.With("main.delegation", text.ToString());
        string overview = MapOf(files);
        string[] parts = [.. Part().Matches(overview).Cast<Match>().Select(match => match.Groups[1].Value).Distinct()];
        Assert.True(parts.Length > 2, string.Join(' ', parts));
        Assert.Equal(parts.Length, parts.Max(part => int.Parse(part, CultureInfo.InvariantCulture)) + (parts.Contains("0") ? 1 : 0));
        string last = MapOf(files, int.Parse(parts.Max(StringComparer.Ordinal) ?? "", CultureInfo.InvariantCulture));
        Assert.NotEqual(Heading(overview), Heading(last));
        Assert.Contains("data-part=\"0\"", last, StringComparison.Ordinal);

        // A part that is no longer there, since much was taken away, is the first.
        Assert.Equal(overview, MapOf(files, 99));
    }

    [Fact]
    public void Names_of_files_stand_in_attributes_as_text()
    {
        string html = MapOf(MemoryFiles.Empty.With("a \"b\" & c.delegation", Scheme.Main.Replace("use \"parties.delegation\".\n", Scheme.Parties, StringComparison.Ordinal)));
        Assert.Contains("data-file=\"a &quot;b&quot; &amp; c.delegation\"", html, StringComparison.Ordinal);
        Assert.All(Told().Matches(html).Cast<Match>(), match => Assert.Equal("a \"b\" & c.delegation", WebUtility.HtmlDecode(match.Groups["file"].Value)));
    }

    private static string Heading(string html) => html[html.IndexOf("<h1", StringComparison.Ordinal)..html.IndexOf("</h1>", StringComparison.Ordinal)];

    [GeneratedRegex("<(?:span|p)[^>]* data-file=\"(?<file>[^\"]*)\" data-line=\"(?<line>\\d+)\"")]
    private static partial Regex Told();

    [GeneratedRegex("<a[^>]* data-part=\"(\\d+)\"")]
    private static partial Regex Part();
}
