using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>What is one name, and which words end it.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("Place Committee Leeds")]
    [InlineData("Health and Wellbeing Board")]
    [InlineData("Director of Finance")]
    [InlineData("O'Brien & Sons (Leeds)")]
    [InlineData("O\u2019Brien & Sons")]
    [InlineData("R&D sub-committee")]
    [InlineData("A+E and/or X-ray")]
    [InlineData("looked after children")]
    [InlineData("Clinical Reference Group")]
    [InlineData("approved premises")]
    [InlineData("above the line advertising")]
    [InlineData("worth of mouth")]
    [InlineData("class 4 laser treatment")]
    [InlineData("24 hour care")]
    [InlineData("NHS Act 2006 section 65Z5")]
    [InlineData("Band 4")]
    [InlineData("services per head")]
    [InlineData("version control")]
    [InlineData("note taking")]
    [InlineData("staff in training")]
    [InlineData("jointly owned land")]
    [InlineData("subject access requests")]
    [InlineData("up North")]
    [InlineData("even handedness")]
    [InlineData("including others")]
    [InlineData("normally open doors")]
    [InlineData("May Day Committee")]
    [InlineData("At Risk Group")]
    public void Is_one_name(string name)
    {
        SyntaxTree tree = TreeText.Read($"{name} is a function of ICB.\nICB delegates {name} to Board.");
        Assert.Equal("", TreeText.Faults(tree));
        Assert.Equal(name, Assert.IsType<DeclarationSyntax>(tree.Sentences[0]).Name.Text);
        Assert.Equal(name, Assert.Single(Assert.IsType<DecidingSyntax>(tree.Sentences[1]).Subjects).Text);
    }

    [Theory]
    [InlineData("use of the seal")]
    [InlineData("Use of force")]
    [InlineData("limits")]
    [InlineData("scenario planning")]
    [InlineData("matters of concern")]
    [InlineData("places of safety")]
    [InlineData("functions of the mayor")]
    [InlineData("every delegation of duty")]
    public void A_special_word_is_plain_where_is_follows(string name)
    {
        SyntaxTree tree = TreeText.Read($"{name} is a function of ICB.");
        Assert.Equal("", TreeText.Faults(tree));
        Assert.Equal(name, Assert.IsType<DeclarationSyntax>(Assert.Single(tree.Sentences)).Name.Text);
    }

    [Theory]
    [InlineData("Executive Director for Place")]
    [InlineData("Freedom to Speak Up Guardian")]
    [InlineData("discharge to assess")]
    [InlineData("up to date records")]
    [InlineData("members' code of conduct")]
    [InlineData("10% club")]
    [InlineData("v2.1 plan")]
    [InlineData("section 75 agreement")]
    [InlineData("Scheme of Delegation Group")]
    [InlineData("at risk register")]
    [InlineData("two of Hearts")]
    [InlineData("sign-off by patients")]
    [InlineData("Board reporting to Parliament")]
    public void A_name_quoted_once_may_be_written_plainly(string name)
    {
        SyntaxTree tree = TreeText.Read(
            $"\"{name}\" is an officer of ICB.\n{name} delegates x to y.\nICB delegates {name} to {name}, {name} jointly with {name} reporting to {name}.\n"
            + $"ICB delegates x to {name.ToUpperInvariant().Replace(" ", "\n  ", StringComparison.Ordinal)}.");
        Assert.Equal("", TreeText.Faults(tree));
        string plain = $"<{name}>";
        Assert.Equal($"Deciding{{Verb=Delegates Delegator={plain} Subjects=[<x>] To=Each(<y>)}}", TreeText.Of(tree.Sentences[1]));
        Assert.Equal(
            $"Deciding{{Verb=Delegates Delegator=<ICB> Subjects=[{plain}] To=Each({plain}, {plain}) Clauses=[Jointly{{Parties=Each({plain})}}, ReportingTo{{Parties=[{plain}]}}]}}",
            TreeText.Of(tree.Sentences[2]));
        Assert.Equal($"Deciding{{Verb=Delegates Delegator=<ICB> Subjects=[<x>] To=Each(<{name.ToUpperInvariant()}>)}}", TreeText.Of(tree.Sentences[3]));
    }

    [Theory]
    [InlineData("X is an officer of ICB known as \"Lead for Place\".")]
    [InlineData("X is also \"Lead for Place\".")]
    [InlineData("functions of ICB:\n  - \"Lead for Place\".")]
    [InlineData("matters of ICB reserved to Board:\n  - one\n  - \"Lead for Place\" reference \"1\".")]
    [InlineData("\"Lead\u00A0for  Place\" is a function.")]
    [InlineData("Lead \"for\" Place is a function.")]
    public void Quoting_counts_wherever_a_name_is_declared(string declaration)
    {
        SyntaxTree tree = TreeText.Read(declaration + "\nICB delegates Lead for Place to Board.");
        Assert.Equal("", TreeText.Faults(tree));
        Assert.Equal("Lead for Place", ((DecidingSyntax)tree.Sentences[1]).Subjects[0].Text);
    }

    [Fact]
    public void The_longest_declared_name_wins()
    {
        SyntaxTree tree = TreeText.Read(
            "\"care for children\" is a function.\n\"care for children at home\" is a function.\n"
            + "ICB delegates care for children at home to A.\nICB delegates care for children at Leeds to A.\nICB delegates care for adults to A.");
        Assert.Equal("", TreeText.Faults(tree));
        Assert.Equal(
            "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<care for children at home>] To=Each(<A>)}\n"
            + "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<care for children>] To=Each(<A>) Clauses=[At{Places=[<Leeds>]}]}\n"
            + "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<care>] To=Each(<A>) Clauses=[For{Names=[<adults>]}]}",
            string.Join("\n", tree.Sentences.Skip(2).Select(TreeText.Of)));
    }

    [Theory]
    [InlineData("care, for children")]
    [InlineData("stage: for review")]
    [InlineData("to whom?")]
    [InlineData("St. James for all")]
    [InlineData("with or without")]
    public void Some_quoted_names_stay_quoted(string name)
    {
        var source = new SourceText("test", $"\"{name}\" is a function.");
        Assert.True(NameTable.Collect([source]).Cut.IsEmpty);
    }

    [Fact]
    public void Names_are_collected_from_every_file()
    {
        var library = new SourceText("library", "\"power to charge\" is a function.\ninvoice line is a basis.\nprocurement threshold is an amount of £5.\ncontract length is a measure in years.");
        var main = new SourceText("main", "ICB delegates power to charge to A above the procurement threshold per invoice line when contract length up to 5 years.");
        SyntaxTree tree = Parser.Parse(main, NameTable.Collect([main, library]));
        Assert.Equal("", TreeText.Faults(tree));
        Assert.Equal(
            "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<power to charge>] To=Each(<A>) Clauses=[Limit{Range=AmountRange{Bounds=[Above <the procurement threshold>] "
            + "Qualifier=AmountQualifier{Basis='invoice line'}}}, When{Facts=[Fact{Name=<contract length> Bounds=[UpTo 5 years]}]}]}",
            TreeText.Of(tree.Sentences[0]));
    }

    [Fact]
    public void A_quoted_part_may_stand_with_plain_ones() =>
        Assert.Equal(
            "Declaration{Name=<Chair> Descriptor=\"the chair of Board of Trust for Leeds\"}",
            TreeText.Of("Chair is the chair of Board of \"Trust for Leeds\"."));

    [Fact]
    public void Names_are_folded_and_keep_their_letters() =>
        Assert.Equal(
            "Declaration{Name=<Place Committee Leeds> Descriptor=<a committee of Board>}",
            TreeText.Of("Place\u00A0 Committee\r\n\tLee\u200Bds is a  committee\nof Board."));
}
