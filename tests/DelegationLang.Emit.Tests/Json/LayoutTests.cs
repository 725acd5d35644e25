using System.Text;
using System.Text.Json.Nodes;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Formatting;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference;
using DelegationLang.Tests.Reference.Generation;
using DelegationLang.Text;
using Xunit.Abstractions;

namespace DelegationLang.Emit.Tests.Json;

/// <summary>Laying a scheme out anew changes nothing that it means: the same data come out, apart from places in the text.</summary>
public sealed class LayoutTests(ITestOutputHelper output)
{
    [Fact]
    public void Random_schemes_give_the_same_data_however_they_are_laid_out() =>
        RandomRun.Check(output, Effort.Of(50, 2_000), (seed, size) => RandomScheme.Make(seed, size, 1), scheme =>
        {
            // A published sentence is known by all its characters: another bullet, or a space before its full stop, make another identifier.
            string before = Data([("scheme.delegation", WithPlainMarks(scheme.Text))]);
            string laidOut = Format([("scheme.delegation", scheme.Text)])[0].Text;
            string after = Data([("scheme.delegation", laidOut)]);
            return before == after ? null : $"{scheme.Text}\n--- laid out\n{laidOut}\n{FirstDifference(before, after)}";
        }, shrinks: false);

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Samples_give_the_same_data(string name)
    {
        (string Name, string Text)[] files = [.. Samples.Get(name).Input.Model.Trees.Where(Samples.IsOfProject).Select(tree => (tree.Source.FileName, tree.Source.Content))];
        string before = Data(files), after = Data(Format(files));

        Assert.True(before == after, FirstDifference(before, after));
    }

    private static string WithPlainMarks(string text)
    {
        var source = new SourceText("scheme.delegation", text);
        var plain = new StringBuilder();
        foreach (SyntaxToken token in Parser.Parse(source, NameTable.Collect([source])).Tokens)
        {
            string before = text[token.FullStart..token.Span.Start];
            bool isGlued = token.Kind is TokenKind.FullStop or TokenKind.Comma or TokenKind.Colon && source.ToString(token.Span).Length == 1 && string.IsNullOrWhiteSpace(before);
            plain.Append(isGlued ? "" : before).Append(token.Kind is TokenKind.LineBullet or TokenKind.ItemBullet ? "-" : source.ToString(token.Span));
        }

        return plain.ToString();
    }

    private static (string Name, string Text)[] Format((string Name, string Text)[] files)
    {
        SourceText[] sources = [.. files.Select(file => new SourceText(file.Name, file.Text))];
        var names = NameTable.Collect(sources);
        return [.. sources.Select(source => (source.FileName, Formatter.Format(source, names)))];
    }

    private static string Data((string Name, string Text)[] files)
    {
        byte[] content = new JsonEmitter().Emit(Samples.Compile("layout", files, []).Input).Single().Content.ToArray();
        JsonNode data = JsonNode.Parse(content) ?? throw new InvalidOperationException("There is no JSON.");
        LeaveOutPlaces(data);
        return data.ToJsonString();
    }

    // Where something stands, and what the bytes of files come to. The words of sentences stay, with a space between them.
    private static void LeaveOutPlaces(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (string place in (string[])["line", "column", "endLine", "fingerprint", "contentHash"])
                {
                    map.Remove(place);
                }

                if (map.ContainsKey("name"))
                {
                    map.Remove("sha256");
                }

                foreach ((string key, JsonNode? value) in map.ToList())
                {
                    if (key == "text" && value is JsonValue text)
                    {
                        map[key] = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                    }

                    LeaveOutPlaces(map[key]);
                }

                break;
            case JsonArray list:
                foreach (JsonNode? item in list)
                {
                    LeaveOutPlaces(item);
                }

                break;
        }
    }

    private static string FirstDifference(string before, string after)
    {
        int at = 0;
        while (at < before.Length && at < after.Length && before[at] == after[at])
        {
            at++;
        }

        string Near(string text) => text.Substring(Math.Max(0, Math.Min(at, text.Length) - 200), Math.Min(400, text.Length - Math.Max(0, Math.Min(at, text.Length) - 200)));
        return $"--- before\n{Near(before)}\n--- after\n{Near(after)}";
    }
}
