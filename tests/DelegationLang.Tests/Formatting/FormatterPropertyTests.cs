using System.Globalization;
using System.Text;
using DelegationLang.Formatting;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Tests.Parsing;
using DelegationLang.Tests.Reference;
using DelegationLang.Tests.Reference.Generation;
using DelegationLang.Text;
using Xunit.Abstractions;

namespace DelegationLang.Tests.Formatting;

/// <summary>What holds of the formatter whatever the text: formatting twice is formatting once, and no word or comment changes.</summary>
public sealed class FormatterPropertyTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Samples.Part), MemberType = typeof(Samples))]
    public void Samples_keep_every_word_and_comment(string file)
    {
        SourceText source = Samples.Read(file);
        NameTable names = Samples.NamesFor(file);
        string once = Formatter.Format(source, names);
        Check(source, names, once);
        Assert.Equal(Words(Parser.Parse(source, names)), Words(Parser.Parse(new SourceText(file, once), names)));
    }

    /// <summary>
    /// Every prefix of a sample up to two thousand characters. Of a longer one, those that end with a token, a comment or a line, and those one
    /// character longer: anything that a prefix can end in the midst of is cut at both its ends.
    /// </summary>
    [Theory]
    [MemberData(nameof(Samples.Part), MemberType = typeof(Samples))]
    public void Prefixes_of_samples_are_formatted_once_and_for_all(string file)
    {
        SyntaxTree tree = Samples.Parse(file);
        string text = tree.Source.Content;
        Parallel.ForEach(Prefixes(tree), length =>
        {
            var source = new SourceText(file, text[..length]);
            string once = Formatter.Format(source, Samples.AllNames);
            string twice = Formatter.Format(new SourceText(file, once), Samples.AllNames);
            Assert.True(once == twice, string.Create(CultureInfo.InvariantCulture, $"prefix of {length} characters\n--- once\n{once}\n--- twice\n{twice}"));
        });
    }

    /// <summary>However a scheme is laid out, it comes out the same.</summary>
    [Fact]
    public void Random_schemes_come_out_alike_however_they_were_laid_out() =>
        RandomRun.Check(output, Effort.Of(40, 2_000), (seed, size) => RandomScheme.Make(seed, size, 1), scheme =>
        {
            var source = new SourceText("main.delegation", scheme.Text);
            var names = NameTable.Collect([source]);
            string expected = Formatter.Format(source, names);
            Check(source, names, expected);
            var other = new SourceText("main.delegation", Disturb(Parser.Parse(source, names), new Random(scheme.Text.Length)));
            string actual = Formatter.Format(other, names);
            return expected == actual ? null : $"--- from\n{other.Content}\n--- expected\n{expected}\n--- actual\n{actual}";
        }, shrinks: false);

    /// <summary>Each clause and sentence, laid out badly: formatting twice is formatting once, and no word changes.</summary>
    [Theory]
    [InlineData("officers of Council responsible for highways ,parking:Director of Place,Director of Roads.")]
    [InlineData("matters of Council reserved  to Full Council because   \"law\"  :the budget , borrowing.")]
    [InlineData("chief officer is a class  of Director of Place,every officer of Council.")]
    [InlineData("Ward Manager is an officer of Council held by\n several people.")]
    [InlineData("Council delegates signing to each chief officer up to £5\n for their own responsibilities.")]
    [InlineData("Council delegates signing to any two  of chief officer.")]
    [InlineData("Council delegates signing to either A or B up to £50,000 per decision  and up to £100,000 per year.")]
    [InlineData("Council delegates signing to A up to the higher of £500 ,10% of budget head.")]
    [InlineData("Council delegates signing to A any amount when contract value above £10,000 up to £50,000.")]
    [InlineData("Council delegates signing to A temporarily  up to £25,000 from 1 April 2026 until 30 September 2026.")]
    [InlineData("limits for signing of Council:\n - A up to £5\n - nobody  above £113,057.")]
    [InlineData("Nobody may decide signing  when unlawful because \"law\".")]
    [InlineData("Council delegates all other matters within appointments to A.")]
    [InlineData("A deputises for B for signing,sealing\n from 1 May 2026.")]
    [InlineData("A takes no part in signing ,which goes to B when urgent.")]
    [InlineData("signing is a matter of Council. signing concerns A ,B.")]
    [InlineData("Nobody takes  part in what concerns them.")]
    [InlineData("Panel is a committee of Board with members A,B attended by C\n with quorum 3 including A or B deciding by two thirds with casting vote of A if not agreed,to Board.")]
    [InlineData("Panel is a forum of Council until 31 March 2027.\nPanel is a committee of Board from 1 April 2027.")]
    [InlineData("A takes over\n from B ,C on 1 October 2026 for signing.")]
    [InlineData("scheme S\n approved by A on 1 May 2026 approved by B on 2 May 2026 proposed   from 1 June 2026.")]
    [InlineData("A oversees  Panel.")]
    [InlineData("Council delegates signing to A ratified by Board within  28 days reporting to Board quarterly.")]
    [InlineData("use scheme \"../other\"  for Leeds published at \"https://a.example\".")]
    public void Every_clause_keeps_its_words(string text)
    {
        var source = new SourceText("main.delegation", text);
        var names = NameTable.Collect([source]);
        Assert.Empty(Parser.Parse(source, names).Diagnostics);
        string once = Formatter.Format(source, names);
        Check(source, names, once);
        Assert.Equal(Words(Parser.Parse(source, names)), Words(Parser.Parse(new SourceText("main.delegation", once), names)));
    }

    private static int[] Prefixes(SyntaxTree tree)
    {
        const int Short = 2000;
        string text = tree.Source.Content;
        if (text.Length <= Short)
        {
            return Some([.. Enumerable.Range(0, text.Length + 1)]);
        }

        IEnumerable<int> ends = tree.Tokens.Select(token => token.Span.End)
            .Concat(tree.Comments.Select(span => span.End))
            .Concat(Enumerable.Range(0, text.Length).Where(at => text[at] == '\n'));
        return Some([.. ends.SelectMany(end => (int[])[end, Math.Min(end + 1, text.Length)]).Distinct()]);
    }

    // There are many samples: of each some in the ordinary form, all in the long one.
    private static int[] Some(int[] lengths) => [.. Effort.Some(8, lengths.Length).Select(i => lengths[i])];

    private static void Check(SourceText source, NameTable names, string once)
    {
        SyntaxTree before = Parser.Parse(source, names);
        SyntaxTree after = Parser.Parse(new SourceText(source.FileName, once), names);
        Assert.Equal(once, Formatter.Format(new SourceText(source.FileName, once), names));
        Assert.Equal(Comments(before), Comments(after));
        Assert.Equal(before.Diagnostics.Select(finding => finding.Code), after.Diagnostics.Select(finding => finding.Code));
        Assert.Equal(before.Sentences.Select(sentence => sentence.GetType()), after.Sentences.Select(sentence => sentence.GetType()));
    }

    private static IEnumerable<string> Comments(SyntaxTree tree) => tree.Comments.Select(span => tree.Source.ToString(span).TrimEnd());

    private static string Words(SyntaxTree tree) =>
        string.Join(' ', tree.Tokens.Select(token => token.Kind is TokenKind.LineBullet or TokenKind.ItemBullet ? "-"
            : string.Join(' ', tree.Source.ToString(token.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    // Other white space wherever any stands within a sentence, save where a line has to end.
    private static string Disturb(SyntaxTree tree, Random random)
    {
        string[] spaces = [" ", "  ", "\n", "\n    ", "\t"];
        string content = tree.Source.Content;
        var text = new StringBuilder();
        TokenKind previous = TokenKind.FullStop;
        foreach (SyntaxToken token in tree.Tokens)
        {
            string gap = content[token.FullStart..token.Span.Start];
            bool isFree = previous is not (TokenKind.FullStop or TokenKind.Title or TokenKind.Scheme or TokenKind.Section)
                && token.Kind is not (TokenKind.LineBullet or TokenKind.ItemBullet or TokenKind.EndOfFile)
                && gap.Length > 0 && string.IsNullOrWhiteSpace(gap);
            text.Append(isFree ? spaces[random.Next(spaces.Length)] : gap).Append(content, token.Span.Start, token.Span.Length);
            previous = token.Kind;
        }

        return text.ToString();
    }
}
