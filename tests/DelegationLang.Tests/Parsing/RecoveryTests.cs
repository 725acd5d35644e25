using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>A broken clause does not lose the others, a broken sentence does not hide the next, and what could be read is in the tree.</summary>
public sealed class RecoveryTests
{
    private const string Sound = "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<sound>] To=Each(<Board>)}";

    [Theory]
    [InlineData("ICB delegates x to A up to £40,00 from 1 May 2026.", "Subjects=[<x>] To=Each(<A>) Clauses=[Limit{Range=AmountRange{Bounds=[UpTo bad money]}}, From{Date=2026-05-01}] HasErrors=True")]
    [InlineData("ICB delegates x to A from 31 June 2026 at P.", "To=Each(<A>) Clauses=[From{Date=bad date}, At{Places=[<P>]}] HasErrors=True")]
    [InlineData("ICB delegates x to A from whenever up to £5.", "To=Each(<A>) Clauses=[From{Date=?}, Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}] HasErrors=True")]
    [InlineData("ICB reserves x, y to.", "Verb=Reserves Delegator=<ICB> Subjects=[<x>, <y>] To=Each(?) HasErrors=True")]
    [InlineData("ICB reserves x, y.", "Verb=Reserves Delegator=<ICB> Subjects=[<x>, <y>] To=Each(?) HasErrors=True")]
    [InlineData("ICB reserves sign off by finance to Board.", "Verb=Reserves Delegator=<ICB> Subjects=[<sign off by finance>] To=Each(<Board>) HasErrors=True")]
    [InlineData("ICB reserves discharge to assess to Board.", "Verb=Reserves Delegator=<ICB> Subjects=[<discharge to assess>] To=Each(<Board>) HasErrors=True")]
    [InlineData("Director for Place delegates x to A.", "Delegator=<Director for Place> Subjects=[<x>] To=Each(<A>) HasErrors=True")]
    [InlineData("ICB delegates x; y to A; B up to £5.", "Subjects=[<x>, <y>] To=Each(<A>, <B>) Clauses=[Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}] HasErrors=True")]
    [InlineData("ICB delegates x to A not exceeding £5 in consultation with B.", "To=Each(<A>) Clauses=[Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}, Step{Step=Consulting Parties=Each(<B>)}] HasErrors=True")]
    [InlineData("ICB delegates x to A between £5 and £9 at P.", "Clauses=[Limit{Range=AmountRange{Bounds=[AtLeast GBP 5, UpTo GBP 9]}}, At{Places=[<P>]}] HasErrors=True")]
    [InlineData("ICB delegates x to A ??? at P.", "To=Each(<A>) Clauses=[At{Places=[<P>]}] HasErrors=True")]
    [InlineData("ICB delegates x to A note \"open at P.", "To=Each(<A>) Clauses=[Text{Kind=Note Text=\"open at P\"}] HasErrors=True")]
    [InlineData("ICB hands x to A up to £5.", "BrokenSentence{Clauses=[Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}] HasErrors=True}")]
    public void What_can_be_read_is_kept(string text, string expected)
    {
        SyntaxTree tree = TreeText.Read($"{text}\nICB delegates sound to Board.");
        Assert.NotEmpty(tree.Diagnostics);
        Assert.Contains(expected, TreeText.Of(tree.Sentences[0]), StringComparison.Ordinal);
        Assert.Equal(Sound, TreeText.Of(tree.Sentences[1]));
        TreeInvariants.Check(tree);
    }

    [Theory]
    [InlineData("Board is the board of ICB\nICB delegates sound to Board.")]
    [InlineData("Board is the board of ICB // comment\nICB delegates sound to Board.")]
    [InlineData("Board is a committee of ICB reporting to Chair\n\nICB delegates sound to Board.")]
    [InlineData("ICB delegates x to A up to £5\r\nICB delegates sound to Board.")]
    [InlineData("ICB delegates x to A,\nICB delegates sound to Board.")]
    [InlineData("ICB delegates x to A from 1 May 2026\nICB delegates sound to Board.")]
    [InlineData("ICB delegates x to A note \"n\"\nICB delegates sound to Board.")]
    [InlineData("functions of ICB:\n  - x\n  - y\nICB delegates sound to Board.")]
    [InlineData("limits for x:\n  - A up to £5\n\nICB delegates sound to Board.")]
    [InlineData("scenario \"s\": x is decided by A\nICB delegates sound to Board.")]
    [InlineData("use england\nICB delegates sound to Board.")]
    public void A_missing_full_stop_does_not_hide_the_next_sentence(string text)
    {
        SyntaxTree tree = TreeText.Read(text);
        Assert.Equal("DL1001", Assert.Single(tree.Diagnostics).Code);
        Assert.Equal(2, tree.Sentences.Length);
        Assert.Equal(Sound, TreeText.Of(tree.Sentences[1]));
        TreeInvariants.Check(tree);
        string mended = text.Insert(tree.Diagnostics[0].Fixes[0].Edits[0].Location.Span.Start, ".");
        Assert.Equal("", TreeText.Faults(TreeText.Read(mended.Replace(",.", ".", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("limits for x:\n  - A up to £5.", "LimitsTable")]
    [InlineData("matters of ICB:\n  - x.", "ListDeclaration")]
    [InlineData("scenario \"s\": x is decided by A.", "Scenario")]
    [InlineData("every delegation in this scheme: when c.", "EveryDelegation")]
    [InlineData("\nuse england.", "Use")]
    [InlineData("\nsection Two", "Section")]
    public void Nor_does_it_hide_a_sentence_of_another_sort(string next, string node)
    {
        SyntaxTree tree = TreeText.Read($"ICB delegates x to A up to £5\n{next}\nICB delegates sound to Board.");
        Assert.Equal("DL1001", Assert.Single(tree.Diagnostics).Code);
        Assert.Equal(3, tree.Sentences.Length);
        Assert.StartsWith(node, TreeText.Of(tree.Sentences[1]), StringComparison.Ordinal);
        Assert.Equal(Sound, TreeText.Of(tree.Sentences[2]));
    }

    [Theory]
    [InlineData("Board of\n  Leeds delegates\n  x\n  to\n  A.")]
    [InlineData("ICB delegates\n  use of the seal to A.")]
    [InlineData("ICB delegates x to A under Agreement of\nsection 75 at P.")]
    [InlineData("ICB delegates\nlimits for P to A.")]
    [InlineData("ICB delegates\n\nmatters of concern to A.")]
    [InlineData("ICB delegates x to A when contract\nlength is at P.", true)]
    [InlineData("scenario \"s\": x when contract\nlength is 4 years is decided by A.")]
    public void Line_breaks_alone_end_no_sentence(string text, bool isFaulty = false)
    {
        SyntaxTree tree = TreeText.Read(text);
        Assert.Single(tree.Sentences);
        Assert.Equal(isFaulty, tree.Diagnostics.Length > 0);
    }

    [Fact]
    public void A_line_in_error_is_no_fault_of_the_other_lines()
    {
        SyntaxTree tree = TreeText.Read("limits for x:\n  - A up to £5\n  - B up to £40,00\n  - C up to £5 up to £6\n  - D above £9.\nfunctions of ICB:\n  - x\n  - y, z\n  - w.");
        var table = (LimitsTableSyntax)tree.Sentences[0];
        Assert.Equal([false, true, true, false], table.Lines.Select(line => line.HasErrors));
        Assert.False(table.HasErrors);
        var list = (ListDeclarationSyntax)tree.Sentences[1];
        Assert.Equal([false, true, false], list.Items.Select(item => item.HasErrors));
        Assert.False(list.HasErrors);
        Assert.Equal(3, tree.Diagnostics.Length);
    }

    [Fact]
    public void The_head_of_a_table_in_error_is_a_fault_of_the_table()
    {
        var table = (LimitsTableSyntax)TreeText.Read("limits for x of ICB\n  - A up to £5\n  - B up to £6.").Sentences[0];
        Assert.True(table.HasErrors);
        Assert.Equal(["<A>", "<B>"], table.Lines.Select(line => TreeText.Of(line.Holders.Items[0])));
    }

    /// <summary>Sentences spoilt in thirty ways, one after another: each is reported by itself, and the sound ones between them are read.</summary>
    [Fact]
    public void No_fault_hides_another()
    {
        string[] faults =
        [
            "ICB gives x to A.", "ICB.", "ICB delegates x.", "ICB delegates to A.", "ICB delegates x to.", "ICB delegates x to A £5.", "ICB delegates x to A up to.",
            "ICB delegates x to A from 31 June 2026.", "ICB delegates x to A up to £40,00.", "ICB delegates x to A from soon.", "ICB delegates x to A up to £5 up to £6.",
            "ICB delegates x to A with authority to spend.", "ICB delegates x to A subject to call-in.", "sign off or release is a matter.", "section 75 x delegates y.",
            "ICB delegates x to A note \"n.", "ICB delegates x; y to A.", "ICB delegates x@y to A.", "use.", "limits for x\n  - A up to £5.", "A deputises B.", "A advises B.",
            "scenario s: x is decided by A.", "every delegation: when c.", "ICB delegates x to A!", "ICB delegates x to A at.", "functions of ICB: x from 1 May 2026.",
            "ICB delegates x to A for 2026/28.", "ICB delegates x to A in consultation with B.", "A is authorised to approve x.",
        ];
        SyntaxTree tree = TreeText.Read(string.Join("\n", faults.Select(fault => $"{fault}\nICB delegates sound to Board.")));
        Assert.Equal(faults.Length, tree.Diagnostics.Length);
        Assert.Equal(faults.Length, tree.Sentences.Count(sentence => TreeText.Of(sentence) == Sound));
        Assert.Equal(tree.Diagnostics.Select(fault => fault.Message).Distinct().Count(), tree.Diagnostics.Length);
        TreeInvariants.Check(tree);
    }
}
