using System.Text.Json;
using DelegationLang.Browser.Tests.Support;
using DelegationLang.LanguageServer.Tests.Support;
using DelegationLang.Testing;

namespace DelegationLang.LanguageServer.Tests.Features;

/// <summary>
/// The schemes that a test types into Visual Studio Code, asked of the server alone: what that editor would show first at each place, as it filters and sorts
/// a list. So a first offer that is wrong is found without the editor.
/// </summary>
public sealed class TypedSchemeTests
{
    public static TheoryData<string> Schemes => [.. Directory.GetFiles(Repository.PathOf("tests", "samples", "typing"), "*.txt").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task The_first_offer_is_right_at_each_place(string file)
    {
        var scheme = TypedScheme.Read(Repository.PathOf("tests", "samples", "typing", file));
        await using TestClient client = await TestClient.StartAsync(new TestHost());
        await client.OpenAsync("main.delegation", "");
        string text = "";
        int version = 1;
        var wrong = new List<string>();
        foreach (TypedPart part in scheme.Parts)
        {
            text += part.Text;
            if (part.Offer is { } offer)
            {
                await client.ReplaceAsync("main.delegation", ++version, text);
                string first = await FirstAsync(client, text);
                if (first != offer)
                {
                    wrong.Add($"after “{text[Math.Max(0, text.Length - 40)..]}”: “{offer}” should come first, and it is “{first}”");
                }
            }

            text += part.Rest;
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(scheme.Text, text);
    }

    // A letter makes the editor ask, and so do the characters that the server names; nothing else does.
    private static async Task<string> FirstAsync(TestClient client, string text)
    {
        char last = text[^1];
        if (!char.IsLetterOrDigit(last) && last is not (' ' or '"' or '£'))
        {
            return "";
        }

        int line = text.Count(c => c == '\n'), start = text.LastIndexOf('\n') + 1;
        JsonElement list = await client.RequestAsync("textDocument/completion", new
        {
            textDocument = new { uri = TestClient.Uri("main.delegation") },
            position = new { line, character = text.Length - start },
            context = char.IsLetterOrDigit(last) ? new { triggerKind = 1 } : (object)new { triggerKind = 2, triggerCharacter = last.ToString() },
        });
        return list.GetProperty("items").EnumerateArray()
            .Select(item => new Shown(item, text[(start + item.GetProperty("textEdit").GetProperty("range").GetProperty("start").GetProperty("character").GetInt32())..]))
            .Where(shown => shown.Fits)
            .OrderBy(shown => shown.Rank)
            .ThenBy(shown => shown.Sort, StringComparer.Ordinal)
            .FirstOrDefault()?.Label ?? "";
    }

    /// <summary>An item as the editor sees it, with the word that it would replace.</summary>
    private sealed class Shown(JsonElement item, string word)
    {
        public string Label => item.GetProperty("label").GetString()!;

        public string Sort => item.GetProperty("sortText").GetString()!;

        /// <summary>What begins like the word comes before what merely has its letters, and that before what replaces nothing.</summary>
        public int Rank => word.Length == 0 ? 2 : Filter.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 0 : 1;

        /// <summary>Whether it has the letters of the word in their order.</summary>
        public bool Fits
        {
            get
            {
                int at = 0;
                foreach (char c in word)
                {
                    at = Filter.IndexOf(c.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
                    if (at == 0)
                    {
                        return false;
                    }
                }

                return true;
            }
        }

        private string Filter => item.GetProperty("filterText").GetString()!;
    }
}
