using System.Collections.Immutable;

namespace DelegationLang.Cli.Tests.Commands;

/// <summary>Amendments of the kinds that boards approve, each as what is written otherwise in <c>tests/samples/amendments/main.delegation</c>.</summary>
internal static class Amendments
{
    /// <summary>The amendments: a name, and the pairs of texts.</summary>
    public static readonly ImmutableArray<(string Name, ImmutableArray<(string Before, string After)> Edits)> All =
    [
        ("a limit raised", [("Director up to £500,000 per contract with", "Director up to £750,000 per contract with")]),
        ("a limit raised from a day", [("Leeds Place Committee delegates podiatry to Leeds Place Director up to £500,000 per contract with power to delegate.", "Leeds Place Committee delegates podiatry to Leeds Place Director up to £500,000 per contract until 31 March 2027.\nLeeds Place Committee delegates podiatry to Leeds Place Director up to £750,000 per contract from 1 April 2027.")]),
        ("a limit lowered", [("£250,000 per year", "£100,000 per year")]),
        ("a limit taken away", [("to Medical Director up to £250,000 per year after", "to Medical Director after")]),
        ("a limit added", [("delegates palliative care to Quality Committee.", "delegates palliative care to Quality Committee up to £1 million per year.")]),
        ("a limit that counts VAT otherwise", [("£50,000 excluding VAT", "£50,000 including VAT")]),
        ("a post renamed", [("Medical Director", "Chief Medical Officer")]),
        ("a committee renamed and its limit raised in another sentence", [("Leeds Place Committee", "Leeds Partnership Committee"), ("Bradford Place Director at Bradford up to £500,000", "Bradford Place Director at Bradford up to £600,000")]),
        ("committees merged", [("Quality Committee is a committee of Board.\n", ""), ("palliative care to Quality Committee", "palliative care to Finance Committee"), ("Finance Committee", "Assurance Committee")]),
        ("a place added", [("Bradford is a place of Northshire ICB.", "Bradford is a place of Northshire ICB.\nCalderdale is a place of Northshire ICB.\nCalderdale Place Director is an officer of Northshire ICB at Calderdale."), ("Northshire ICB delegates palliative", "Northshire ICB delegates podiatry to Calderdale Place Director at Calderdale up to £250,000 per contract.\nNorthshire ICB delegates palliative")]),
        ("a delegation ended", [("Northshire ICB delegates medicines to Medical Director up to £250,000 per year after consulting Patient Forum.\n", "")]),
        ("a delegation that runs out sooner", [("until 31 March 2028", "until 31 March 2027")]),
        ("a delegation prolonged", [(" until 31 March 2028", "")]),
        ("urgent powers narrowed to a limit", [("Chief Executive even if reserved when urgent", "Chief Executive up to £1 million even if reserved when urgent")]),
        ("urgent powers with a further condition", [("even if reserved when urgent ratified", "even if reserved when urgent, in budget ratified")]),
        ("urgent powers after a consultation", [(" when urgent ratified by Board", " when urgent ratified by Board after consulting Patient Forum")]),
        ("urgent powers given to one alone", [("to Chair jointly with Chief Executive even", "to Chief Executive even")]),
        ("a residual changed", [("all other matters to Chief Executive", "all other matters to Chief Finance Officer")]),
        ("a residual ended", [("Northshire ICB delegates all other matters to Chief Executive.\n", "")]),
        ("a matter reserved", [("Northshire ICB reserves annual budget to Board.", "Northshire ICB reserves annual budget, losses to Board."), ("Northshire ICB delegates losses to Finance Committee or Chief Finance Officer.\n", "")]),
        ("a matter no longer reserved", [("Northshire ICB reserves annual budget to Board.", "Northshire ICB delegates annual budget to Finance Committee.")]),
        ("a step added", [("delegates palliative care to Quality Committee.", "delegates palliative care to Quality Committee after consulting Patient Forum.")]),
        ("a step taken away", [(" after consulting Patient Forum", "")]),
        ("another step", [("after consulting Patient Forum", "after approval of Chief Executive")]),
        ("decided jointly from now on", [("to Finance Committee or Chief Finance Officer", "to Finance Committee jointly with Chief Finance Officer")]),
        ("another decides", [("delegates palliative care to Quality Committee", "delegates palliative care to Finance Committee")]),
        ("a further party may decide", [("delegates palliative care to Quality Committee", "delegates palliative care to Quality Committee or Medical Director")]),
        ("a deputy added", [("Deputy Finance Officer deputises for Chief Finance Officer.", "Deputy Finance Officer deputises for Chief Finance Officer.\nChief Finance Officer deputises for Chief Executive.")]),
        ("a deputy ended", [("Deputy Finance Officer deputises for Chief Finance Officer.\n", "")]),
        ("a new function with its holder", [("estates is a function of Northshire ICB.", "estates is a function of Northshire ICB.\ndigital services is a function of Northshire ICB."), ("Northshire ICB delegates palliative", "Northshire ICB delegates digital services to Chief Finance Officer up to £1 million.\nNorthshire ICB delegates palliative")]),
        ("a function ended", [("medicines is a function of Northshire ICB.", "medicines is a function of Northshire ICB until 31 March 2027.")]),
        ("a level put in between", [("Northshire ICB delegates medicines to Medical Director", "Northshire ICB delegates medicines to Quality Committee with power to delegate.\nQuality Committee delegates medicines to Medical Director")]),
    ];
}
