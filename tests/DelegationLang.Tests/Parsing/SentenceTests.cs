namespace DelegationLang.Tests.Parsing;

/// <summary>Each kind of sentence, and the node that comes of it.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData(
        "scheme Example ICB Scheme // of 2026\n  version 3.1 approved by Board on 24 March 2026, in force from 1 April 2026 until 31 March 2028\n  review by 2027-03-31 interpreted by Chair supersedes \"old.delegation\" note \"n\".",
        "Scheme{Title=<Example ICB Scheme> Clauses=[Text{Kind=Version Text=\"3.1\"}, ApprovedBy{Party=<Board> Date=[2026-03-24]}, InForce{From=[2026-04-01] Until=[2028-03-31]}, "
        + "ReviewBy{Date=2027-03-31}, Names{Kind=InterpretedBy Names=[<Chair>]}, Text{Kind=Supersedes Text=\"old.delegation\"}, Text{Kind=Note Text=\"n\"}]}")]
    [InlineData("scheme Small.", "Scheme{Title=<Small>}")]
    [InlineData("scheme S\n  version 2016\n  in force until 1 May 2026.", "Scheme{Title=<S> Clauses=[Text{Kind=Version Text=\"2016\"}, InForce{Until=[2026-05-01]}]}")]
    [InlineData("scheme S\n  version \"v3 (draft)\".", "Scheme{Title=<S> Clauses=[Text{Kind=Version Text=\"v3 (draft)\"}]}")]
    [InlineData("section Commissioning at place.", "Section{Title=<Commissioning at place>}")]
    [InlineData("Section Money // and land\nuse england.", "Section{Title=<Money>}\nUse{Target=<england>}")]
    [InlineData("use \"other-file.delegation\".", "Use{Target=\"other-file.delegation\"}")]
    public void Frame(string text, string expected) => Assert.Equal(expected, TreeText.Of(text));

    [Theory]
    [InlineData("Example ICB is an integrated care board known as ICB, the ICB with code QXX.",
        "Declaration{Name=<Example ICB> Descriptor=<an integrated care board> Clauses=[Names{Kind=KnownAs Names=[<ICB>, <the ICB>]}, Text{Kind=Code Text=\"QXX\"}]}")]
    [InlineData("Board is the board of ICB with members Chair, two of Non-Executive Director, A and B with quorum 5.",
        "Declaration{Name=<Board> Descriptor=<the board of ICB> Clauses=[Members{Members=Each(<Chair>, 2 of <Non-Executive Director>, <A and B>)}, Quorum{Quorum=5}]}")]
    [InlineData("X is an officer of A, B at Leeds chaired by Y hosted by Z with quorum three.",
        "Declaration{Name=<X> Descriptor=<an officer of A, B> Clauses=[At{Places=[<Leeds>]}, Names{Kind=ChairedBy Names=[<Y>]}, Names{Kind=HostedBy Names=[<Z>]}, Quorum{Quorum=3}]}")]
    [InlineData("Joint is a joint committee between A, B from 1 May 2026 until 2 May 2027 reporting to A, B quarterly and annually.",
        "Declaration{Name=<Joint> Descriptor=<a joint committee> Clauses=[Names{Kind=Between Names=[<A>, <B>]}, From{Date=2026-05-01}, Until{Date=2027-05-02}, ReportingTo{Parties=[<A>, <B>] Frequency='quarterly and annually'}]}")]
    [InlineData("b is a budget of ICB covering x, y worth £420 million for 2026/27 at Leeds.",
        "Declaration{Name=<b> Descriptor=<a budget of ICB> Clauses=[Names{Kind=Covering Names=[<x>, <y>]}, Worth{Amount=GBP 420000000}, ForYear{Year=year 2026}, At{Places=[<Leeds>]}]}")]
    [InlineData("in budget is a condition, normally true judged by Chair.",
        "Declaration{Name=<in budget> Descriptor=<a condition> Clauses=[Normally{Value=True}, Names{Kind=JudgedBy Names=[<Chair>]}]}")]
    [InlineData("urgent is a condition normally false.", "Declaration{Name=<urgent> Descriptor=<a condition> Clauses=[Normally{}]}")]
    [InlineData("contract length is a measure in years.", "Declaration{Name=<contract length> Descriptor=<a measure in years>}")]
    [InlineData("threshold is an amount of £139,688 until 31 December 2025.", "Declaration{Name=<threshold> Descriptor=<an amount of> Amount=[GBP 139688] Clauses=[Until{Date=2025-12-31}]}")]
    [InlineData("threshold is an amount of EUR 1,000.50.", "Declaration{Name=<threshold> Descriptor=<an amount of> Amount=[EUR 1000.50]}")]
    [InlineData("A is a section 75 agreement between X, Y stating aims, staff and premises under NHS Act 2006 section 75.",
        "Declaration{Name=<A> Descriptor=<a section 75 agreement> Clauses=[Names{Kind=Between Names=[<X>, <Y>]}, Names{Kind=Stating Names=[<aims>, <staff and premises>]}, Under{Name=<NHS Act 2006 section 75>}]}")]
    [InlineData("P is a power for A, B to delegate to C, D covering x except y, z from 1 July 2022.",
        "Declaration{Name=<P> Descriptor=<a power> Clauses=[For{Names=[<A>, <B>]}, Names{Kind=ToDelegateTo Names=[<C>, <D>]}, Names{Kind=Covering Names=[<x>]}, Except{Subjects=[<y>, <z>]}, From{Date=2022-07-01}]}")]
    [InlineData("trustee board is a kind of board.", "Declaration{Name=<trustee board> Descriptor=<a kind of board>}")]
    [InlineData("Finance Director is also Section 151 Officer under \"Act 1\".", "Designation{Holder=<Finance Director> Designation=<Section 151 Officer> Clauses=[Under{Name=\"Act 1\"}]}")]
    [InlineData("A is also \"Lead for B\".", "Designation{Holder=<A> Designation=\"Lead for B\"}")]
    public void Declarations(string text, string expected) => Assert.Equal(expected, TreeText.Of(text));

    [Theory]
    [InlineData("functions of ICB:\n  - x within y\n  - y\n  - \"z\".", "ListDeclaration{Kinds=<functions> Owner=<ICB> Items=[ListItem{Name=<x> Clauses=[Names{Kind=Within Names=[<y>]}]}, ListItem{Name=<y>}, ListItem{Name=\"z\"}]}")]
    [InlineData("functions of ICB: x, use of y, \"z, and w\".", "ListDeclaration{Kinds=<functions> Owner=<ICB> Items=[ListItem{Name=<x> IsInline=True}, ListItem{Name=<use of y> IsInline=True}, ListItem{Name=\"z, and w\" IsInline=True}]}")]
    [InlineData("matters of ICB reserved to Board because \"n\": x and y.",
        "ListDeclaration{Kinds=<matters> Owner=<ICB> ReservedTo=[Each(<Board>)] Items=[ListItem{Name=<x and y> IsInline=True}] Clauses=[Text{Kind=Because Text=\"n\"}]}")]
    [InlineData("functions of ICB: x, y and z.", "", true)]
    [InlineData("functions of ICB: x from 1 May 2026, z.", "", true)]
    [InlineData("functions of ICB: x,\n  - y.", "", true)]
    [InlineData("Places of ICB: - A\n- B, within C.", "ListDeclaration{Kinds=<Places> Owner=<ICB> Items=[ListItem{Name=<B> Clauses=[Names{Kind=Within Names=[<C>]}]}]}", true)]
    [InlineData("matters of ICB reserved to Board, Chair:\n  – x reference \"1\",\n  • y.",
        "ListDeclaration{Kinds=<matters> Owner=<ICB> ReservedTo=[Each(<Board>, <Chair>)] Items=[ListItem{Name=<x> Clauses=[Text{Kind=Reference Text=\"1\"}]}, ListItem{Name=<y>}]}")]
    [InlineData("limits for a, b for f of ICB:\n  - X or Y up to £5\n  - Z above £5 except a, b.",
        "LimitsTable{Subjects=[<a>, <b>] Lines=[TableLine{Holders=Any(<X>, <Y>) Clauses=[Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}]}, "
        + "TableLine{Holders=Each(<Z>) Clauses=[Limit{Range=AmountRange{Bounds=[Above GBP 5]}}, Except{Subjects=[<a>, <b>]}]}] Clauses=[For{Names=[<f of ICB>]}]}")]
    public void Lists(string text, string expected, bool hasFaults = false)
    {
        if (hasFaults)
        {
            // A dash starts a line only where a line starts.
            Assert.NotEmpty(TreeText.Read(text).Diagnostics);
        }
        else
        {
            Assert.Equal(expected, TreeText.Of(text));
        }
    }

    [Theory]
    [InlineData("ICB delegates x, y for f at Leeds, Hull except z to A, B.",
        "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<x>, <y>] To=Each(<A>, <B>) Clauses=[For{Names=[<f>]}, At{Places=[<Leeds>, <Hull>]}, Except{Subjects=[<z>]}]}")]
    [InlineData("ICB delegates x to A or B or C.", "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<x>] To=Any(<A>, <B>, <C>)}")]
    [InlineData("ICB delegates x to A, B, or C.", "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<x>] To=Any(<A>, <B>, <C>)}")]
    [InlineData("ICB delegates x to\n  - A\n  - B\n  up to £5.", "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<x>] To=Each(<A>, <B>) Clauses=[Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}]}")]
    [InlineData("ICB delegates\n  - x\n  - y\n  to A.", "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<x>, <y>] To=Each(<A>)}")]
    [InlineData("ICB delegates all other matters to Chair.", "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<all other matters>] To=Each(<Chair>)}")]
    [InlineData("A reserves \"s, t\" to B.", "Deciding{Verb=Reserves Delegator=<A> Subjects=[\"s, t\"] To=Each(<B>)}")]
    [InlineData("A entrusts s to B under C.", "Deciding{Verb=Entrusts Delegator=<A> Subjects=[<s>] To=Each(<B>) Clauses=[Under{Name=<C>}]}")]
    [InlineData("ICB delegates x to two of A, B, C.", "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<x>] To=Each(2 of <A>, <B>, <C>)}")]
    [InlineData("ICB delegates x to Chair jointly with two of Member.", "Deciding{Verb=Delegates Delegator=<ICB> Subjects=[<x>] To=Each(<Chair>) Clauses=[Jointly{Parties=Each(2 of <Member>)}]}")]
    public void Deciding(string text, string expected) => Assert.Equal(expected, TreeText.Of(text));

    [Theory]
    [InlineData("every delegation in this scheme: subject to reserved matters, when in budget.", "EveryDelegation{Clauses=[ReservedMatters{}, When{Facts=[Fact{Name=<in budget>}]}]}")]
    [InlineData("Every delegation in this section: excluding VAT.", "EveryDelegation{InSection=True Clauses=[Qualifier{Qualifier=AmountQualifier{Vat=Excluding}}]}")]
    [InlineData("A deputises for B, C when away except x from 1 May 2026.", "Deputy{Deputy=<A> Principals=[<B>, <C>] Clauses=[When{Facts=[Fact{Name=<away>}]}, Except{Subjects=[<x>]}, From{Date=2026-05-01}]}")]
    [InlineData("A recommends x, y to B.", "Involvement{Verb=Recommends Actor=<A> Others=[<B>] Subjects=[<x>, <y>]}")]
    [InlineData("A advises B on x, y at Leeds.", "Involvement{Verb=Advises Actor=<A> Others=[<B>] Subjects=[<x>, <y>] Clauses=[At{Places=[<Leeds>]}]}")]
    [InlineData("A oversees x.", "Involvement{Verb=Oversees Actor=<A> Subjects=[<x>]}")]
    [InlineData("A consults B, C before x.", "Involvement{Verb=Consults Actor=<A> Others=[<B>, <C>] Subjects=[<x>]}")]
    public void Other_sentences(string text, string expected) => Assert.Equal(expected, TreeText.Of(text));

    [Theory]
    [InlineData("scenario \"s\": x for f at Leeds worth £5 per contract on 1 May 2026 is decided by A, B.",
        "Scenario{Title=\"s\" Decision=Decision{Subject=<x> Clauses=[For{Names=[<f>]}, At{Places=[<Leeds>]}, Worth{Amount=GBP 5 Qualifier=AmountQualifier{Basis='contract'}}, On{Date=2026-05-01}]} Expectation=DecidedBy Parties=[<A>, <B>]}")]
    [InlineData("scenario “s”: x when contract length is 4 years is decided by A jointly with B.",
        "Scenario{Title=\"s\" Decision=Decision{Subject=<x> Clauses=[When{Facts=[Fact{Name=<contract length> Value=[4 years]}]}]} Expectation=DecidedBy Parties=[<A>, <B>] IsJoint=True}")]
    [InlineData("scenario \"s\": x is decided by nobody.", "Scenario{Title=\"s\" Decision=Decision{Subject=<x>} Expectation=DecidedByNobody}")]
    [InlineData("scenario \"s\": x unless c is reserved to B.", "Scenario{Title=\"s\" Decision=Decision{Subject=<x> Clauses=[Unless{Facts=[Fact{Name=<c>}]}]} Expectation=ReservedTo Parties=[<B>]}")]
    [InlineData("scenario \"s\": A may decide x at Leeds.", "Scenario{Title=\"s\" Decision=Decision{Subject=<x> Clauses=[At{Places=[<Leeds>]}]} Expectation=May Parties=[<A>]}")]
    [InlineData("Scenario \"s\":\n  A may not decide x.", "Scenario{Title=\"s\" Decision=Decision{Subject=<x>} Expectation=MayNot Parties=[<A>]}")]
    public void Scenarios(string text, string expected) => Assert.Equal(expected, TreeText.Of(text));
}
