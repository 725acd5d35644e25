using System.Globalization;
using DelegationLang.Policy;
using SchemeOfDelegation;

var contract = Money.Pounds(decimal.Parse(args[0], CultureInfo.InvariantCulture)).PerContract;
var london = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Europe/London");
var day = args.Length > 1 ? DateOnly.ParseExact(args[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) : DateOnly.FromDateTime(london.DateTime);
var answer = Scheme.WhoDecides(Functions.Podiatry).At(Places.Leeds).Worth(contract).On(day);
Console.WriteLine($"A contract for podiatry in Leeds worth {contract}: {answer}");
Console.WriteLine(string.Join('\n', answer.Chain.Select(link => $"  {link.Party}: {link.Via} ({link.Source.File}:{link.Source.Line})")));
