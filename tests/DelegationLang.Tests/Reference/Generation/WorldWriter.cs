namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Declares a random world: one to three organisations, their bodies and posts, functions, matters, budgets, places and facts.</summary>
internal sealed partial class WorldWriter(Dice dice)
{
    private readonly World world = new();
    private string ownKind = "";
    private bool sharesBoardName;

    public World Write()
    {
        DeclareScheme();
        DeclarePlaces();
        DeclareOwnParties();
        DeclareOtherOrganisations();
        DeclareFunctions();
        DeclareClass();
        DeclareMatters();
        DeclareBudgets();
        DeclareFacts();
        return world;
    }

    private void DeclareScheme()
    {
        ownKind = dice.Pick(["an integrated care board", "an NHS trust", "an NHS foundation trust", "a local authority"]);
        sharesBoardName = dice.Chance(15);
        world.IsCouncil = ownKind == "a local authority";
        string approver = sharesBoardName ? "Board of Alder Body" : "Board";
        string end = dice.Chance(30) ? $" until {world.Say(new DateOnly(2028, 12, 31))}" : "";
        world.Sentences.Add($"scheme Random scheme\n  version 1\n  approved by {approver} on 1 March 2026\n  in force from {world.Say(new DateOnly(2026, 4, 1))}{end}.");
        // What acts for an organisation is a trait, not a name. A chain tells sentences apart by their lines, so that none of it shares one.
        world.Sentences.Add("use england." + (sharesBoardName ? " governing meeting is a kind of group that acts as its organisation." : ""));
        world.Sentences.Add($"Alder Body is {ownKind} known as Alder.");
        world.Sentences.Add(sharesBoardName ? "Board is a governing meeting of Alder Body." : "Board is the board of Alder Body.");
        Add(new GenParty("Alder Body", "Alder Body", 0, "Alder Body"));
        Add(new GenParty("Board", approver, 0, "Alder Body"));
    }

    private void DeclarePlaces()
    {
        if (dice.Chance(60))
        {
            world.Places.AddRange(dice.Chance(50) ? ["North", "South"] : ["North"]);
            world.Sentences.AddRange(world.Places.Select(place => $"{place} is a place of Alder Body."));
            if (dice.Chance(50))
            {
                world.Places.Add("Hill Top");
                world.PlaceParent["Hill Top"] = "North";
                world.Sentences.Add("Hill Top is a neighbourhood within North.");
            }
        }
    }

    private void DeclareOwnParties()
    {
        string board = world.Parties[1].Said;
        if (ownKind == "a local authority" && dice.Chance(60))
        {
            GenParty cabinet = new("Cabinet", "Cabinet", 1, "Alder Body");
            cabinet = dice.Below(4) switch
            {
                0 => cabinet with { Until = new DateOnly(2026, 12, 31) },
                1 => cabinet with { From = new DateOnly(2026, 7, 1) },
                _ => cabinet,
            };
            Declare(cabinet, "the cabinet of Alder Body");
        }

        world.Sentences.Add("Patient Forum is a forum of Alder Body.");
        Declare(new GenParty("Finance Committee", "Finance Committee", 1, "Alder Body"), $"a committee of {board}");
        if (dice.Chance(60))
        {
            Declare(new GenParty("Quality Committee", "Quality Committee", 1, "Alder Body") { Until = SomeEnd() }, $"a committee of {board}");
        }

        foreach (string place in world.Places.Where(_ => dice.Chance(70)))
        {
            Declare(new GenParty($"{place} Committee", $"{place} Committee", 1, "Alder Body", place), $"a committee of {board} at {place}");
            if (dice.Chance(60))
            {
                Declare(new GenParty($"{place} Director", $"{place} Director", 4, "Alder Body", place), $"an officer of Alder Body at {place}");
            }
        }

        if (dice.Chance(40))
        {
            Declare(new GenParty("Awards Panel", "Awards Panel", 2, "Alder Body"), "a sub-committee of Finance Committee");
            DeclareAgain("Awards Panel", dice.Again.Pick([$"a committee of {board}", $"a committee of {board}{(world.Places.Count > 0 ? $" at {world.Places[0]}" : "")}"]));
        }

        Declare(new GenParty("Chief Executive", "Chief Executive", 3, "Alder Body"), "an officer of Alder Body");
        Declare(new GenParty("Finance Director", "Finance Director", 4, "Alder Body"), "an officer of Alder Body");
        Declare(new GenParty("Estates Manager", "Estates Manager", 5, "Alder Body") { Until = SomeEnd(), From = SomeStart() }, "an officer of Alder Body");
        if (dice.Chance(12))
        {
            // One person, two names: answers give the post.
            world.Sentences.Add("Finance Director is also Section 151 Officer.");
            world.OtherNames["Finance Director"] = "Section 151 Officer";
        }

        if (dice.Chance(70))
        {
            Declare(new GenParty("Ward Manager", "Ward Manager", 6, "Alder Body") { IsMany = true }, "an officer of Alder Body held by several people");
        }

        if (dice.Chance(40))
        {
            Declare(new GenParty("Chair", "Chair", 3, "Alder Body"), $"the chair of {board}");
        }

        if (dice.Chance(40))
        {
            Declare(new GenParty("Non-Executive Director", "Non-Executive Director", 5, "Alder Body") { IsMany = true }, $"a non-executive of {board}");
        }
    }

    /// <summary>Sometimes another thing bears a name from a day on: what was declared last ends the day before.</summary>
    private void DeclareAgain(string name, string description)
    {
        if (dice.Again.Chance(40) && !world.Sentences[^1].Contains(" until ", StringComparison.Ordinal))
        {
            DateOnly day = dice.Again.Pick([new DateOnly(2026, 6, 1), new DateOnly(2027, 1, 1)]);
            world.Sentences[^1] = $"{world.Sentences[^1][..^1]}{Life(null, day.AddDays(-1))}.";
            world.Sentences.Add($"{name} is {description}{Life(day, null)}.");
        }
    }

    /// <summary>A class of posts, each of which is mostly responsible for something.</summary>
    private void DeclareClass()
    {
        if (!dice.Aside.Chance(40))
        {
            return;
        }

        List<GenParty> posts = [.. world.PartiesOf("Alder Body").Where(party => party.Rank >= 3 && !party.IsMember && !party.IsMany)];
        world.Class.AddRange(dice.Aside.Chance(25) ? posts : dice.Aside.Some(posts, 2 + dice.Aside.Below(2)).OrderBy(party => party.Rank));
        bool isEvery = world.Class.Count == posts.Count && !world.Parties.Exists(party => party.Name == "Ward Manager") && dice.Aside.Chance(70);
        world.Sentences.Add($"senior officer is a class of {(isEvery ? "every officer of Alder Body" : string.Join(", ", world.Class.Select(party => party.Said)))}.");
        List<GenSubject> functions = [.. world.Subjects.Where(subject => subject.Owner == world.Own && subject is { IsCouncils: false, IsExecutive: false } && subject.Said != "cataract surgery")];
        foreach (GenParty post in world.Class.Where(_ => dice.Aside.Chance(85)))
        {
            List<GenSubject> own = dice.Aside.Some(functions, 1 + dice.Aside.Below(2));
            int sentence = world.Sentences.FindIndex(said => said.StartsWith($"{post.Name} is an officer", StringComparison.Ordinal));
            world.Sentences[sentence] = $"{world.Sentences[sentence][..^1]} responsible for {string.Join(", ", own.Select(subject => subject.Said))}.";
            world.ResponsibleFor[post.Name] = own;
        }
    }

    private DateOnly? SomeEnd() => dice.Chance(12) ? dice.Pick([new DateOnly(2026, 9, 30), new DateOnly(2027, 3, 31)]) : null;

    private DateOnly? SomeStart() => dice.Chance(12) ? dice.Pick([new DateOnly(2026, 5, 1), new DateOnly(2026, 7, 1)]) : null;

    private void DeclareOtherOrganisations()
    {
        if (ownKind == "a local authority" || !dice.Chance(45))
        {
            return;
        }

        world.Sentences.Add("Birch Trust is an NHS foundation trust.");
        var birch = new GenParty("Birch Trust", "Birch Trust", 1, "Birch Trust");
        Add(birch);
        string agreement = "Joint Working Agreement";
        DateOnly? end = dice.Chance(40) ? new DateOnly(2027, 6, 30) : null;
        world.Sentences.Add($"{agreement} is a delegation agreement between Alder Body, Birch Trust under NHS Act 2006 section 65Z5{Life(null, end)}.");
        world.Agreements["Birch Trust"] = agreement;
        if (dice.Chance(40))
        {
            world.Sentences.Add($"Provider Contract is a lead provider contract between Alder Body, Birch Trust{Life(null, dice.Chance(40) ? new DateOnly(2027, 3, 31) : null)}.");
            world.Contracts["Birch Trust"] = "Provider Contract";
        }

        if (dice.Chance(80))
        {
            string name = sharesBoardName ? "Board" : "Trust Board";
            Declare(new GenParty(name, sharesBoardName ? "Board of Birch Trust" : name, 1, "Birch Trust"), "the board of Birch Trust");
        }

        Declare(new GenParty("Birch Director", "Birch Director", 4, "Birch Trust"), "an officer of Birch Trust");
        if (dice.Chance(40))
        {
            Declare(new GenParty("Birch Manager", "Birch Manager", 5, "Birch Trust"), "an officer of Birch Trust");
        }

        if (dice.Chance(30))
        {
            world.Sentences.Add("Joint Panel is a joint committee between Alder Body, Birch Trust.");
            Add(new GenParty("Joint Panel", "Joint Panel", 2, "Alder Body") { IsJointBody = true });
        }
    }

    private void DeclareFacts()
    {
        foreach ((string name, string normally) in dice.Some([("urgent", ", normally false"), ("in budget", ", normally true"), ("novel", ""), ("routine", "")], 1 + dice.Below(3)))
        {
            world.Sentences.Add($"{name} is a condition{normally}.");
            world.Conditions.Add(name);
        }

        world.HasLength = DeclareIf(25, "contract length is a measure in years.");
        world.HasBudgetHead = DeclareIf(20, "budget head is a measure in pounds.");
        DateOnly change = new(2027, 1, 1);
        world.HasThreshold = DeclareIf(20, $"purchase threshold is an amount of {world.Say(10_000, "£")} until {world.Say(change.AddDays(-1))}.");
        if (world.HasThreshold)
        {
            world.Sentences.Add($"purchase threshold is an amount of {world.Say(25_000, "£")} from {world.Say(change)}.");
        }

        string main = dice.Pick(["", "", " per contract", " per year", " in total", " per contract excluding VAT", " including VAT", " per invoice"]);
        world.Qualifiers.AddRange(Enumerable.Repeat(main, 4));
        string otherWay = main.EndsWith("excluding VAT", StringComparison.Ordinal) ? main.Replace("excluding", "including", StringComparison.Ordinal) : main.Replace("including", "excluding", StringComparison.Ordinal);
        world.Qualifiers.Add(dice.Chance(25) ? otherWay : dice.Chance(70) ? dice.Pick(["", " per decision", " per year", " excluding VAT", " per contract including VAT"]) : main);
        world.Sentences.Add("invoice is a basis.");
        world.Currencies.AddRange(Enumerable.Repeat("£", 12));
        world.Currencies.Add(dice.Chance(30) ? "EUR " : "£");
    }

    private bool DeclareIf(int percent, string sentence)
    {
        bool chosen = dice.Chance(percent);
        world.Sentences.AddRange(chosen ? [sentence] : []);
        return chosen;
    }

    private string Life(DateOnly? from, DateOnly? until) =>
        (from is { } first ? $" from {world.Say(first)}" : "") + (until is { } last ? $" until {world.Say(last)}" : "");

    private void Declare(GenParty party, string description)
    {
        world.Sentences.Add($"{party.Name} is {description}{Life(party.From, party.Until)}.");
        Add(party);
    }

    private void Add(GenParty party) => world.Parties.Add(party);
}
