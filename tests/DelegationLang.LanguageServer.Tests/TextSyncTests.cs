using System.Globalization;
using System.Text;
using System.Text.Json;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Testing;
using Range = DelegationLang.LanguageServer.Protocol.Types.Range;

namespace DelegationLang.LanguageServer.Tests;

/// <summary>The server's text is the client's, whatever is done to it and however places in it are counted.</summary>
public sealed class TextSyncTests
{
    private static readonly string[] Pieces = ["a", "£", "é", "😀", "\n", "\r\n", "\r", ".", "\"", "//", " delegates ", "\uFEFF", "\u2028", "e\u0301", "up to £5,000", ""];

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    [InlineData("utf-32")]
    public void Random_edits_at_random_places_leave_the_text_that_the_client_has(string encodingName)
    {
        PositionEncoding encoding = PositionEncodings.Choose([encodingName]);
        var random = new Random(Seed());
        for (int round = 0; round < 20; round++)
        {
            var mirror = new Mirror(encodingName, "Leeds is a place.\nHull is 😀 a place.\r\n");
            var document = new OpenDocument("file:///a.delegation", 0, mirror.Text);
            for (int version = 1; version <= 100; version++)
            {
                string text = string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Pieces[random.Next(Pieces.Length)]));
                document = document.With(version, [new ContentChange(text, mirror.Replace(random, text))], encoding);
                Assert.Equal(mirror.Text, document.Text);
            }
        }
    }

    [Fact]
    public void Places_beyond_a_line_or_the_text_are_brought_back_into_it()
    {
        var document = new OpenDocument("file:///a.delegation", 0, "ab\r\ncd");

        Assert.Equal("abX\r\ncd", With(0, 99));
        Assert.Equal("ab\r\ncdX", With(99, 0));
        Assert.Equal("Xab\r\ncd", With(-1, -5));

        string With(int line, int character) =>
            document.With(1, [new ContentChange("X", new Range(new Position(line, character), new Position(line, character)))], PositionEncoding.Utf16).Text;
    }

    [Fact]
    public void Several_changes_at_once_are_made_one_after_the_other()
    {
        var document = new OpenDocument("file:///a.delegation", 0, "abc");
        var start = new Position(0, 0);

        Assert.Equal("2", document.With(1, [new ContentChange("1", new Range(start, new Position(0, 3))), new ContentChange("2", new Range(start, new Position(0, 1)))], PositionEncoding.Utf16).Text);
        Assert.Equal("whole", document.With(1, [new ContentChange("1", new Range(start, start)), new ContentChange("whole")], PositionEncoding.Utf16).Text);
    }

    [Theory]
    [InlineData("utf-8", new[] { "utf-8", "utf-16" })]
    [InlineData("utf-32", new[] { "utf-32" })]
    [InlineData("utf-16", new[] { "utf-7", "utf-16", "utf-8" })]
    public async Task The_encoding_that_the_client_prefers_is_used(string expected, string[] offered)
    {
        const string Text = "“😀 ward” is a place. Leeds is a place within \"😀 ward\".\n";
        await using TestClient client = await TestClient.StartAsync(new TestHost(), TestClient.FullCapabilities(offered));
        await client.OpenAsync("main.delegation", Text);

        Assert.Equal(expected, client.Capabilities.GetProperty("capabilities").GetProperty("positionEncoding").GetString());
        int before = Units(expected, Text[..Text.IndexOf("\"😀", StringComparison.Ordinal)]);
        JsonElement name = Assert.Single((await client.RequestAsync("textDocument/definition", new
        {
            textDocument = new { uri = TestClient.Uri("main.delegation") },
            position = new { line = 0, character = before + 1 },
        })).EnumerateArray()).GetProperty("range");
        Assert.Equal(0, name.GetProperty("start").GetProperty("character").GetInt32());
        Assert.Equal(Units(expected, "“😀 ward”"), name.GetProperty("end").GetProperty("character").GetInt32());
    }

    [Fact]
    public async Task A_document_typed_one_character_at_a_time_ends_as_it_should()
    {
        await using TestClient client = await TestClient.StartAsync(new TestHost().With("parties.delegation", Scheme.Parties));
        await client.OpenAsync("main.delegation", "");
        int version = 1, line = 0, character = 0;
        var requests = new List<Task<JsonElement>>();
        foreach (char c in Scheme.Main)
        {
            await client.EditAsync("main.delegation", ++version, line, character, line, character, c.ToString());
            (line, character) = c == '\n' ? (line + 1, 0) : (line, character + 1);
            if (version % 16 == 0)
            {
                foreach (string method in (string[])["textDocument/completion", "textDocument/hover", "textDocument/definition"])
                {
                    requests.Add(client.RequestAsync(method, new { textDocument = new { uri = TestClient.Uri("main.delegation") }, position = new { line, character } }));
                }
            }
        }

        await Task.WhenAll(requests);
        Assert.DoesNotContain((await client.DiagnosticsAsync("main.delegation", version)).EnumerateArray(), one => one.GetProperty("severity").GetInt32() < 3);
        Assert.Empty(client.Received("window/logMessage"));
    }

    [Fact]
    public async Task Random_texts_and_requests_at_random_places_break_nothing()
    {
        await using TestClient client = await Scheme.OpenAsync(TestClient.FullCapabilities());
        var random = new Random(Seed());
        var mirror = new Mirror("utf-16", Scheme.Main);
        string[] about = ["textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/formatting", "textDocument/semanticTokens/full", "textDocument/codeLens", "textDocument/documentLink"];
        string[] over = ["textDocument/codeAction", "textDocument/inlayHint", "textDocument/rangeFormatting", "textDocument/semanticTokens/range"];
        string[] at = ["textDocument/completion", "textDocument/hover", "textDocument/definition", "textDocument/references", "textDocument/documentHighlight", "textDocument/signatureHelp", "textDocument/prepareCallHierarchy"];
        for (int version = 2; version < 300; version++)
        {
            string text = random.Next(4) == 0 ? Pieces[random.Next(Pieces.Length)] : Scheme.Main.Substring(random.Next(Scheme.Main.Length - 20), random.Next(20));
            Range range = mirror.Replace(random, text);
            await client.EditAsync("main.delegation", version, range.Start.Line, range.Start.Character, range.End.Line, range.End.Character, text);
            object document = new { uri = TestClient.Uri("main.delegation") };
            object position = new { line = random.Next(60), character = random.Next(40) };
            await client.RequestAsync(about[random.Next(about.Length)], new { textDocument = document });
            await client.RequestAsync(at[random.Next(at.Length)], new { textDocument = document, position });
            await client.RequestAsync(over[random.Next(over.Length)], new { textDocument = document, range = new { start = position, end = new { line = random.Next(60), character = random.Next(40) } } });
        }

        Assert.Empty(client.Received("window/logMessage"));
        await client.ReplaceAsync("main.delegation", 1000, Scheme.Main);
        Assert.DoesNotContain((await client.DiagnosticsAsync("main.delegation", 1000)).EnumerateArray(), one => one.GetProperty("severity").GetInt32() < 3);
    }

    [Fact]
    public async Task A_request_that_is_cancelled_is_answered_all_the_same()
    {
        await using TestClient client = await Scheme.OpenAsync();
        var answers = new List<Task<JsonElement>>();
        for (int i = 0; i < 50; i++)
        {
            await client.ReplaceAsync("main.delegation", 2 + i, Scheme.Main + new string('\n', i));
            (string id, Task<JsonElement> result) = await client.SendAsync("textDocument/hover", new { textDocument = new { uri = TestClient.Uri("main.delegation") }, position = TestClient.PositionOf(Scheme.Main, "podiatry is", 2) });
            await client.NotifyAsync("$/cancelRequest", new { id = int.Parse(id, CultureInfo.InvariantCulture) });
            answers.Add(result);
        }

        foreach (Task<JsonElement> answer in answers)
        {
            try
            {
                Assert.Equal(JsonValueKind.Object, (await answer).ValueKind);
            }
            catch (ErrorAnswer error)
            {
                Assert.Equal(-32800, error.Code);
            }
        }
    }

    private static int Units(string encoding, string text) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetByteCount(text),
        "utf-32" => text.EnumerateRunes().Count(),
        _ => text.Length,
    };

    private static int Seed() =>
        Environment.GetEnvironmentVariable("DELEGATION_FUZZ_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();

    /// <summary>A text as a client keeps it: as lines with what ends each, changed by lines and characters.</summary>
    private sealed class Mirror(string encoding, string text)
    {
        public string Text { get; private set; } = text;

        /// <summary>Replaces a random range, never between the halves of a character; the range in the client's units.</summary>
        public Range Replace(Random random, string by)
        {
            int a = Whole(random.Next(Text.Length + 1)), b = Whole(Math.Min(Text.Length, a + random.Next(12)));
            var range = new Range(Place(a), Place(b));
            Text = Text[..a] + by + Text[b..];
            return range;
        }

        // A place between a carriage return and its line feed is no place of the protocol.
        private int Whole(int at) =>
            at > 0 && at < Text.Length && (char.IsLowSurrogate(Text[at]) || (Text[at] == '\n' && Text[at - 1] == '\r')) ? at - 1 : at;

        private Position Place(int at)
        {
            int line = 0, start = 0;
            for (int i = 0; i < at; i++)
            {
                if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 >= Text.Length || Text[i + 1] != '\n')))
                {
                    line++;
                    start = i + 1;
                }
            }

            return new Position(line, Units(encoding, Text[start..at]));
        }
    }
}
