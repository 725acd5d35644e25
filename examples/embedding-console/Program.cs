using DelegationLang.Policy;
using SchemeOfDelegation;

var contract = Money.Pounds(decimal.Parse(args[0])).PerContract;
var day = DateOnly.Parse(args[1]);
var answer = Scheme.WhoDecides(Functions.Podiatry).At(Places.Leeds).Worth(contract).On(day);
Console.WriteLine($"A contract for podiatry in Leeds worth {contract}, on {day:d MMMM yyyy}: {string.Join(", ", answer.Deciders)}");
foreach (var link in answer.Chain)
    Console.WriteLine($"  {link.Party}: {link.Via} ({link.Source.File}:{link.Source.Line})");
