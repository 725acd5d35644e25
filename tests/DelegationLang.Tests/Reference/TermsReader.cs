using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>Fills a rule: its subjects, the groups it gives to, and its clauses.</summary>
internal sealed class TermsReader(Scheme scheme)
{
    public void AddSubject(Rule rule, string name)
    {
        switch (NameBook.KeyOf(name))
        {
            case "all matters":
                rule.Scope = Scope.AllMatters;
                break;
            case "all other matters":
                rule.Scope = Scope.AllOtherMatters;
                break;
            default:
                AddAll(rule, rule.Subjects, name, thing => thing.IsSubject);
                break;
        }
    }

    public void AddAll(Rule rule, List<Thing> target, string name, Func<Thing, bool> wanted)
    {
        if (scheme.Names.FindList(name, wanted) is { } things)
        {
            target.AddRange(things);
        }
        else
        {
            Fail(rule, name);
        }
    }

    private void Fail(Rule rule, string name)
    {
        rule.InError = true;
        scheme.Problems.Add($"{rule.Source}: {name}");
    }

    public void Finish(Rule rule, PartyListSyntax to, IReadOnlyList<ClauseSyntax> clauses)
    {
        if (rule.Giver is null)
        {
            Fail(rule, "giver");
        }

        rule.Alternatives = to.Kind == PartyListKind.Together ? JointGroupsOf(rule, to) : GroupsOf(rule, to);
        List<List<Thing>> alone = rule.Alternatives;
        var beside = new List<List<Thing>> { new() };
        foreach (ClauseSyntax clause in clauses)
        {
            ReadClause(rule, clause);
            if (clause is JointlyClauseSyntax joint)
            {
                beside = [.. Product(beside, JointGroupsOf(rule, joint.Parties))];
            }
        }

        bool ratifierIsGiver = rule.RatifiedBy is { } ratifier
            && (ratifier == rule.Giver || (scheme.Kinds.Is(ratifier, "board") && ratifier.Owners.Contains(rule.Giver ?? ratifier)));
        if (rule.IsExceptional && (!ratifierIsGiver || !clauses.Any(clause => clause is WhenClauseSyntax)))
        {
            rule.InError = true;
            scheme.Problems.Add($"{rule.Source}: even if reserved");
        }

        scheme.Rules.AddRange(rule.IsForOwn ? Narrowed(rule, alone, beside) : [rule]);
    }

    /// <summary>A rule for each of those who get it and each thing that it is responsible for: with several who act together, what all of them are.</summary>
    private IEnumerable<Rule> Narrowed(Rule rule, List<List<Thing>> alone, List<List<Thing>> beside)
    {
        foreach (List<Thing> team in alone)
        {
            List<Thing> own = [.. team.SelectMany(party => party.ResponsibleFor).Distinct()
                .Where(subject => team.TrueForAll(party => party.ResponsibleFor.Exists(subject.IsWithin)))];
            if (own.Count == 0)
            {
                Fail(rule, "own responsibilities");
                yield return rule;
                yield break;
            }

            List<List<Thing>> teams = [.. Product([team], beside)];
            foreach (Thing subject in own)
            {
                if (subject.Sort == Sort.Function)
                {
                    yield return rule.Narrowed(teams, rule.Subjects, [subject], rule.Scope);
                    continue;
                }

                foreach (Thing given in rule.Subjects)
                {
                    if (given.Sort != Sort.Matter)
                    {
                        yield return rule.Narrowed(teams, [subject], [given], Scope.Named);
                    }
                    else if (given.IsWithin(subject) || subject.IsWithin(given))
                    {
                        yield return rule.Narrowed(teams, [given.IsWithin(subject) ? given : subject], [], Scope.Named);
                    }
                }

                if (rule.Scope != Scope.Named)
                {
                    yield return rule.Narrowed(teams, [subject], [], Scope.Named);
                }
            }
        }
    }

    // The members of a class that the words name, as each, any, or some number of them.
    private List<Thing>? Members(string words, out bool isEach)
    {
        isEach = words.StartsWith("each ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("every ", StringComparison.OrdinalIgnoreCase);
        string name = isEach || words.StartsWith("any ", StringComparison.OrdinalIgnoreCase) ? words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..] : words;
        return scheme.Names.Find(name, thing => thing.Sort == Sort.Class)?.Members;
    }

    /// <summary>Fills a rule by which nobody gets anything.</summary>
    public void FinishForNobody(Rule rule, IReadOnlyList<ClauseSyntax> clauses)
    {
        foreach (ClauseSyntax clause in clauses)
        {
            ReadClause(rule, clause);
        }

        scheme.Rules.Add(rule);
    }

    private List<List<Thing>> GroupsOf(Rule rule, PartyListSyntax list, bool isTogether = false)
    {
        var groups = new List<List<Thing>>();
        foreach (PartySyntax item in list.Items)
        {
            // "both A and B" names two in one item; the generator writes no name with "and" in it.
            if (list.Kind == PartyListKind.Together && item.Name.Text.Split(" and ") is { Length: > 1 } names)
            {
                groups.Add([.. names.Select(name => scheme.FindParty(name)).OfType<Thing>()]);
                continue;
            }

            if (item.Among.IsEmpty && item.Count == 1 && Members(item.Name.Text, out bool isEach) is { } one)
            {
                // Of people who all must act, each of a class is one; otherwise each of them is enough.
                groups.AddRange(isEach && isTogether ? [one] : one.Select(member => new List<Thing> { member }));
                continue;
            }

            List<Thing?> parties = [.. item.Among.Select(name => name.Text).Prepend(item.Name.Text)
                .SelectMany(name => Members(name, out _) is { } members ? members.Select(Thing? (member) => member) : [scheme.FindParty(name)]).Distinct()];
            if (parties.Contains(null))
            {
                Fail(rule, item.Name.Text);
                continue;
            }

            groups.AddRange(GroupsOf([.. parties.OfType<Thing>()], item.Count));
        }

        return groups;
    }

    /// <summary>As many different people as wanted: of one party, all of it; of a list, each choice of that many.</summary>
    private static IEnumerable<List<Thing>> GroupsOf(List<Thing> parties, int count)
    {
        if (parties.Count == 1)
        {
            return [[.. Enumerable.Repeat(parties[0], count)]];
        }

        return Enumerable.Range(0, 1 << parties.Count)
            .Select(choice => parties.Where((_, index) => (choice & (1 << index)) != 0).ToList())
            .Where(chosen => chosen.Count == count);
    }

    private void ReadClause(Rule rule, ClauseSyntax clause)
    {
        var facts = new FactReader(scheme);
        switch (clause)
        {
            case LimitClauseSyntax limit:
                if (rule.Limit is null)
                {
                    rule.Limit = facts.LimitOf(limit.Range, rule);
                }
                else if (facts.LimitOf(limit.Range, rule) is { } further)
                {
                    rule.Further.Add(further);
                }

                ShareVat(rule);
                break;
            case ForClauseSyntax { Names: [{ Text: "their own responsibilities" }] }:
                rule.IsForOwn = true;
                break;
            case ForClauseSyntax forClause:
                forClause.Names.ToList().ForEach(name => AddAll(rule, rule.For, name.Text, thing => thing.Sort is Sort.Function or Sort.Budget));
                break;
            case ForYearClauseSyntax { Year: var year }:
                rule.From = new DateOnly(year.StartYear, 4, 1);
                rule.Until = new DateOnly(year.StartYear + 1, 3, 31);
                break;
            case AtClauseSyntax at:
                at.Places.ToList().ForEach(name => AddAll(rule, rule.At, name.Text, thing => thing.Sort == Sort.Place));
                break;
            case FromClauseSyntax from:
                rule.From = from.Date.Value;
                break;
            case UntilClauseSyntax until:
                rule.Until = until.Date.Value;
                break;
            case UnderClauseSyntax under:
                Thing? basis = scheme.Names.Find(under.Name.Text, thing => thing.Sort is Sort.Agreement or Sort.Power);
                rule.Agreement = basis is { Sort: Sort.Agreement } ? basis : rule.Agreement;
                break;
            case ReservedMattersClauseSyntax kept:
                kept.Further.ToList().ForEach(name => AddAll(rule, rule.KeptBack, name.Text, thing => thing.IsSubject));
                break;
            case ExceptClauseSyntax except:
                except.Subjects.ToList().ForEach(name => AddAll(rule, rule.Except, name.Text, thing => thing.IsSubject));
                break;
            case WhenClauseSyntax or UnlessClauseSyntax:
                rule.Facts.AddRange(facts.FactsOf(clause, rule));
                break;
            case JointlyClauseSyntax joint:
                rule.Alternatives = [.. Product(rule.Alternatives, JointGroupsOf(rule, joint.Parties))];
                break;
            case StepClauseSyntax step:
                List<List<Thing>> asked = JointGroupsOf(rule, step.Parties);
                rule.Needed.AddRange(asked.SelectMany(group => group).Distinct().Where(person =>
                    asked.TrueForAll(group => step.Step == StepKind.Approval ? group.Contains(person) : group.TrueForAll(other => other == person))));
                break;
            case TemporarilyClauseSyntax:
                rule.IsTemporary = true;
                break;
            case NamesClauseSyntax { Kind: ClauseKind.Within } within:
                within.Names.ToList().ForEach(name => AddAll(rule, rule.Within, name.Text, thing => thing.IsSubject));
                break;
            case EvenIfReservedClauseSyntax:
                rule.IsExceptional = true;
                break;
            case OnwardClauseSyntax onward:
                rule.Onward = facts.OnwardOf(onward, rule);
                rule.IsOnwardRefused = !onward.IsGiven;
                break;
            case RatifiedByClauseSyntax ratified:
                rule.RatifiedBy = scheme.FindParty(ratified.Party.Text);
                break;
            case ApprovedByClauseSyntax approved:
                rule.ApprovedBy = scheme.FindParty(approved.Party.Text);
                break;
        }
    }

    // Value added tax is said once for all limits of a sentence.
    private static void ShareVat(Rule rule)
    {
        VatSyntaxKind vat = rule.Limits.Select(limit => limit.Axis.Vat).FirstOrDefault(one => one != VatSyntaxKind.Unstated);
        Limit Shared(Limit limit) => limit.Axis.Vat == VatSyntaxKind.Unstated ? limit with { Axis = limit.Axis with { Vat = vat } } : limit;
        if (rule.Further.Count > 0 && rule.Limit is { } first)
        {
            rule.Limit = Shared(first);
            List<Limit> others = rule.Further.ConvertAll(Shared);
            rule.Further.Clear();
            rule.Further.AddRange(others);
        }
    }

    /// <summary>After <c>jointly with</c>: of <c>B or C</c> either, of <c>B, C</c> both.</summary>
    private List<List<Thing>> JointGroupsOf(Rule rule, PartyListSyntax list)
    {
        if (list.Kind == PartyListKind.Any)
        {
            return GroupsOf(rule, list);
        }

        List<List<Thing>> together = [[]];
        foreach (PartySyntax item in list.Items)
        {
            together = [.. Product(together, GroupsOf(rule, list with { Items = [item] }, isTogether: true))];
        }

        return together;
    }

    private static IEnumerable<List<Thing>> Product(List<List<Thing>> left, List<List<Thing>> right) =>
        left.SelectMany(_ => right, (first, second) => (List<Thing>)[.. first, .. second]);
}
