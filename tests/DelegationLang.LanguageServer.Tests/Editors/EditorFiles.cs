using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DelegationLang.Parsing;

namespace DelegationLang.LanguageServer.Tests.Editors;

/// <summary>The files of the editors that say again what the compiler's own tables say: they are written from these.</summary>
internal static class EditorFiles
{
    private const string QuotationMarks = "[\"\\u201C\\u201D\\u201E\\u201F]";

    // Words that are special only where a sentence starts.
    private static readonly string[] Starts = ["functions of", "places of", "matters of", "every delegation", "limits", "scenario", "use"];

    // How many of the parties that follow.
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The colours of a text as far as its words alone tell, for editors that read TextMate grammars.</summary>
    public static string Grammar() => Text(new JsonObject
    {
        ["$schema"] = "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        ["name"] = "Delegation",
        ["scopeName"] = "source.delegation",
        ["fileTypes"] = new JsonArray("delegation"),
        ["patterns"] = new JsonArray(
            Match("comment.line.double-slash.delegation", "(?:(?<=\\s)|^)//.*$"),
            Captured("^\\s*(?i:(scheme|section))\\s+(?!.*(?:\\sis\\s+an?\\s|\\sdelegates\\s|\\sreserves\\s))(.*)$", "keyword.control.sentence.delegation", "markup.heading.delegation"),
            Captured($"\\b({Words(PhraseTable.All.Where(phrase => phrase.Condition is PhraseCondition.Quotation))})\\s+({QuotationMarks}[^\"\\u201C\\u201D\\u201E\\u201F\\n]*{QuotationMarks})", "keyword.other.clause.delegation", "string.quoted.double.delegation"),
            Captured($"^\\s*(?i:(scenario))\\s+({QuotationMarks}[^\"\\u201C\\u201D\\u201E\\u201F\\n]*{QuotationMarks})", "keyword.control.sentence.delegation", "string.quoted.double.delegation"),
            Match("entity.name.quoted.delegation", $"{QuotationMarks}[^\"\\u201C\\u201D\\u201E\\u201F\\n]*{QuotationMarks}"),
            Match("constant.numeric.money.delegation", "(?:£|\\b[A-Z]{3}\\s+)\\d[\\d,]*(?:\\.\\d+)?(?:\\s*(?:k|m|bn|thousand|million|billion)\\b)?"),
            Match("constant.numeric.percent.delegation", "\\b\\d+(?:\\.\\d+)?\\s*%"),
            Match("constant.other.date.delegation", "\\b(?:\\d{1,2}\\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{4}/\\d{2})\\b"),
            Match("constant.numeric.delegation", "\\b\\d[\\d,]*(?:\\.\\d+)?\\b"),
            Captured($"(?:^|(?<=\\.\\s))\\s*(?i:({Alternatives(Starts)}))\\b", "keyword.control.sentence.delegation"),
            Match("keyword.other.clause.delegation", $"\\b(?:{Words(PhraseTable.All.Where(phrase => phrase.Condition is not PhraseCondition.Quotation))}|per\\s+\\w+|the\\s+lower\\s+of)\\b"),
            Match("keyword.operator.parties.delegation", $"(?<=\\b(?:to|with|of|consulting)\\s)(?:either|both|(?:any\\s+)?(?:{Alternatives(Numbers)})\\s+of)\\b|\\b(?:acting\\s+)?(?:together|jointly)(?=\\s*[.,;]|\\s*$)"),
            Match("punctuation.definition.list.begin.delegation", "^\\s*[-–•](?=\\s)"),
            Match("punctuation.terminator.sentence.delegation", "\\.(?=\\s|$)"),
            Match("punctuation.separator.delegation", "[,:]")),
    });

    /// <summary>The colours for Vim and for a Neovim without semantic tokens.</summary>
    public static string VimSyntax()
    {
        var text = new StringBuilder("\" The words of the language, written from the compiler's own table.\nif exists('b:current_syntax')\n  finish\nendif\n\n");
        foreach (string words in PhraseTable.All.Select(phrase => phrase.Words).Concat(Starts).Append("per").Append("the lower of").Distinct().OrderBy(words => words.Length).ThenBy(words => words, StringComparer.Ordinal))
        {
            text.Append("syntax match delegationKeyword /\\<").Append(words.Replace(" ", "\\_s\\+", StringComparison.Ordinal)).Append("\\>/\n");
        }

        text.Append($"syntax match delegationKeyword /\\(\\<\\(to\\|with\\|of\\|consulting\\)\\s\\)\\@<=\\(either\\|both\\|\\(any\\s\\+\\)\\?\\({string.Join("\\|", Numbers)}\\)\\s\\+of\\)\\>/\n");
        text.Append("syntax match delegationKeyword /\\<\\(acting\\s\\+\\)\\?\\(together\\|jointly\\)\\>\\(\\s*[.,;]\\|\\s*$\\)\\@=/\n");
        text.Append("syntax match delegationTitle /\\c^\\s*\\(scheme\\|section\\)\\s.*$/\n");
        text.Append("syntax match delegationNumber /\\(£\\|\\<\\)\\d[0-9,.\\/-]*\\(\\s*\\(k\\|m\\|bn\\|million\\|billion\\|%\\)\\)\\?/\n");
        text.Append("syntax match delegationString /[\"“][^\"”]*[\"”]/\n");
        text.Append("syntax match delegationComment /\\(^\\|\\s\\)\\@<=\\/\\/.*$/\n\n");
        text.Append("highlight default link delegationKeyword Keyword\nhighlight default link delegationTitle Title\nhighlight default link delegationNumber Number\n");
        text.Append("highlight default link delegationString String\nhighlight default link delegationComment Comment\n\nlet b:current_syntax = 'delegation'\n");
        return text.ToString();
    }

    private static string Words(IEnumerable<Phrase> phrases) => Alternatives(phrases.Select(phrase => phrase.Words));

    // The longest first: the first that fits is taken.
    private static string Alternatives(IEnumerable<string> words) =>
        string.Join('|', words.OrderByDescending(one => one.Length).ThenBy(one => one, StringComparer.Ordinal).Select(one => Regex.Escape(one).Replace("\\ ", "\\s+", StringComparison.Ordinal)));

    private static JsonObject Match(string name, string pattern) => new() { ["name"] = name, ["match"] = pattern };

    private static JsonObject Captured(string pattern, params string[] names)
    {
        var captures = new JsonObject();
        for (int i = 0; i < names.Length; i++)
        {
            captures[(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject { ["name"] = names[i] };
        }

        return new JsonObject { ["match"] = pattern, ["captures"] = captures };
    }

    private static string Text(JsonNode json) => json.ToJsonString(Options) + "\n";
}
