using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>What answers rest on is found damaged, whatever happened to it, and whole as long as nothing did that could matter.</summary>
public sealed class ContentHashTests
{
    private static readonly string Written = Text(SignedScheme.Sample);

    public static TheoryData<string> Names => Samples.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_the_same_in_the_file_when_loaded_and_in_the_code_of_the_same_build(string name)
    {
        Sample sample = Samples.Get(name);
        string text = Text(sample);
        string hash = LoadedScheme.Load(Encoding.UTF8.GetBytes(text)).ContentHash;
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal((string?)JsonNode.Parse(text)?["contentHash"], hash);
        Assert.Equal(hash, LoadedScheme.ContentHashOf(Encoding.UTF8.GetBytes(text)));
        Assert.Contains($"public const string ContentHash = \"{hash}\";", new CSharpEmitter().Emit(sample.Input).Single().ToText(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_program_in_another_language_has_it_in_a_line()
    {
        const string program = """
            const { createHash } = require('node:crypto');
            const scheme = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
            process.stdout.write(createHash('sha256').update(JSON.stringify(scheme.names) + JSON.stringify(scheme.space)).digest('hex'));
            """;
        string node = NodeTool.Find();
        string[] texts = [Written, Text(Samples.Get("west-yorkshire-icb")), Odd()];
        foreach (string text in texts)
        {
            var start = new ProcessStartInfo(node, ["-e", program]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(text));
            process.StandardInput.Close();
            Assert.Equal(LoadedScheme.ContentHashOf(Encoding.UTF8.GetBytes(text)), process.StandardOutput.ReadToEnd());
            process.WaitForExit();
        }
    }

    [Fact]
    public void What_changes_nothing_does_no_harm()
    {
        JsonNode parsed = JsonNode.Parse(Written) ?? throw new InvalidOperationException("There is no JSON.");
        string[] same =
        [
            Written,
            Written.Replace("\n", "\r\n", StringComparison.Ordinal),
            parsed.ToJsonString(),
            parsed.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 7 }),
            parsed.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
            Written.Replace("Chief", "\\u0043hief", StringComparison.Ordinal),
            Written.Replace("\"contentHash\"", "\"addedLater\": { \"contentHash\": 1 }, \"contentHash\"", StringComparison.Ordinal),
        ];
        Assert.All(same, text => Assert.Equal(LoadedScheme.Load(Encoding.UTF8.GetBytes(Written)).ContentHash, LoadedScheme.Load(Encoding.UTF8.GetBytes(text)).ContentHash));
    }

    [Theory]
    [InlineData("\"value\":\"100000\"", "\"value\":\"900000\"")]
    [InlineData("\"basis\":\"contract\"", "\"basis\":\"decision\"")]
    [InlineData("\"steps\":[\"after consulting Finance Director\"],", "")]
    [InlineData("\"steps\":", "\"step\":")]
    [InlineData("\"negated\":true", "\"negated\":false")]
    [InlineData("\"name\":\"Chief Executive\"", "\"name\":\"Chief executive\"")]
    [InlineData("\"kind\":\"Matter\"", "\"kind\":\"Function\"")]
    public void A_change_in_what_answers_rest_on_is_refused_in_words(string old, string changed)
    {
        string text = Written.Replace(old, changed, StringComparison.Ordinal);
        Assert.NotEqual(Written, text);
        Assert.Contains("damaged", Refused(text), StringComparison.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Contains("damaged", Assert.Throws<SchemeJsonException>(() => LoadedScheme.Load(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_letter_of_it_can_be_changed_unnoticed()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Written);
        string meaning = Dump.Of(LoadedScheme.Load(whole).Space.Definition);
        int from = Written.IndexOf("\"names\"", StringComparison.Ordinal);
        int to = Written.IndexOf("\"files\"", StringComparison.Ordinal);
        var dice = new Random(1);
        for (int i = 0; i < 3_000; i++)
        {
            byte[] changed = [.. whole];
            changed[dice.Next(from, to)] ^= (byte)(1 << dice.Next(7));
            try
            {
                // White space that became other white space, or a letter that became itself.
                Assert.Equal(meaning, Dump.Of(LoadedScheme.Load(changed).Space.Definition));
            }
            catch (SchemeJsonException)
            {
                // Noticed.
            }
        }
    }

    [Fact]
    public void Files_of_earlier_versions_have_none_and_are_read()
    {
        JsonObject older = Assert.IsType<JsonObject>(JsonNode.Parse(Written));
        Assert.True(older.Remove("contentHash"));
        Assert.Equal("", LoadedScheme.Load(Encoding.UTF8.GetBytes(older.ToJsonString())).ContentHash);
    }

    [Fact]
    public void One_that_is_no_hash_or_stands_where_it_cannot_be_is_refused()
    {
        string hash = LoadedScheme.ContentHashOf(Encoding.UTF8.GetBytes(Written));
        Assert.Contains("damaged", Refused(Written.Replace(hash, "", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("damaged", Refused(Written.Replace(hash, new string('0', 64), StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("contentHash is not a text", Refused(Written.Replace($"\"{hash}\"", "null", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("stands twice", Refused(Written.Replace("\"contentHash\"", $"\"contentHash\": \"{hash}\", \"contentHash\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        JsonObject late = Assert.IsType<JsonObject>(JsonNode.Parse(Written));
        Assert.True(late.Remove("contentHash"));
        late.Add("contentHash", hash);
        Assert.Contains("stands behind what it is about", Refused(late.ToJsonString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names", "[]")]
    [InlineData("space", "{}")]
    public void What_stands_twice_is_refused(string member, string value)
    {
        string text = Written.Replace($"\"files\"", $"\"{member}\": {value}, \"files\"", StringComparison.Ordinal);
        Assert.Contains("stands twice", Refused(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"rules":[{"at":null}]}""")]
    [InlineData("""{"rules":[{"kind":""}]}""")]
    [InlineData("""{"rules":[{"void":null}]}""")]
    [InlineData("""{"rules":[{"limit":null}]}""")]
    [InlineData("""{"rules":[{"days":{"until":null}}]}""")]
    [InlineData("""{"rules":[{"except":null}]}""")]
    [InlineData("""{"rules":[{"steps":null}]}""")]
    [InlineData("""{"rules":[{"holders":[[]]}]}""")]
    [InlineData("""{"parties":[{"name":"A","life":null}]}""")]
    [InlineData("""{"subjects":[{"name":"A","within":null}]}""")]
    public void Nothing_of_an_older_file_is_opened_by_being_emptied(string space) =>
        Assert.NotEmpty(Refused($$"""{"format":"delegation-scheme","formatVersion":1,"scheme":{},"names":[],"space":{{space}}}"""));

    // Every kind of letter that JSON may write in more than one way.
    private static string Odd() => new JsonObject
    {
        ["names"] = new JsonArray("\"\\/\b\f\n\r\t\u0001\u001f\u007f", "<&'>+`", "é\u2028\u2029\ufeff\ud83d\ude00", 7, true, null, new JsonArray(), new JsonObject()),
        ["space"] = new JsonObject { ["b"] = new JsonArray(1, new JsonObject { ["c"] = "", ["d\""] = 2 }), ["a"] = 1 },
    }.ToJsonString();

    private static string Refused(string text) => Assert.Throws<SchemeJsonException>(() => LoadedScheme.Load(Encoding.UTF8.GetBytes(text))).Message;

    private static string Text(Sample sample) => new JsonEmitter().Emit(sample.Input).Single().ToText();
}
