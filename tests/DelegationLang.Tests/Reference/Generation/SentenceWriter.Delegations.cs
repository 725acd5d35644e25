namespace DelegationLang.Tests.Reference.Generation;

/// <content>Delegations by one party to others, each within what the giver holds.</content>
internal sealed partial class SentenceWriter
{
    private void WriteDelegation(Given giver)
    {
        List<GenSubject> subjects = dice.Some(SubjectsOf(giver), dice.Chance(80) ? 1 : 2);
        List<GenParty> receivers = subjects.Count == 0 ? [] : ReceiversOf(giver, subjects[0]);
        if (receivers.Count == 0 || subjects.Exists(subject => subject.IsExecutive != subjects[0].IsExecutive))
        {
            return;
        }

        GenSubject? forFunction = ForOf(giver, subjects);
        GenParty receiver = dice.Pick(receivers);
        (string to, bool isAlone) = To(receiver, [.. receivers.Where(party => party != receiver && !party.IsMany)], mayBullet: true);
        string own = forFunction is null && giver.For is null ? Own(giver, subjects, to, receiver) : "";
        isAlone &= own.Length == 0;
        string place = PlaceOf(giver, receiver);
        bool mustState = giver.At.Length > 0 && giver.Holder.At.Length == 0;
        GenLimit? limit = dice.Chance(65) ? clauses.Limit(giver) : null;
        (string days, DateOnly? from, DateOnly? until) = clauses.Days(giver, 30);
        string except = Except(giver, subjects);
        string consent = giver.Consent is { } consenter ? $" approved by {consenter.Said} on {world.Say(new DateOnly(2026, 4, 1))}" : "";
        Onward? power = isAlone && dice.Chance(55) ? PowerOf(receiver, limit ?? giver.Limit) : null;
        string clauseText = (limit is null ? giver is { Limit: null, OnwardUpper: null } && dice.Aside.Chance(10) ? " any amount" : "" : $" {limit.Text}{(power is null ? clauses.Further(limit) : "")}")
            + (place.Length > 0 && (mustState || place != giver.At) ? $" at {place}" : "")
            + own + except + days + (except.Contains("matters", StringComparison.Ordinal) ? "" : clauses.Remark(15)) + clauses.Facts(35) + consent + power?.Text;
        string subjectText = string.Join(", ", subjects.Select(subject => subject.Said)) + (forFunction is null ? "" : $" for {forFunction.Said}");
        delegated.AddRange(subjects);
        sentences.Add($"{Say(giver, subjects[0].IsExecutive)} delegates {subjectText} to {to}{clauseText}.");
        WriteTemporary(giver, subjects, subjectText, to, limit, isPlain: power is null && days.Length == 0 && own.Length == 0 && !to.Contains('\n', StringComparison.Ordinal));
        if (power is not null)
        {
            held.Add(new Given(receiver)
            {
                Subjects = subjects,
                For = forFunction,
                At = receiver.At.Length > 0 && place.Length == 0 ? receiver.At : place,
                Limit = limit ?? giver.Limit,
                OnwardUpper = power.Upper ?? (limit is null ? giver.OnwardUpper : null),
                From = from,
                Until = until,
                OnlyTo = power.OnlyTo,
                Consent = power.Consent,
                Depth = giver.Depth + 1,
            });
        }
    }

    /// <summary>Now and then another figure in place of that of the sentence before, for some days.</summary>
    private void WriteTemporary(Given giver, List<GenSubject> subjects, string subjectText, string to, GenLimit? limit, bool isPlain)
    {
        if (isPlain && limit is { IsPlain: true } && giver is { Limit: null, OnwardUpper: null, Consent: null, From: null, Until: null } && dice.Aside.Chance(25))
        {
            string[] axis = limit.Axis.Split('|');
            string days = dice.Aside.Pick([$" from {world.Say(new DateOnly(2026, 5, 1))} until {world.Say(new DateOnly(2026, 9, 30))}", $" until {world.Say(new DateOnly(2026, 6, 30))}"]);
            sentences.Add($"{Say(giver, subjects[0].IsExecutive)} delegates {subjectText} to {to} temporarily up to {world.Say(dice.Aside.Pick([2_000m, 25_000m, 300_000m]), axis[0])}{axis[1]}{days}.");
        }
    }

    /// <summary>What nobody may decide, and the rest of something: each of it leaves something over.</summary>
    private void WriteAside()
    {
        List<GenSubject> own = [.. world.Subjects.Where(subject => subject.Owner == world.Own && subject is { Sort: not GenSort.Budget, IsExecutive: false, IsCouncils: false, IsForCouncilAlone: false })];
        if (dice.Aside.Chance(15))
        {
            string which = dice.Aside.Chance(60) ? $" above {world.Say(dice.Aside.Pick([5_000m, 100_000m]), "£")}{world.Qualifiers[0]}" : $" when {dice.Aside.Pick(world.Conditions)}";
            sentences.Add($"Nobody may decide {dice.Aside.Pick(own).Said}{which}.");
        }

        List<GenSubject> wholes = [.. own.Where(subject => world.Subjects.Exists(part => part.Parent == subject) && !IsReserved(subject, world.Own))];
        if (wholes.Count > 0 && dice.Aside.Chance(20))
        {
            GenSubject whole = dice.Aside.Pick(wholes);
            List<GenParty> receivers = [.. ReceiversOf(held[0], whole).Where(party => !party.IsMany)];
            if (receivers.Count > 0)
            {
                sentences.Add($"{world.Own.Said} delegates all other {(whole.Sort == GenSort.Function ? "functions" : "matters")} within {whole.Said} to {dice.Aside.Pick(receivers).Said}.");
            }
        }
    }

    private GenSubject? ForOf(Given giver, List<GenSubject> subjects)
    {
        if (!subjects.TrueForAll(subject => subject is { Sort: GenSort.Matter, Parent: null or { Sort: GenSort.Matter }, IsExecutive: false, IsCouncils: false }))
        {
            return null;
        }

        if (giver.For is { } own)
        {
            return dice.Pick([.. world.Subjects.Where(subject => subject.Sort == GenSort.Function && subject.IsWithin(own) && (!subject.IsCouncils || own.IsCouncils))]);
        }

        List<GenSubject> functions = [.. world.Subjects.Where(subject => subject.Sort == GenSort.Function && subject.Owner == subjects[0].Owner && !subject.IsExecutive && !subject.IsCouncils && !IsReserved(subject, giver.Holder))];
        return functions.Count > 0 && dice.Chance(25) ? dice.Pick(functions) : null;
    }

    private string PlaceOf(Given giver, GenParty receiver)
    {
        string within = giver.At.Length > 0 ? giver.At : "";
        if (within.Length > 0)
        {
            List<string> parts = [within, .. world.Places.Where(place => world.PlaceParent.GetValueOrDefault(place) == within)];
            return dice.Chance(80) ? within : dice.Pick(parts);
        }

        return world.Places.Count > 0 && receiver.At.Length == 0 && dice.Chance(20) ? dice.Pick(world.Places) : "";
    }

    private string Except(Given giver, List<GenSubject> subjects)
    {
        List<GenSubject> parts = [.. world.Subjects.Where(part => part.Sort != GenSort.Budget && !subjects.Contains(part) && subjects.Exists(subject =>
            part.IsWithin(subject) || subject.Covers.Exists(part.IsWithin) || (subject.Sort == GenSort.Function && part.Sort == GenSort.Matter && part.Owner == giver.Holder)))];
        if (parts.Count == 0 || !dice.Chance(15))
        {
            return "";
        }

        GenSubject carved = dice.Pick(parts);
        return carved.Sort == GenSort.Matter && dice.Chance(40) ? $" with reserved matters: {carved.Said}" : $" except {carved.Said}";
    }

    /// <summary>To whom: mostly to one, otherwise to each of several, either of them, or several together.</summary>
    private (string Text, bool IsAlone) To(GenParty receiver, List<GenParty> others, bool mayBullet = false)
    {
        List<string> more = [.. dice.Some(others, 2).Select(party => party.Said)];
        List<GenParty> many = [.. world.Parties.Where(party => party.IsMany && party.Organisation == receiver.Organisation && party != receiver)];
        string first = dice.Chance(3) ? $"the {receiver.Said}" : dice.Chance(50) ? world.OtherNames.GetValueOrDefault(receiver.Name, receiver.Said) : receiver.Said;
        int chosen = dice.Below(30);
        if (world.Class.Count > 0 && dice.Aside.Chance(20) && world.Class.TrueForAll(post => post == receiver || others.Contains(post)))
        {
            return (dice.Aside.Pick(["each senior officer", "any senior officer", "any two of senior officer"]), false);
        }

        return chosen switch
        {
            0 when receiver.IsMany => ($"two of {first}", false),
            1 when more.Count > 0 => (!mayBullet || dice.Chance(50) ? $"{first}, {more[0]}" : $"\n  - {first}\n  - {more[0]}\n ", false),
            2 when more.Count > 0 => (dice.Pick([$"{first} or {more[0]}", $"either {first} or {more[0]}"]), false),
            3 or 4 when more.Count > 0 => (dice.Pick([$"{first} jointly with {more[0]}", $"both {first} and {more[0]}", $"{first} and {more[0]} together"]), false),
            5 when more.Count > 1 => ($"{first} or {more[0]} jointly with {more[1]}", false),
            6 when more.Count > 1 => ($"{first} jointly with {more[0]} or {more[1]}", false),
            7 when more.Count > 1 => ($"{first} jointly with {more[0]}, {more[1]}", false),
            8 when more.Count > 1 => ($"{dice.Pick(["", "any "])}two of {first}, {more[0]}, {more[1]}", false),
            9 when many.Count > 0 => ($"{first} jointly with two of {many[0].Said}", false),
            _ => (first, true),
        };
    }

    /// <summary>Matters may go to posts for what these are responsible for, if they are for something that nobody has reserved.</summary>
    private string Own(Given giver, List<GenSubject> subjects, string to, GenParty receiver)
    {
        bool isEach = to is "each senior officer" or "any senior officer";
        List<GenParty> posts = isEach ? world.Class : to == receiver.Said ? [receiver] : [];
        return posts.Count > 0 && dice.Aside.Chance(isEach ? 60 : 20)
            && subjects.TrueForAll(subject => subject is { Sort: GenSort.Matter, Parent: null or { Sort: GenSort.Matter } })
            && posts.TrueForAll(post => world.ResponsibleFor.TryGetValue(post.Name, out List<GenSubject>? own) && own.TrueForAll(subject => subject.Owner == subjects[0].Owner && !IsReserved(subject, giver.Holder)))
            ? " for their own responsibilities" : "";
    }

    private sealed record Onward(string Text, decimal? Upper, List<GenParty> OnlyTo, GenParty? Consent);

    private Onward PowerOf(GenParty receiver, GenLimit? limit)
    {
        List<GenParty> below = ReceiversOf(new Given(receiver));
        List<GenParty> onlyTo = below.Count > 0 && dice.Chance(20) ? dice.Some(below, 1 + dice.Below(2)) : [];
        string to = onlyTo.Count > 0 ? $" to {string.Join(", ", onlyTo.Select(party => party.Said))}" : "";
        string axis = limit?.Axis ?? $"£|{world.Qualifiers[0]}";
        GenLimit? most = dice.Chance(15) && (limit is null || limit is { IsPlain: true }) && axis == $"£|{world.Qualifiers[0]}"
            ? clauses.Plain(axis, [.. new[] { 1_000m, 5_000m, 10_000m, 50_000m }.Where(figure => !(figure > limit?.Upper))])
            : null;
        GenParty? consent = dice.Chance(8) ? dice.Pick([.. world.PartiesOf(world.Own.Name).Where(party => party.Name is "Board")]) : null;
        return new Onward($" with power to delegate{to}{(most is null ? "" : $" {most.Text}")}{(consent is null ? "" : $" by consent of {consent.Said}")}", most?.Upper, onlyTo, consent);
    }
}
