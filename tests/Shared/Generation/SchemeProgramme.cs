using System.Globalization;

namespace DelegationLang.Testing.Generation;

/// <summary>
/// One programme of work in a generated scheme: a function with its parts, and who decides about it. Programmes share no subjects, so that
/// no two of them give the same decision to different parties.
/// </summary>
internal static class SchemeProgramme
{
    /// <summary>The lines and sentences of the programme at an index.</summary>
    public static IEnumerable<string> Sentences(int index, SchemeParties parties, Choices choices)
    {
        var function = SchemeNames.Function(index);
        var number = string.Create(CultureInfo.InvariantCulture, $"{index + 2}");
        yield return $"\nsection Programme {number}\n";
        yield return $"{function} is a function of ICB.";
        for (var part = 0; part < 3; part++)
        {
            yield return $"{SchemeNames.PartOf(function, part)} is a function of ICB within {function}.";
        }

        yield return $"children's {SchemeNames.PartOf(function, 1)} is a function of ICB within {SchemeNames.PartOf(function, 1)}.";

        IEnumerable<string> sentences = index % 10 == 9
            ? LeadProvider(function, number)
            : (index % 3) switch
            {
                0 => AtPlaces(index, function, number, parties, choices),
                1 => ByTiers(function, number, choices),
                _ => ByDirectorate(index, function, number, parties, choices),
            };
        foreach (var sentence in sentences)
        {
            yield return sentence;
        }
    }

    /// <summary>Given with its budget to places: to the committee of each, from there to its director and its manager.</summary>
    private static IEnumerable<string> AtPlaces(int index, string function, string number, SchemeParties parties, Choices choices)
    {
        yield return $"{function} budget is a budget of ICB covering {function} worth {Pounds.Text(choices.OneOf(12, 40, 65, 110) * 1_000_000)} for 2026/27.";
        yield return $"changing {function} is a matter of ICB.";
        yield return $"ICB reserves changing {function} to Board reference \"{number}.1\".";

        yield return "// Limits rise from manager to director to committee; what is above them all stays with the Board";
        var subject = choices.OneOf(function, $"{function} budget", SchemeNames.PartOf(function, 1));
        var count = Math.Min(3, parties.Places);
        for (var at = 0; at < count; at++)
        {
            var place = SchemeNames.Place((index + at) % parties.Places);
            var committee = choices.OneOf(2, 3, 5, 8) * 1_000_000;
            var director = choices.OneOf(250_000, 500_000, 750_000);
            var manager = choices.OneOf(25_000, 50_000, 100_000);
            yield return $"""
                ICB delegates {subject} to {place} Committee
                  up to {Pounds.Text(committee)} per contract
                  from 1 April 2026 until 31 March 2029
                  reporting to Board {choices.OneOf("monthly", "quarterly", "annually")}
                  reference "{number}.{at + 2}"
                  with power to delegate.
                """;
            yield return $"""
                {place} Committee delegates {subject} to {place} Director
                  up to {Pounds.Text(director)} per contract
                  with power to delegate to {place} Manager.
                """;
            yield return $"{place} Director delegates {subject} to {place} Manager up to {Pounds.Text(manager)} per contract.";
            if (choices.OnceIn(2))
            {
                yield return $"""
                    scenario "{place} spends on {function}":
                      {SchemeNames.PartOf(function, 1)} at {place} worth {Pounds.Text(manager + 1)} per contract on 1 May 2026 is decided by {place} Director.
                    """;
            }
        }
    }

    /// <summary>Decided at the centre, by a table of tiers that meet exactly; other bodies are heard, and do not decide.</summary>
    private static IEnumerable<string> ByTiers(string function, string number, Choices choices)
    {
        var matter = $"award of {function} contracts";
        var low = choices.OneOf(10_000, 25_000, 50_000);
        var high = choices.OneOf(250_000, 500_000);
        yield return $"{matter} is a matter of ICB reference \"{number}.1\".";
        yield return $"""
            limits for {matter} for {function} of ICB:
              - Head of Finance up to {Pounds.Text(low)} per contract excluding VAT
              - Finance Director up to {Pounds.Text(high)} per contract excluding VAT after consulting Head of Finance
              - Chief Executive up to £2 million per contract excluding VAT
              - Board above £2 million per contract excluding VAT.
            """;
        yield return $"{function} payments is a matter of ICB.";
        yield return $"""
            ICB delegates {function} payments to Head of Finance or Finance Director
              for {function}
              up to {Pounds.Text(low)} per invoice
              recorded in "the ledger".
            """;
        yield return $"Finance Director recommends {matter} to Board.";
        yield return $"Audit Committee oversees {matter}.";
        yield return $"""
            scenario "a contract for {function}":
              {matter} for {function} worth {Pounds.Text(low)} per contract excluding VAT on 1 May 2026 is decided by Head of Finance.
            """;
        yield return $"""
            scenario "a large contract for {function}":
              {matter} for {function} worth £2,000,000.01 per contract excluding VAT on 1 May 2026 is decided by Board.
            """;
    }

    /// <summary>Given within the organisation, on conditions, three deep.</summary>
    private static IEnumerable<string> ByDirectorate(int index, string function, string number, SchemeParties parties, Choices choices)
    {
        var directorate = SchemeNames.Directorate(index % parties.Directorates);
        var part = SchemeNames.PartOf(function, 0);
        yield return $"""
            ICB delegates {function} to {directorate} Committee
              up to £3 million per contract
              except {SchemeNames.PartOf(function, 2)}
              when in budget
              unless public concern
              reference "{number}.1"
              with power to delegate.
            """;
        yield return $"""
            {directorate} Committee delegates {part} to {directorate} Director
              up to {Pounds.Text(choices.OneOf(300_000, 400_000))} per contract
              when contract length up to {choices.OneOf("3", "4", "5")} years
              after consulting Finance Director
              with power to delegate.
            """;
        yield return $"""
            {directorate} Director delegates {part} to {directorate} Manager
              below {Pounds.Text(choices.OneOf(20_000, 30_000))} per contract
              jointly with Head of Finance
              note "Two people sign every order."
              reference "{number}.2".
            """;
        yield return $"Patient Forum advises Board on {function}.";
        yield return $"{directorate} Committee consults Patient Forum before {part}.";
        yield return $"""
            scenario "a long contract for {part}":
              {part} worth £100,000 per contract on 1 May 2026 when contract length is 9 years is decided by {directorate} Committee.
            """;
        yield return $"""
            scenario "a contract for {part} that worries people":
              {part} worth £100,000 per contract on 1 May 2026 when public concern is decided by Board.
            """;
    }

    /// <summary>Managed by a provider under a contract, while the function stays where it is.</summary>
    private static IEnumerable<string> LeadProvider(string function, string number)
    {
        yield return $"{function} contract is a lead provider contract between ICB, Hospitals covering {function}.";
        yield return $"""
            ICB entrusts {function} to Hospitals under {function} contract
              up to £1 million per contract
              reporting to Board
              reference "{number}.1".
            """;
    }
}
