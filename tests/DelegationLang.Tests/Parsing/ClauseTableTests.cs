using System.Text;
using System.Text.RegularExpressions;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;

namespace DelegationLang.Tests.Parsing;

/// <summary>The one table of clauses: that it holds every clause once, that the grammar reads each, and that the reference of the language says the same.</summary>
public sealed class ClauseTableTests
{
    private const string Start = "<!-- clauses and sentences -->\n";
    private const string End = "<!-- end of clauses and sentences -->";

    // The longer come first, so that a clause that may stand in all of them is not said to stand in each.
    private static readonly (SentenceSort Sort, string Words)[] Sentences =
    [
        (SentenceSort.Deciding, "whatever reserves or delegates"),
        (SentenceSort.Reservation, "`reserves`"),
        (SentenceSort.Delegation | SentenceSort.TableLine, "`delegates`, `entrusts`, lines of a table"),
        (SentenceSort.EveryDelegation, "`every delegation`"),
        (SentenceSort.TableHead, "the head of a table"),
        (SentenceSort.Prohibition, "`Nobody may decide`"),
        (SentenceSort.Deputy, "`deputises for`"),
        (SentenceSort.Involvement, "`recommends`, `advises`, `oversees`, `consults`"),
        (SentenceSort.Recusal, "`takes no part in`"),
        (SentenceSort.Succession, "`takes over from`"),
        (SentenceSort.Conflicts, "`concerns`, `Nobody takes part`"),
        (SentenceSort.Designation, "`is also`"),
        (SentenceSort.Decision, "questions and scenarios"),
        (SentenceSort.Scheme, "`scheme`"),
        (SentenceSort.UseScheme, "`use scheme`"),
        (SentenceSort.Things, "every declaration"),
        (SentenceSort.Kind, "a kind"),
        (SentenceSort.Class, "a class of posts"),
        (SentenceSort.Organisation, "an organisation"),
        (SentenceSort.Group, "a group"),
        (SentenceSort.Role, "a post"),
        (SentenceSort.Subject, "a function or a matter"),
        (SentenceSort.LibrarySubject, "a function of a library"),
        (SentenceSort.Budget, "a budget"),
        (SentenceSort.Place, "a place"),
        (SentenceSort.Power | SentenceSort.PowerSentence, "a power"),
        (SentenceSort.Power, "a power"),
        (SentenceSort.PowerSentence, "a power"),
        (SentenceSort.Agreement, "an agreement"),
        (SentenceSort.Condition, "a condition"),
        (SentenceSort.Measure, "a measure"),
    ];

    [Fact]
    public void Every_clause_has_one_row() =>
        Assert.Equal(Enum.GetValues<ClauseKind>().Where(kind => kind != ClauseKind.None).Order(), ClauseRows.All.Select(row => row.Kind).Order());

    [Fact]
    public void No_token_opens_two_clauses() =>
        Assert.All(
            ClauseRows.All.SelectMany(row => row.Words.Select(words => (words.Token, row.Kind))).Distinct().GroupBy(pair => pair.Token),
            token => Assert.Single(token));

    [Fact]
    public void No_phrase_hides_a_longer_one_that_starts_alike() =>
        Assert.All(PhraseTable.All, phrase =>
        {
            string[] before = [.. PhraseTable.StartingWith(phrase.First).ToArray().TakeWhile(other => other != phrase).Select(other => other.Words)];
            Assert.DoesNotContain(before, words => phrase.Words.StartsWith(words + " ", StringComparison.Ordinal));
            Assert.True(phrase.Condition == PhraseCondition.None || !before.Contains(phrase.Words), phrase.Words);
        });

    [Fact]
    public void Every_clause_may_stand_somewhere_and_has_words()
    {
        Assert.All(ClauseRows.All, row => Assert.True(row.Sentences != SentenceSort.None && row.Words.Length > 0, row.Kind.ToString()));
        Assert.All(ClauseRows.All.SelectMany(row => row.Words), words => Assert.Equal(words.Help.Length > 0, words.Example.Length > 0));
    }

    [Fact]
    public void Each_example_is_read_as_its_clause() =>
        Assert.All(ClauseRows.All.SelectMany(row => row.Words.Where(words => words.Example.Length > 0).Select(words => (row, words))), pair =>
        {
            // What an amount counts belongs to the limit before it.
            SyntaxTree tree = TreeText.Read("Chief Executive is an officer of Trust.\n" + pair.words.Example);
            ClauseKind read = pair.row.Kind == ClauseKind.Qualifier ? ClauseKind.Limit : pair.row.Kind;
            Assert.Contains(ClausesIn(tree), clause => clause.Kind == read);
        });

    [Fact]
    public void The_reference_explains_the_words_of_every_clause()
    {
        string page = Page();
        string explained = page[..page.IndexOf(Start, StringComparison.Ordinal)] + page[page.IndexOf(End, StringComparison.Ordinal)..];
        HashSet<string> code = [.. Regex.Matches(explained, "`([^`\n]+)`").Select(match => match.Groups[1].Value)];
        Assert.All(ClauseRows.All.SelectMany(row => row.Words), words =>
            Assert.True(code.Any(text => text.Contains(words.Words, StringComparison.Ordinal)), $"docs/language.md says nothing of `{words.Words}`"));
    }

    [Fact]
    public void The_reference_says_which_sentence_may_have_which_clause()
    {
        string page = Page();
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, start, StringComparison.Ordinal);
        string written = page[..start] + List() + page[end..];
        if (Environment.GetEnvironmentVariable("UPDATE_PAGES") == "1")
        {
            File.WriteAllText(Repository.PathOf("docs", "language.md"), page = written);
        }

        Assert.Equal(written, page);
    }

    private static string Page() => File.ReadAllText(Repository.PathOf("docs", "language.md")).ReplaceLineEndings("\n");

    private static string List()
    {
        var text = new StringBuilder("| clause | may stand in | more than once |\n|---|---|---|\n");
        foreach (ClauseRow row in ClauseRows.All)
        {
            string words = string.Join(", ", row.Words.Select(words => $"`{words.Words}`"));
            text.Append("| ").Append(row.Kind == ClauseKind.ForYear ? "`for 2026/27`" : words).Append(" | ").AppendJoin("; ", WordsOf(row.Sentences))
                .Append(" | ").Append(row.Repeat != ClauseRepeat.Once ? "yes" : row.RepeatedIn == SentenceSort.None ? "" : $"in {string.Join(", ", WordsOf(row.RepeatedIn))}").Append(" |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> WordsOf(SentenceSort sentences)
    {
        // Where in a sentence a clause may stand, and what may be asked of everything, follows from the rest.
        SentenceSort left = sentences & ~(SentenceSort.BeforeRecipient | SentenceSort.Inventory | SentenceSort.Other);
        foreach ((SentenceSort sort, string words) in Sentences)
        {
            if ((sentences & sort) == sort && (left & sort) != 0)
            {
                yield return words;
                left &= ~sort;
            }
        }

        Assert.Equal(SentenceSort.None, left);
    }

    private static IEnumerable<ClauseSyntax> ClausesIn(SyntaxTree tree) => tree.Sentences.SelectMany(sentence => sentence switch
    {
        ScenarioSyntax scenario => scenario.Decision.Clauses,
        _ => sentence.Clauses,
    });
}
