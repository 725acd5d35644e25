using System.Text.Json;
using DelegationLang.Formatting;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Parsing;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>The server lays out as <c>delegation fmt</c> does, in edits that touch no more than they must.</summary>
public sealed class LayoutTests
{
    private const string Crooked = "use england.\nTrust   is an NHS trust.\n\n\n\nBoard is   the board\nof Trust.\n// a comment\nsurgery is a function of Trust.\nTrust delegates   surgery to Board up to £5,000 per contract from 1 April 2026 until 31 March 2028 with reserved matters reporting to Board reference \"4.2\".\n";

    [Fact]
    public async Task The_whole_document_is_laid_out()
    {
        await using TestClient client = await OpenAsync();
        JsonElement edits = await client.RequestAsync("textDocument/formatting", new { textDocument = new { uri = TestClient.Uri("main.delegation") }, options = new { tabSize = 2, insertSpaces = true } });

        Assert.Equal(Formatter.Format(new SourceText("main.delegation", Crooked), NameTable.Empty), Apply(Crooked, edits));
        Assert.True(edits.GetArrayLength() > 1);
    }

    [Fact]
    public async Task A_range_is_laid_out_and_nothing_else()
    {
        await using TestClient client = await OpenAsync();
        JsonElement edits = await client.RequestAsync("textDocument/rangeFormatting", new { textDocument = new { uri = TestClient.Uri("main.delegation") }, range = TestClient.Range(1, 0, 2, 0), options = new { tabSize = 2, insertSpaces = true } });

        string after = Apply(Crooked, edits);
        Assert.Equal(Formatter.Format(new SourceText("main.delegation", Crooked), NameTable.Empty, new LineRange(2, 2)), after);
        Assert.Contains("Trust is an NHS trust.", after, StringComparison.Ordinal);
        Assert.Contains("Board is   the board", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_laid_out_already_needs_no_edit()
    {
        await using TestClient client = await OpenAsync();
        await client.ReplaceAsync("main.delegation", 2, Formatter.Format(new SourceText("main.delegation", Crooked), NameTable.Empty));

        Assert.Empty((await client.RequestAsync("textDocument/formatting", new { textDocument = new { uri = TestClient.Uri("main.delegation") } })).EnumerateArray());
    }

    /// <summary>A text after edits, which do not overlap; positions in UTF-16 units.</summary>
    internal static string Apply(string text, JsonElement edits)
    {
        foreach (JsonElement edit in edits.EnumerateArray().OrderByDescending(edit => Offset(text, edit.GetProperty("range").GetProperty("start"))))
        {
            int start = Offset(text, edit.GetProperty("range").GetProperty("start"));
            int end = Offset(text, edit.GetProperty("range").GetProperty("end"));
            text = text[..start] + edit.GetProperty("newText").GetString() + text[end..];
        }

        return text;
    }

    private static int Offset(string text, JsonElement position)
    {
        int start = 0;
        for (int line = position.GetProperty("line").GetInt32(); line > 0; line--)
        {
            start = text.IndexOf('\n', start) + 1;
        }

        return start + position.GetProperty("character").GetInt32();
    }

    private static async Task<TestClient> OpenAsync()
    {
        TestClient client = await TestClient.StartAsync(new TestHost());
        await client.OpenAsync("main.delegation", Crooked);
        return client;
    }
}
