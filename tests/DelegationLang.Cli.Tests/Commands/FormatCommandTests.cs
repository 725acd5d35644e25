using System.Text;
using System.Text.Json.Nodes;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary><c>delegation fmt</c>: which files change, what it says of them, and that nothing is lost.</summary>
public sealed class FormatCommandTests
{
    private const string Untidy = "Trust   is an NHS trust.\nBoard is the\n board of Trust.\n";
    private const string Tidy = "Trust is an NHS trust.\nBoard is the board of Trust.\n";

    public static TheoryData<string> Examples => [.. Directory.EnumerateFiles(Repository.PathOf("examples"), "main.delegation", SearchOption.AllDirectories).Select(file => Repository.RelativePath(Path.GetDirectoryName(file) ?? ""))];

    [Fact]
    public void A_file_is_laid_out_and_named()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", Untidy).With("tidy.delegation", Tidy.Replace("Trust", "Other Trust", StringComparison.Ordinal));
        ToolRun run = Tool.Run(folder, "fmt", ".");
        Assert.Equal((0, "changed main.delegation\n", "1 file of 2 changed.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(Tidy, File.ReadAllText(folder.PathOf("main.delegation")));
        Assert.Equal((0, "", "Nothing to change in 2 files.\n"), Result(Tool.Run(folder, "fmt", ".")));
    }

    [Fact]
    public void Check_changes_nothing_and_exits_with_1()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", Untidy);
        Assert.Equal((1, "would change main.delegation\n", "1 file of 1 would change.\n"), Result(Tool.Run(folder, "fmt", "main.delegation", "--check")));
        Assert.Equal(Untidy, File.ReadAllText(folder.PathOf("main.delegation")));
        Assert.Equal(Tidy, Tool.Run(folder.Path, Untidy, "fmt", "--stdin").Output);
        Assert.Equal(1, Tool.Run(folder.Path, Untidy, "fmt", "--stdin", "--check").ExitCode);
        Assert.Equal((0, "", ""), Result(Tool.Run(folder.Path, Tidy, "fmt", "--stdin", "--check")));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_are_laid_out(string example) =>
        Assert.Equal("", Tool.Run(Repository.Root, "", "fmt", example, "--check").Output);

    [Fact]
    public void A_new_scheme_is_laid_out()
    {
        using var folder = new TemporaryFolder();
        Tool.Run(folder, "new", "scheme");
        Assert.Equal((0, "", "Nothing to change in 1 file.\n"), Result(Tool.Run(folder, "fmt", "scheme", "--check")));
    }

    [Fact]
    public void A_byte_order_mark_line_ends_and_faulty_sentences_stay()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", [.. mark, .. "A  is an NHS trust.\r\nB   delegates   up £40,00.\r\n"u8]);
        Assert.Equal(0, Tool.Run(folder, "fmt", "main.delegation").ExitCode);
        Assert.Equal((byte[])[.. mark, .. "A is an NHS trust.\r\nB   delegates   up £40,00.\r\n"u8], File.ReadAllBytes(folder.PathOf("main.delegation")));
    }

    [Fact]
    public void What_is_no_text_in_utf_8_is_left_alone()
    {
        byte[] bytes = [.. "A  is an NHS trust known as "u8, 0xE9, .. ".\n"u8];
        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", bytes);
        ToolRun run = Tool.Run(folder, "fmt", ".");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("main.delegation is left as it is: it is not a text in UTF-8", run.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(folder.PathOf("main.delegation")));
    }

    /// <summary>A name quoted in one file is written plainly in another: the words <c>for</c> and <c>to</c> in it end nothing.</summary>
    [Fact]
    public void One_file_is_read_with_the_names_of_its_folder()
    {
        const string Use = "Trust is an NHS trust.\nDirector for Place is an   officer of Trust.\n";
        using TemporaryFolder folder = new TemporaryFolder().With("names.delegation", "\"Director for Place\" is an officer of Trust.\n").With("main.delegation", Use);
        Assert.Equal(0, Tool.Run(folder, "fmt", "main.delegation").ExitCode);
        Assert.Equal(Use.Replace("   ", " ", StringComparison.Ordinal), File.ReadAllText(folder.PathOf("main.delegation")));
        Assert.Equal(Use.Replace("   ", " ", StringComparison.Ordinal), Tool.Run(folder.Path, Use, "fmt", "main.delegation", "--stdin").Output);
    }

    [Fact]
    public void A_carriage_return_alone_ends_lines_where_it_did_before()
    {
        var laidOut = Schemes.Faulty.Replace("\n", "\r", StringComparison.Ordinal);
        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", laidOut.Replace("is a matter", "is  a   matter", StringComparison.Ordinal));
        Assert.Equal(0, Tool.Run(folder, "fmt", ".").ExitCode);
        Assert.Equal(laidOut, File.ReadAllText(folder.PathOf("main.delegation")));

        folder.With("main.delegation", laidOut.Replace("£50,000.", "£50,000", StringComparison.Ordinal));
        Tool.Run(folder, "check", ".", "--fix");
        Assert.Equal(laidOut, File.ReadAllText(folder.PathOf("main.delegation")));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Line_ends_of_every_sort_come_out_alike(string example)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(example), "*.delegation"))
        {
            var wide = File.ReadAllText(file).Replace(" is ", "  is   ", StringComparison.Ordinal);
            var usual = Tool.Run(folder.Path, wide, "fmt", "--stdin").Output;
            foreach (var end in (string[])["\r", "\r\n"])
            {
                Assert.Equal(usual.Replace("\n", end, StringComparison.Ordinal), Tool.Run(folder.Path, wide.Replace("\n", end, StringComparison.Ordinal), "fmt", "--stdin").Output);
            }
        }
    }

    [Fact]
    public void A_byte_order_mark_on_standard_input_comes_back_and_what_is_no_text_does_not()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("\uFEFFA is an NHS trust.\n", Run([0xEF, 0xBB, 0xBF, .. "A  is an NHS trust.\n"u8]).Output);
        Assert.Equal("A is an NHS trust.\n", Run([.. "A  is an NHS trust.\n"u8]).Output);
        Assert.Equal(new ToolRun(1, "", "delegation: standard input is left as it is: it is not a text in UTF-8.\n"), Run([.. "A  is an NHS trust known as "u8, 0xE9, .. ".\n"u8]));

        ToolRun Run(byte[] input)
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            using var bytes = new MemoryStream(input);
            Host host = Tool.Host(folder.Path, TextReader.Null, output, error) with { InputBytes = () => bytes };
            return new ToolRun(CommandLine.Run(host, ["fmt", "--stdin"]), output.ToString(), error.ToString());
        }
    }

    [Fact]
    public void Lines_are_those_of_one_file()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("main.delegation", "A   is an NHS trust.\nB   is an NHS trust.\n");
        Assert.Equal(0, Tool.Run(folder, "fmt", "main.delegation", "--lines", "2-2").ExitCode);
        Assert.Equal("A   is an NHS trust.\nB is an NHS trust.\n", File.ReadAllText(folder.PathOf("main.delegation")));
        Assert.Equal(2, Tool.Run(folder, "fmt", ".", "--lines", "2-2").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "fmt", "main.delegation", "--lines", "two").ExitCode);
        Assert.Equal(2, Tool.Run(folder, "fmt").ExitCode);
    }

    /// <summary>The examples, laid out, are compiled to the same JSON, lines and fingerprint aside.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void Meaning_stays(string example)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(example)))
        {
            folder.With("scheme/" + Path.GetFileName(file), File.ReadAllBytes(file));
        }

        // The schemes that it may join lie beside it.
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("examples"), "*.delegation", SearchOption.AllDirectories))
        {
            folder.With(Path.GetRelativePath(Repository.PathOf("examples"), file).Replace('\\', '/'), File.ReadAllBytes(file));
        }

        Assert.Equal(0, Tool.Run(folder, "build", "scheme", "--out", "before", "--emit", "json", "--as-of", "2026-05-01").ExitCode);
        Assert.Equal(0, Tool.Run(folder, "fmt", "scheme").ExitCode);
        Assert.Equal(0, Tool.Run(folder, "build", "scheme", "--out", "after", "--emit", "json", "--as-of", "2026-05-01").ExitCode);
        Assert.Equal(Json("before"), Json("after"));

        string Json(string name)
        {
            var node = JsonNode.Parse(File.ReadAllText(folder.PathOf(name, "scheme.json")));
            return Neutral(node)?.ToJsonString() ?? "";
        }
    }

    private static (int ExitCode, string Output, string Error) Result(ToolRun run) => (run.ExitCode, run.Output, run.Error);

    private static JsonNode? Neutral(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                var kept = new JsonObject();
                foreach ((string? name, JsonNode? value) in members)
                {
                    if (!IsOfLayout(name))
                    {
                        kept.Add(name, Neutral(value));
                    }
                }

                return kept;
            case JsonArray items:
                return new JsonArray([.. items.Select(Neutral)]);
            case JsonValue value when value.TryGetValue(out string? text):
                return JsonValue.Create(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
            default:
                return node?.DeepClone();
        }
    }

    private static bool IsOfLayout(string name) =>
        name.Contains("line", StringComparison.OrdinalIgnoreCase) || name.Contains("column", StringComparison.OrdinalIgnoreCase)
        || name.Contains("fingerprint", StringComparison.OrdinalIgnoreCase) || name is "source" or "sha256";
}
