namespace DelegationLang.Tests.Reference.Generation;

/// <content>Functions, matters and budgets.</content>
internal sealed partial class WorldWriter
{
    private void DeclareFunctions()
    {
        GenSubject care = Function("care", null);
        GenSubject clinics = Function("clinics", care);
        if (dice.Chance(50))
        {
            Function("foot clinics", clinics);
            int before = world.Sentences.Count;
            DeclareAgain("foot clinics", "a function of Alder Body within care");
            world.Subjects[^1] = world.Sentences.Count > before ? world.Subjects[^1] with { Parent = care } : world.Subjects[^1];
        }

        if (dice.Chance(60))
        {
            Function("looked after children", dice.Chance(30) ? care : null);
        }

        if (dice.Chance(20))
        {
            world.Sentences.Add("cataract surgery is a function of Alder Body within surgery.");
            world.Subjects.Add(new GenSubject("cataract surgery", GenSort.Function, world.Own));
        }

        if (ownKind == "a local authority" && dice.Chance(70))
        {
            GenSubject roads = Function("roads", null, "an executive function") with { IsExecutive = true };
            world.Subjects[^1] = roads;
            if (dice.Chance(50))
            {
                Function("parking", roads, dice.Chance(50) ? "an executive function" : "a function");
                world.Subjects[^1] = world.Subjects[^1] with { IsExecutive = true };
            }
        }

        if (ownKind == "a local authority" && dice.Chance(70))
        {
            GenSubject licences = Function("licences", dice.Chance(40) ? care : null, "a council function") with { IsCouncils = true };
            world.Subjects[^1] = licences;
            if (dice.Chance(50))
            {
                Function("taxi licences", licences);
                world.Subjects[^1] = world.Subjects[^1] with { IsCouncils = true };
            }
        }

        if (dice.Chance(15))
        {
            GenParty holder = dice.Pick([.. world.PartiesOf("Alder Body").Where(party => party.Rank is 1 or 3 && party.At.Length == 0)]);
            world.Sentences.Add($"needs assessment is a function of {holder.Said}.");
            world.Subjects.Add(new GenSubject("needs assessment", GenSort.Function, holder));
        }

        if (dice.More.Chance(20))
        {
            // Names with joining words, without quotation marks: in one line, or one a line.
            world.Sentences.Add(dice.More.Chance(50)
                ? "functions of Alder Body: visits to homes, work on wards."
                : "functions of Alder Body:\n  - visits to homes\n  - work on wards within visits to homes.");
            var visits = new GenSubject("visits to homes", GenSort.Function, world.Own);
            world.Subjects.Add(visits);
            world.Subjects.Add(new GenSubject("work on wards", GenSort.Function, world.Own, world.Sentences[^1].Contains('\n', StringComparison.Ordinal) ? visits : null));
        }

        if (world.Agreements.Count > 0 && dice.Chance(50))
        {
            GenParty birch = world.Parties.Find(party => party.Name == "Birch Trust") ?? world.Own;
            world.Sentences.Add("therapy is a function of Birch Trust.");
            world.Subjects.Add(new GenSubject("therapy", GenSort.Function, birch));
        }
    }

    private GenSubject Function(string name, GenSubject? parent, string kind = "a function")
    {
        DateOnly? end = dice.Chance(4) ? new DateOnly(2027, 6, 30) : null;
        world.Sentences.Add($"{name} is {kind} of Alder Body{(parent is null ? "" : $" within {parent.Said}")}{Life(null, end)}.");
        world.Subjects.Add(new GenSubject(name, GenSort.Function, world.Own, parent));
        return world.Subjects[^1];
    }

    private void DeclareMatters()
    {
        GenSubject contracts = Matter("contracts", null);
        if (dice.Chance(60))
        {
            Matter("leases", contracts);
        }

        Matter("\"sign off for payment\"", null, "sign off for payment");
        if (dice.Chance(50))
        {
            Matter("closures", world.Subjects[dice.Below(2)]);
        }

        if (dice.Chance(40))
        {
            Matter("use of the seal", null);
        }

        if (dice.Chance(10))
        {
            // The library declares the function and says of nobody that it is theirs.
            world.Sentences.Add("theatre lists is a matter of Alder Body within surgery.");
            world.Subjects.Add(new GenSubject("theatre lists", GenSort.Matter, world.Own, new GenSubject("surgery", GenSort.Function, world.Own)));
        }

        if (ownKind == "a local authority" && dice.Chance(60))
        {
            bool isPart = dice.Chance(60);
            world.Sentences.Add($"yearly charge is a full council matter of Alder Body{(isPart ? " within contracts" : "")}.");
            world.Subjects.Add(new GenSubject("yearly charge", GenSort.Matter, world.Own, isPart ? contracts : null) { IsForCouncilAlone = true });
            world.Sentences.Add("new loans is a matter of Alder Body within borrowing.");
            world.Subjects.Add(new GenSubject("new loans", GenSort.Matter, world.Own) { IsForCouncilAlone = true });
        }

        if (ownKind == "a local authority" && dice.More.Chance(50))
        {
            bool isExecutive = dice.More.Chance(50);
            world.Sentences.Add($"parking fees is {(isExecutive ? "an executive" : "a council")} matter of Alder Body.");
            world.Subjects.Add(new GenSubject("parking fees", GenSort.Matter, world.Own) { IsExecutive = isExecutive, IsCouncils = !isExecutive });
        }

        if (dice.Chance(20))
        {
            string reserved = dice.Chance(50) ? $" reserved to {world.Parties[1].Said}" : "";
            world.Sentences.Add($"matters of Alder Body{reserved}:\n  - annual accounts reference \"7.1\"\n  - accounting policies within annual accounts.");
            var accounts = new GenSubject("annual accounts", GenSort.Matter, world.Own) { IsReserved = reserved.Length > 0 };
            world.Subjects.Add(accounts);
            world.Subjects.Add(new GenSubject("accounting policies", GenSort.Matter, world.Own, accounts) { IsReserved = accounts.IsReserved });
        }

        if (dice.Chance(10))
        {
            GenParty holder = world.Parties.Find(party => party.Name == "Finance Committee") ?? world.Own;
            world.Sentences.Add("audit plan is a matter of Finance Committee.");
            world.Subjects.Add(new GenSubject("audit plan", GenSort.Matter, holder));
        }
    }

    private GenSubject Matter(string declared, GenSubject? parent, string? said = null)
    {
        world.Sentences.Add($"{declared} is a matter of Alder Body{(parent is null ? "" : $" within {parent.Said}")}.");
        world.Subjects.Add(new GenSubject(said ?? declared, GenSort.Matter, world.Own, parent));
        return world.Subjects[^1];
    }

    private void DeclareBudgets()
    {
        GenSubject care = world.Subjects[0];
        if (dice.Chance(50))
        {
            bool atPlace = world.Places.Count > 0 && dice.Chance(20);
            string place = atPlace ? $" at {world.Places[0]}" : "";
            world.Sentences.Add($"care budget is a budget of Alder Body covering care{place} worth £40 million for 2026/27.");
            world.Subjects.Add(new GenSubject("care budget", GenSort.Budget, world.Own) { Covers = [care] });
        }

        if (dice.Chance(25))
        {
            List<GenSubject> functions = dice.Some(world.Subjects.Where(subject => subject.Sort == GenSort.Function && (subject.Owner == world.Own || subject.Said == "therapy") && !subject.IsExecutive), 2);
            world.Sentences.Add($"whole budget is a budget of Alder Body covering {string.Join(", ", functions.Select(function => function.Said))}.");
            var whole = new GenSubject("whole budget", GenSort.Budget, world.Own) { Covers = functions };
            world.Subjects.Add(whole);
            if (dice.Chance(40))
            {
                world.Sentences.Add("clinic budget is a budget of Alder Body covering clinics within whole budget.");
                world.Subjects.Add(new GenSubject("clinic budget", GenSort.Budget, world.Own, whole) { Covers = [world.Subjects[1]] });
                whole.Covers.Add(world.Subjects[1]);
            }
        }

        if (dice.Chance(8))
        {
            world.Sentences.Add("petty cash is a budget of Alder Body.");
            world.Subjects.Add(new GenSubject("petty cash", GenSort.Budget, world.Own));
        }
    }
}
