namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Writes the deciding sentences of a random scheme, each within what its giver holds.</summary>
internal sealed partial class SentenceWriter(Dice dice, World world)
{
    private readonly List<string> sentences = [];
    private readonly List<Given> held = [];
    private readonly List<(GenParty By, GenSubject Subject)> reserved = [];
    private readonly List<GenSubject> delegated = [];
    private readonly ClauseWriter clauses = new(dice, world);

    public List<string> Write(int count)
    {
        held.Add(new Given(world.Own));
        foreach (GenParty holder in world.Subjects.Select(subject => subject.Owner).Where(owner => owner != world.Own).Distinct().ToList())
        {
            held.Add(new Given(holder) { Subjects = [.. world.Subjects.Where(subject => subject.Owner == holder)] });
        }

        reserved.AddRange(world.Subjects.Where(subject => subject.IsReserved).Select(subject => (world.Own, subject)));
        for (int tries = 0; tries < 3 * count && sentences.Count < count; tries++)
        {
            WriteOne();
        }

        if (dice.Chance(35))
        {
            WriteResidual();
        }

        if (dice.Chance(20))
        {
            WriteWideOnward();
        }

        WriteAside();
        WriteDeputies();
        WriteRecusal();
        WriteSuccession();
        return WithStanding(dice.Chance(70) ? sentences : dice.Some(sentences, sentences.Count));
    }

    /// <summary>Adds <c>every delegation</c>, in the scheme or in a section. Limits and dates only where nothing is given on that could then exceed them.</summary>
    private List<string> WithStanding(List<string> all)
    {
        if (!dice.Chance(25))
        {
            return all;
        }

        List<string> added = [clauses.Facts(100), clauses.Facts(100), " after consulting Patient Forum", " subject to reserved matters"];
        if (!held.Exists(given => given.Depth > 0))
        {
            added.AddRange([$" {clauses.Plain($"{world.Currencies[0]}|{world.Qualifiers[0]}", [50_000m, 100_000m]).Text}", $" until {world.Say(new DateOnly(2027, 6, 30))}"]);
        }

        string clause = dice.Pick(added);
        if (dice.Chance(30))
        {
            int start = dice.Below(all.Count + 1);
            return [.. all[..start], "section The second part", .. all[start..], $"every delegation in this section:{clause}."];
        }

        return [$"every delegation in this scheme:{clause}.", .. all];
    }

    private void WriteOne()
    {
        switch (dice.Below(20))
        {
            case < 4:
                WriteReservation();
                break;
            case < 7:
                WriteTable();
                break;
            case 7:
                WriteExceptional();
                break;
            case 8 or 9 or 10 when world.Agreements.Count > 0:
                WriteToOrganisation(dice.Chance(50) && world.Contracts.Count > 0);
                break;
            default:
                WriteDelegation(Giver());
                break;
        }
    }

    /// <summary>Somebody with something to give: as often somebody to whom it was given as somebody who holds it by law.</summary>
    private Given Giver()
    {
        List<Given> onward = [.. held.Where(given => given.Depth is > 0 and < 4)];
        return onward.Count > 0 && dice.Chance(55) ? dice.Pick(onward) : dice.Pick<Given>(dice.Chance(75) ? [held[0]] : [.. held.Where(given => given.Depth == 0)]);
    }

    private string Say(Given giver, bool isExecutive)
    {
        GenParty? cabinet = world.Parties.Find(party => party is { Name: "Cabinet", From: null, Until: null });
        List<GenParty> acting = [.. world.Parties.Where(party => party.Organisation == giver.Holder.Organisation && party.Name is "Board" or "Trust Board" && party.Organisation == giver.Holder.Organisation)];
        if (!giver.Holder.IsOrganisation)
        {
            return giver.Said;
        }

        if (isExecutive)
        {
            return cabinet is not null && dice.Chance(40) ? cabinet.Said : giver.Said;
        }

        return acting.Count > 0 && dice.Chance(20) ? acting[0].Said : giver.Said;
    }

    private bool IsReserved(GenSubject subject, GenParty by) => reserved.Exists(pair => pair.By.Organisation == by.Organisation && subject.IsWithin(pair.Subject));

    /// <summary>What the giver may give: the same subject, a part of it, or a budget for it.</summary>
    private List<GenSubject> SubjectsOf(Given giver)
    {
        IEnumerable<GenSubject> all = giver.Subjects is null
            ? world.Subjects.Where(subject => subject.Owner == giver.Holder)
            : world.Subjects.Where(subject => giver.Subjects.Exists(whole => subject.IsWithin(whole)
                || (whole.Sort == GenSort.Budget && subject.Sort == GenSort.Function && whole.Covers.Exists(subject.IsWithin))));
        return [.. all.Where(subject => !subject.IsForCouncilAlone && !IsReserved(subject, giver.Holder))];
    }

    /// <summary>A council's executive functions go to its cabinet and its officers alone.</summary>
    private List<GenParty> ReceiversOf(Given giver, GenSubject subject) => subject.IsCouncils
        ? [.. ReceiversOf(giver).Where(party => party.Name != "Cabinet")]
        : subject.IsExecutive
        ? [.. ReceiversOf(giver).Where(party => party.Name is "Cabinet" or "Chief Executive" || party.Name.EndsWith("Director", StringComparison.Ordinal) || party.Name.EndsWith("Manager", StringComparison.Ordinal))]
        : ReceiversOf(giver);

    private List<GenParty> ReceiversOf(Given giver) => [.. AnybodyFor(giver).Where(party => !(world.IsCouncil && party.IsMember))];

    /// <summary>Those to whom the giver may give all (other) matters: what one of them may not hold is then out.</summary>
    private List<GenParty> AnybodyFor(Given giver) => giver.OnlyTo.Count > 0
        ? giver.OnlyTo
        : [.. world.PartiesOf(giver.Holder.Organisation).Where(party => party.Rank > giver.Holder.Rank
            && !party.IsJointBody && !party.IsOrganisation && party.Name is not ("Board" or "Trust Board"))];

    private void WriteReservation()
    {
        bool byOrganisation = dice.Chance(85);
        Given giver = byOrganisation ? held[0] : dice.Pick(held);
        List<GenSubject> subjects = [.. SubjectsOf(giver).Where(subject => subject.Sort != GenSort.Budget)];
        if (subjects.Count == 0)
        {
            return;
        }

        GenSubject subject = dice.Pick(subjects);
        GenParty board = world.Parties[1];
        List<GenParty> committees = [giver.Holder, .. world.PartiesOf(giver.Holder.Organisation).Where(party =>
            party.Rank is 1 or 3 && !party.IsOrganisation && !party.IsJointBody && party.From is null && party.Until is null && (party.Name == "Cabinet") == subject.IsExecutive
            && !(world.IsCouncil && party.IsMember))];
        string to = !giver.Holder.IsOrganisation
            ? giver.Holder.Said
            : giver.Holder == world.Own && dice.Chance(65) && !subject.IsExecutive ? board.Said : dice.Pick(committees).Said;
        string limits = dice.Chance(25) ? $" {dice.Pick(["above", "at least"])} {world.Say(dice.Pick([25_000m, 100_000m, 250_000m]), world.Currencies[0])}{world.Qualifiers[0]}" : "";
        string place = world.Places.Count > 0 && dice.Chance(10) ? $" at {dice.Pick(world.Places)}" : "";
        string facts = clauses.Facts(limits.Length + place.Length > 0 ? 15 : 45);
        string days = clauses.Days(giver, 10).Text;
        GenSubject? forFunction = dice.Chance(20) ? ForOf(giver, [subject]) : null;
        if ((limits + place + facts + days).Length == 0 && forFunction is null)
        {
            // What somebody was given already is not reserved outright: that would be an error in the sentence that gave it.
            if (delegated.Exists(given => given.IsWithin(subject) || given.Covers.Exists(covered => covered.IsWithin(subject))))
            {
                return;
            }

            reserved.Add((giver.Holder, subject));
        }

        sentences.Add($"{giver.Said} reserves {subject.Said}{(forFunction is null ? "" : $" for {forFunction.Said}")} to {to}{limits}{place}{days}{facts}.");
    }

    private void WriteTable()
    {
        Given giver = dice.Chance(85) ? held[0] : Giver();
        List<GenSubject> subjects = [.. SubjectsOf(giver).Where(subject => subject.Sort != GenSort.Budget)];
        bool isFree = giver.Limit is null && giver.OnwardUpper is null && giver.Consent is null && giver.For is null && (giver.At.Length == 0 || giver.Holder.At.Length > 0);
        if (subjects.Count == 0 || !isFree)
        {
            return;
        }

        GenSubject subject = dice.Pick(subjects);
        List<GenParty> receivers = [.. ReceiversOf(giver, subject).OrderByDescending(party => party.Rank)];
        if (receivers.Count == 0)
        {
            return;
        }

        string currency = world.Currencies[0];
        string qualifier = world.Qualifiers[0];
        decimal floor = 0;
        var lines = new List<string>();
        int count = 2 + dice.Below(3);
        foreach (GenParty receiver in dice.Some(receivers, count).OrderByDescending(party => party.Rank))
        {
            (string to, _) = dice.Chance(80) ? (receiver.Said, true) : To(receiver, [.. receivers.Where(party => party.Rank < receiver.Rank)]);
            bool maySubdelegate = dice.Chance(10);
            string tier = clauses.Tier(ref floor, currency, qualifier, false);
            (string days, DateOnly? from, DateOnly? until) = clauses.Days(giver, 15);
            lines.Add($"{to} {tier}{days}{clauses.Facts(20)}{(maySubdelegate ? " with power to delegate" : "")}");
            if (maySubdelegate && !to.Contains(' ' + "jointly", StringComparison.Ordinal) && to == receiver.Said)
            {
                held.Add(new Given(receiver) { Subjects = [subject], Limit = new GenLimit("", "", null, false), At = receiver.At, From = from, Until = until, Depth = giver.Depth + 1 });
            }
        }

        if (giver.Holder.IsOrganisation && dice.Chance(40) && !subject.IsExecutive)
        {
            string body = giver.Holder == world.Own ? world.Parties[1].Said : giver.Holder.Said;
            lines.Insert(dice.Chance(80) ? lines.Count : dice.Below(lines.Count + 1), $"{body} {clauses.Tier(ref floor, currency, qualifier, true)}");
        }

        if (dice.Aside.Chance(12))
        {
            lines.Add($"nobody above {world.Say(1_000_000, currency)}{qualifier}");
        }

        delegated.Add(subject);
        GenSubject? forFunction = giver.Subjects is null && dice.Chance(40) ? ForOf(giver, [subject]) : null;
        sentences.Add($"limits for {subject.Said}{(forFunction is null ? "" : $" for {forFunction.Said}")} of {giver.Said}:\n  - {string.Join("\n  - ", lines)}.");
    }

    private void WriteExceptional()
    {
        List<GenSubject> subjects = [.. world.Subjects.Where(subject => subject.Owner == world.Own && subject is { Sort: not GenSort.Budget, IsExecutive: false, IsCouncils: false, IsForCouncilAlone: false })];
        List<GenParty> receivers = ReceiversOf(held[0]);
        GenParty receiver = dice.Pick(receivers);
        (string to, _) = To(receiver, [.. receivers.Where(party => party != receiver && !party.IsMany)]);
        sentences.Add($"{world.Own.Said} delegates {dice.Pick(subjects).Said} to {to}{clauses.Days(held[0], 10).Text} even if reserved when {dice.Pick(world.Conditions)} ratified by {world.Parties[1].Said}{(dice.Aside.Chance(50) ? " within 28 days" : "")}.");
    }

    private void WriteToOrganisation(bool isContract)
    {
        Given giver = held[0];
        List<GenSubject> subjects = [.. SubjectsOf(giver).Where(subject => subject.Sort == GenSort.Function && !subject.IsExecutive)];
        if (subjects.Count == 0)
        {
            return;
        }

        GenSubject subject = dice.Pick(subjects);
        GenParty? panel = isContract || dice.Chance(60) ? null : world.Parties.Find(party => party.IsJointBody);
        GenParty birch = world.Parties.Find(party => party.Name == "Birch Trust") ?? world.Own;
        GenParty other = panel ?? birch;
        delegated.Add(subject);
        GenLimit? limit = dice.Chance(60) ? clauses.Limit(giver) : null;
        bool power = dice.Chance(60);
        string under = isContract ? world.Contracts[birch.Name] : world.Agreements[birch.Name];
        sentences.Add($"{world.Own.Said} {(isContract ? "entrusts" : "delegates")} {subject.Said} to {other.Said} under {under}{(limit is null ? "" : $" {limit.Text}")}{clauses.Facts(20)}{(power ? " with power to delegate" : "")}.");
        if (power)
        {
            held.Add(new Given(other) { Subjects = [subject], Limit = limit, Depth = 1 });
        }
    }

    private void WriteResidual()
    {
        GenParty receiver = dice.Pick([.. AnybodyFor(held[0]).Where(party => !party.IsMany)]);
        string scope = dice.Chance(85) ? "all other matters" : "all matters";
        string power = dice.Chance(30) ? " with power to delegate" : "";
        GenSubject carved = dice.Pick(world.Subjects);
        string except = dice.Chance(20) && carved.Owner == world.Own && carved.Sort != GenSort.Budget ? $" except {carved.Said}" : "";
        sentences.Add($"{world.Own.Said} delegates {scope} to {receiver.Said}{(dice.Chance(30) ? $" {clauses.Plain($"{world.Currencies[0]}|{world.Qualifiers[0]}", [50_000m, 100_000m]).Text}" : "")}{except}{clauses.Facts(10)} with reserved matters{power}.");
    }

    /// <summary>Somebody who was given something gives all of it on, or what is left of it.</summary>
    private void WriteWideOnward()
    {
        List<Given> givers = [.. held.Where(given => given is { Depth: > 0, Limit: null, OnwardUpper: null, Consent: null, From: null, Until: null, At: "", For: null })];
        if (givers.Count == 0)
        {
            return;
        }

        Given giver = dice.Pick(givers);
        List<GenParty> receivers = [.. AnybodyFor(giver).Where(party => !party.IsMany && party.At.Length == 0)];
        if (receivers.Count > 0)
        {
            sentences.Add($"{giver.Said} delegates {dice.Pick(["all matters", "all other matters"])} to {dice.Pick(receivers).Said}.");
        }
    }
}
