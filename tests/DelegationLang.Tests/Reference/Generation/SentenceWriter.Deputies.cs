namespace DelegationLang.Tests.Reference.Generation;

/// <content>Those who stand in for others.</content>
internal sealed partial class SentenceWriter
{
    private void WriteDeputies()
    {
        if (dice.Chance(15))
        {
            sentences.Add($"Estates Manager deputises for {dice.Pick(["Chief Executive", "Finance Director"])}{clauses.Facts(20)}.");
        }

        // Two who sign together, of whom one, or another, stands in for the other.
        if (dice.Chance(25))
        {
            string[] pair = [.. dice.Some(["Chief Executive", "Finance Director"], 2)];
            List<GenSubject> matters = [.. world.Subjects.Where(subject => subject.Sort == GenSort.Matter && subject.Owner == world.Own && !IsReserved(subject, world.Own))];
            if (matters.Count > 0)
            {
                sentences.Add($"{world.Own.Said} delegates {dice.Pick(matters).Said} to {pair[0]} jointly with {pair[1]}.");
            }

            sentences.Add($"{dice.Pick([pair[0], "Estates Manager"])} deputises for {pair[1]}{OnlyFor()}{clauses.Facts(20)}.");
            if (matters.Count > 0 && dice.Chance(50))
            {
                // Who decides after asking somebody who stands in for them.
                string step = dice.Pick(["after approval of", "after recommendation of", "after consulting"]);
                string also = dice.Chance(30) ? " or Patient Forum" : "";
                sentences.Add($"{world.Own.Said} delegates {dice.Pick(matters).Said} to {pair[1]} {step} {pair[0]}{also}.");
            }
        }
    }

    /// <summary>A committee that another takes over from, with how it comes to decisions; nothing else is said of the other.</summary>
    private void WriteSuccession()
    {
        if (!dice.Aside.Chance(15) || !world.Parties.Exists(party => party.Name == "Finance Committee"))
        {
            return;
        }

        string day = dice.Aside.Pick([world.Say(new DateOnly(2026, 5, 2)), world.Say(new DateOnly(2026, 7, 1))]);
        string voting = dice.Aside.Pick([" deciding by majority", " deciding by two thirds with casting vote of Chief Executive", " with quorum 2 including Chief Executive deciding by consensus if not agreed, to Chief Executive", " attended by Finance Director"]);
        sentences.Add($"United Committee is a committee of {world.Parties[1].Said} with members Chief Executive, Estates Manager{voting}.");
        sentences.Add($"United Committee takes over from Finance Committee on {day}{OfSome()}{dice.Aside.Pick(["", " because \"one committee does the work of two\""])}.");
    }

    /// <summary>In one matter alone, which it is given: of what it has as the rest of something no part can pass by itself.</summary>
    private string OfSome()
    {
        List<GenSubject> own = [.. world.Subjects.Where(subject => subject.Owner == world.Own && subject is { Sort: GenSort.Matter, Parent: null or { Sort: GenSort.Matter }, IsExecutive: false, IsCouncils: false, IsForCouncilAlone: false } && !IsReserved(subject, world.Own))];
        if (own.Count == 0 || !dice.More.Chance(50) || sentences.Exists(sentence => sentence.Contains(" all other ", StringComparison.Ordinal)))
        {
            return "";
        }

        GenSubject passed = dice.More.Pick(own);
        sentences.Add($"{world.Own.Said} delegates {passed.Said} to Finance Committee.");
        return $" for {passed.Said}";
    }

    /// <summary>Somebody to whom something is given, and who has no part in it, or in a part of it, always or in some cases.</summary>
    private void WriteRecusal()
    {
        List<GenSubject> own = [.. world.Subjects.Where(subject => subject.Owner == world.Own && subject is { Sort: GenSort.Matter, Parent: null or { Sort: GenSort.Matter }, IsExecutive: false, IsCouncils: false, IsForCouncilAlone: false } && !IsReserved(subject, world.Own))];
        if (own.Count == 0 || !dice.Aside.Chance(20))
        {
            return;
        }

        GenSubject given = dice.Aside.Pick(own);
        GenSubject recused = dice.Aside.Pick([.. own.Where(subject => subject.IsWithin(given) || given.IsWithin(subject))]);
        bool isResidual = sentences.Exists(sentence => sentence.Contains(" all other ", StringComparison.Ordinal));
        string when = isResidual ? "" : dice.Aside.Pick(["", $" when {dice.Aside.Pick(world.Conditions)}", $" unless {dice.Aside.Pick(world.Conditions)}", $" from {world.Say(new DateOnly(2026, 5, 2))}", $" until {world.Say(new DateOnly(2026, 6, 30))}"]);
        string goesTo = !isResidual && dice.Aside.Chance(40) ? ", which goes to Finance Director" : "";
        sentences.Add($"{world.Own.Said} delegates {given.Said} to Chief Executive{dice.Aside.Pick(["", " or Estates Manager", " jointly with Estates Manager"])}.");
        if (goesTo.Length + when.Length == 0 && dice.Aside.Chance(50))
        {
            sentences.Add($"{recused.Said} concerns Chief Executive.");
            sentences.Add("Nobody takes part in what concerns them.");
            return;
        }

        List<string> without = [$"Chief Executive takes no part in {recused.Said}{goesTo}{when}."];
        if (goesTo.Length > 0 && dice.Aside.Chance(40))
        {
            // Nor does the one to whom it goes, who may send it on, or back.
            string onward = dice.Aside.Pick(["", ", which goes to Estates Manager", ", which goes to Chief Executive"]);
            without.Insert(dice.Aside.Below(2), $"Finance Director takes no part in {recused.Said}{onward}{dice.Aside.Pick(["", when, $" when {dice.Aside.Pick(world.Conditions)}"])}.");
        }

        sentences.AddRange(without);
    }

    private string OnlyFor() => dice.Aside.Chance(30) ? $" for {dice.Aside.Pick([.. world.Subjects.Where(subject => subject.Owner == world.Own && subject.Sort != GenSort.Budget)]).Said}" : "";
}
