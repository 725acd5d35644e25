using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>Reads what a scheme says about who decides: sentences, table lines and reserved list lines become <see cref="Rule"/>s.</summary>
/// <param name="scheme">The scheme, its names known.</param>
/// <param name="faultyLines">Lines of the first tree on which a sentence in error starts, or a line of a table or list in error stands.</param>
internal sealed class RuleReader(Scheme scheme, IReadOnlySet<int> faultyLines)
{
    private readonly TermsReader terms = new(scheme);
    private readonly FactReader facts = new(scheme);
    private readonly List<(EveryDelegationSyntax Sentence, object? Section)> standing = [];
    private readonly Dictionary<SentenceSyntax, object?> sectionOf = new(ReferenceEqualityComparer.Instance);

    public void Read(IReadOnlyList<SyntaxTree> trees)
    {
        foreach (SyntaxTree tree in trees)
        {
            object? section = null;
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                section = sentence is SectionSyntax ? sentence : section;
                sectionOf[sentence] = section;
                if (sentence is EveryDelegationSyntax every)
                {
                    standing.Add((every, every.InSection ? section : null));
                }
            }
        }

        foreach (SyntaxTree tree in trees)
        {
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                int before = scheme.Rules.Count;
                Read(sentence, $"{tree.Source.FileName} line {tree.LocationOf(sentence).Line}");
                if (tree == trees[0] && sentence is InvolvementSyntax recusal && IsRecusal(tree, recusal) && !faultyLines.Contains(tree.LocationOf(sentence).Line))
                {
                    ReadRecusal(recusal);
                }

                if (tree == trees[0] && sentence is SuccessionSyntax succession)
                {
                    ReadSuccession(succession);
                }

                if (tree == trees[0])
                {
                    MarkFaults(tree, sentence, scheme.Rules[before..]);
                }
            }
        }

        foreach (Rule temporary in scheme.Rules.Where(rule => rule.IsTemporary && rule.Limit is not null).ToList())
        {
            StandIn(temporary);
        }
    }

    // What concerns somebody is what it takes no part in, where a sentence says that nobody does.
    private static bool IsRecusal(SyntaxTree tree, InvolvementSyntax sentence) => sentence.Verb == InvolvementVerb.TakesNoPart
        || (sentence.Verb == InvolvementVerb.Concerns && tree.Sentences.OfType<ConflictsRuleSyntax>().Any());

    // Whoever is taken over from is gone the day before, and what was its own is the other's.
    private void ReadSuccession(SuccessionSyntax sentence)
    {
        DateOnly day = sentence.Clauses.OfType<OnClauseSyntax>().Single().Date.Value;
        if (scheme.FindParty(sentence.Successor.Text) is not { } successor)
        {
            return;
        }

        foreach (Thing predecessor in sentence.Predecessors.Select(name => scheme.FindParty(name.Text)).OfType<Thing>())
        {
            List<Thing> some = [.. sentence.Clauses.OfType<ForClauseSyntax>().SelectMany(clause => clause.Names).Select(name => scheme.FindSubject(name.Text)).OfType<Thing>()];
            scheme.Successions.Add(new Succession(successor, predecessor, day) { For = some });
            if (some.Count > 0)
            {
                // The other stands in its place there, and it goes on with the rest.
                scheme.Recusals.Add(new Recusal(predecessor, some, [successor], [], day, null));
                continue;
            }

            predecessor.Until ??= day.AddDays(-1);
            foreach (Thing own in scheme.Names.Things.Where(thing => thing.IsParty && thing.Owners.Contains(predecessor)))
            {
                own.Owners.Add(successor);
            }
        }
    }

    /// <summary>Puts a temporary limit in the place of the standing one on its days: nothing else of the standing sentence changes.</summary>
    private void StandIn(Rule temporary)
    {
        for (int i = scheme.Rules.Count - 1; i >= 0; i--)
        {
            Rule standing = scheme.Rules[i];
            bool isIt = !standing.IsTemporary && !standing.InError && !standing.IsReservation && standing.Giver == temporary.Giver && temporary.Limit is { } limit
                && standing.Limits.Any(one => one.Axis.Basis == limit.Axis.Basis) && standing.Scope == temporary.Scope
                && standing.Subjects.ToHashSet().SetEquals(temporary.Subjects) && (temporary.For.Count == 0 || standing.For.ToHashSet().SetEquals(temporary.For))
                && (temporary.At.Count == 0 || standing.At.ToHashSet().SetEquals(temporary.At))
                && standing.Alternatives.Count == temporary.Alternatives.Count
                && standing.Alternatives.TrueForAll(group => temporary.Alternatives.Exists(other => group.ToHashSet().SetEquals(other)));
            DateOnly? from = Later(standing.From, temporary.From);
            DateOnly? until = Earlier(standing.Until, temporary.Until);
            if (!isIt || until < from)
            {
                continue;
            }

            var parts = new List<Rule> { standing.During(from, until, temporary.Limit) };
            parts[0].Facts.AddRange(temporary.Facts);

            // One in error gives nothing, and still stands in the place of the other.
            parts[0].InError |= temporary.InError;
            if (from is { } first && (standing.From is null || standing.From < first))
            {
                parts.Insert(0, standing.During(standing.From, first.AddDays(-1)));
            }

            if (until is { } last && (standing.Until is null || standing.Until > last))
            {
                parts.Add(standing.During(last.AddDays(1), standing.Until));
            }

            scheme.Rules.RemoveAt(i);
            scheme.Rules.InsertRange(i, parts);
        }

        scheme.Rules.Remove(temporary);
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;

    private void MarkFaults(SyntaxTree tree, SentenceSyntax sentence, List<Rule> rules)
    {
        List<SyntaxNode> lines = sentence switch
        {
            LimitsTableSyntax table => [.. table.Lines],
            ListDeclarationSyntax list => [.. list.Items],
            _ => [],
        };
        for (int index = 0; index < rules.Count; index++)
        {
            rules[index].Line = tree.LocationOf(lines.Count > 0 ? lines[rules[index].Part] : sentence).Line;
            rules[index].InError |= faultyLines.Contains(rules[index].Line);
        }
    }

    private void Read(SentenceSyntax sentence, string source)
    {
        switch (sentence)
        {
            case DecidingSyntax deciding:
                ReadDeciding(deciding, source);
                break;
            case LimitsTableSyntax table:
                ReadTable(table, source);
                break;
            case ListDeclarationSyntax { ReservedTo: [var parties] } list:
                ReadReservedList(list, parties, source);
                break;
            case ProhibitionSyntax prohibition:
                ReadProhibition(prohibition, source);
                break;
            case DeputySyntax deputy:
                ReadDeputy(deputy);
                break;
        }
    }

    private void ReadRecusal(InvolvementSyntax sentence)
    {
        if (scheme.FindParty(sentence.Actor.Text) is { } party)
        {
            scheme.Recusals.Add(new Recusal(
                party,
                [.. sentence.Subjects.SelectMany(name => scheme.Names.FindList(name.Text, thing => thing.IsSubject) ?? [])],
                [.. sentence.Others.Select(name => scheme.FindParty(name.Text)).OfType<Thing>()],
                [.. sentence.Clauses.SelectMany(clause => facts.FactsOf(clause, new Rule { Source = "recusal" }))],
                sentence.Clauses.OfType<FromClauseSyntax>().FirstOrDefault()?.Date.Value,
                sentence.Clauses.OfType<UntilClauseSyntax>().FirstOrDefault()?.Date.Value));
        }
    }

    private void ReadProhibition(ProhibitionSyntax sentence, string source)
    {
        var named = new Rule();
        foreach (NameSyntax subject in sentence.Subjects)
        {
            terms.AddSubject(named, subject.Text);
        }

        foreach (IGrouping<Thing?, Thing> held in named.Subjects.GroupBy(subject => subject.Owners.FirstOrDefault() ?? scheme.OwnOrganisation))
        {
            var rule = new Rule { IsReservation = true, IsForbidden = true, Giver = held.Key, InError = sentence.HasErrors || named.InError, Source = source };
            rule.Subjects.AddRange(held);
            terms.FinishForNobody(rule, sentence.Clauses);
        }
    }

    private void ReadDeciding(DecidingSyntax sentence, string source)
    {
        bool reserves = sentence.Verb == DecidingVerb.Reserves;
        var rule = new Rule
        {
            IsReservation = reserves,
            IsEntrusted = sentence.Verb == DecidingVerb.Entrusts,
            Giver = scheme.FindParty(sentence.Delegator.Text),
            InError = sentence.HasErrors,
            Source = source,
        };
        foreach (NameSyntax subject in sentence.Subjects)
        {
            terms.AddSubject(rule, NameBook.KeyOf(subject.Text) == "all other functions" ? "all other matters" : subject.Text);
        }

        IReadOnlyList<ClauseSyntax> clauses = reserves ? sentence.Clauses : WithStanding(sentence.Clauses, sectionOf[sentence]);
        terms.Finish(rule, sentence.To, clauses);
    }

    private void ReadTable(LimitsTableSyntax table, string source)
    {
        IReadOnlyList<ClauseSyntax> head = table.Clauses;
        string[] names = [.. table.Subjects.Select(subject => subject.Text)];
        ForClauseSyntax? forClause = head.OfType<ForClauseSyntax>().FirstOrDefault();
        string last = forClause is null ? names[^1] : forClause.Names[^1].Text;
        (string lastName, Thing? giver) = SplitOwner(last);
        for (int part = 0; part < table.Lines.Length; part++)
        {
            TableLineSyntax line = table.Lines[part];
            var subjects = new Rule();
            foreach (string name in names)
            {
                terms.AddSubject(subjects, forClause is null && name == last ? lastName : name);
            }

            bool isForNobody = line.Holders.Items is [{ Name.Text: "nobody" }];
            var rule = new Rule
            {
                IsReservation = isForNobody,
                IsForbidden = isForNobody,
                Giver = giver ?? subjects.Subjects.FirstOrDefault()?.Owners.FirstOrDefault() ?? scheme.OwnOrganisation,
                InError = table.HasErrors || line.HasErrors || subjects.InError,
                Table = isForNobody ? null : table,
                Part = part,
                Source = source,
                Scope = subjects.Scope,
            };
            rule.Subjects.AddRange(subjects.Subjects);
            foreach (NameSyntax function in forClause?.Names ?? [])
            {
                terms.AddAll(rule, rule.For, forClause is not null && function.Text == last ? lastName : function.Text, thing => thing.Sort == Sort.Function);
            }

            if (isForNobody)
            {
                terms.FinishForNobody(rule, line.Clauses);
                continue;
            }

            terms.Finish(rule, line.Holders, WithStanding([.. line.Clauses, .. head.Where(clause => clause is not ForClauseSyntax)], sectionOf[table]));
        }
    }

    /// <summary>Takes <c>of A</c> off the end of the last name in the head of a table, unless the whole is a name.</summary>
    private (string Name, Thing? Giver) SplitOwner(string name)
    {
        if (scheme.FindSubject(name) is { } whole && !name.Contains(" of ", StringComparison.Ordinal))
        {
            return (name, null);
        }

        for (int at = name.LastIndexOf(" of ", StringComparison.Ordinal); at > 0; at = name.LastIndexOf(" of ", at - 1, StringComparison.Ordinal))
        {
            Thing? giver = scheme.FindParty(name[(at + 4)..]);
            if (giver is not null && (scheme.FindSubject(name[..at]) ?? scheme.FindSubject(name)) is not null)
            {
                return (scheme.FindSubject(name[..at]) is null ? name : name[..at], giver);
            }
        }

        return (name, null);
    }

    private void ReadReservedList(ListDeclarationSyntax list, PartyListSyntax parties, string source)
    {
        for (int part = 0; part < list.Items.Length; part++)
        {
            ListItemSyntax item = list.Items[part];
            var rule = new Rule
            {
                Part = part,
                IsReservation = true,
                Giver = scheme.FindParty(list.Owner.Text),
                InError = list.HasErrors || item.HasErrors,
                Source = source,
            };
            terms.AddSubject(rule, item.Name.Text);
            terms.Finish(rule, parties, [.. item.Clauses.Where(clause => clause is not (FromClauseSyntax or UntilClauseSyntax)), .. list.Clauses]);
        }
    }

    private void ReadDeputy(DeputySyntax sentence)
    {
        List<Thing> principals = [.. sentence.Principals.Select(name => scheme.FindParty(name.Text)).OfType<Thing>()];
        if (scheme.FindParty(sentence.Deputy.Text) is not { } deputy || principals.Count < sentence.Principals.Length)
        {
            scheme.Problems.Add($"deputy {sentence.Deputy.Text}");
            return;
        }

        List<Thing> except = [.. sentence.Clauses.OfType<ExceptClauseSyntax>().SelectMany(clause => clause.Subjects)
            .SelectMany(name => scheme.Names.FindList(name.Text, thing => thing.IsSubject) ?? [])];
        List<Thing> only = [.. sentence.Clauses.OfType<ForClauseSyntax>().SelectMany(clause => clause.Names)
            .SelectMany(name => scheme.Names.FindList(name.Text, thing => thing.IsSubject) ?? [])];
        scheme.Deputies.Add(new Deputy(
            deputy,
            principals,
            only,
            except,
            [.. sentence.Clauses.SelectMany(clause => facts.FactsOf(clause, new Rule { Source = "deputy" }))],
            sentence.Clauses.OfType<FromClauseSyntax>().FirstOrDefault()?.Date.Value,
            sentence.Clauses.OfType<UntilClauseSyntax>().FirstOrDefault()?.Date.Value));
    }

    /// <summary>The clauses of a sentence with those that <c>every delegation</c> adds: of each sort that it does not have itself; conditions always.</summary>
    private List<ClauseSyntax> WithStanding(IReadOnlyList<ClauseSyntax> own, object? section)
    {
        List<ClauseSyntax> all = [.. own];
        foreach ((EveryDelegationSyntax sentence, object? itsSection) in standing.OrderBy(pair => pair.Section is null))
        {
            if (itsSection is not null && itsSection != section)
            {
                continue;
            }

            List<ClauseSyntax> before = [.. all];
            all.AddRange(sentence.Clauses.Where(clause =>
                clause is WhenClauseSyntax or UnlessClauseSyntax || !before.Exists(other => AreOfOneSort(clause, other))));
        }

        return all;
    }

    private static bool AreOfOneSort(ClauseSyntax added, ClauseSyntax own) => (added, own) switch
    {
        (FromClauseSyntax or UntilClauseSyntax, ForYearClauseSyntax) => true,
        (ForYearClauseSyntax, FromClauseSyntax or UntilClauseSyntax) => true,
        (LimitClauseSyntax, UnlimitedClauseSyntax) => true,
        (StepClauseSyntax first, StepClauseSyntax second) => first.Step == second.Step,
        (TextClauseSyntax first, TextClauseSyntax second) => first.Kind == second.Kind,
        _ => added.GetType() == own.GetType(),
    };
}
