using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>Reads what a scheme declares: first every name, then what the names in its clauses stand for.</summary>
internal sealed class DeclarationReader(Scheme scheme)
{
    private readonly List<(Thing Thing, IReadOnlyList<ClauseSyntax> Clauses)> declared = [];

    public void Read(IReadOnlyList<SyntaxTree> trees)
    {
        List<SentenceSyntax> sentences = [.. trees.SelectMany(tree => tree.Sentences)];
        ReadKinds([.. sentences.OfType<DeclarationSyntax>()]);
        HashSet<SentenceSyntax> ofProject = new(trees[0].Sentences, ReferenceEqualityComparer.Instance);
        foreach (SentenceSyntax sentence in sentences)
        {
            switch (sentence)
            {
                case DeclarationSyntax declaration:
                    Declare(declaration, !ofProject.Contains(declaration));
                    break;
                case ListDeclarationSyntax list:
                    DeclareAll(list);
                    break;
            }
        }

        foreach ((Thing thing, IReadOnlyList<ClauseSyntax> clauses) in declared)
        {
            ReadAliases(thing, clauses);

            // A name may stand for one thing after another: which, their days tell.
            thing.From = clauses.OfType<FromClauseSyntax>().FirstOrDefault()?.Date.Value;
            thing.Until = clauses.OfType<UntilClauseSyntax>().FirstOrDefault()?.Date.Value;
        }

        FindOwners();

        foreach (DesignationSyntax designation in sentences.OfType<DesignationSyntax>())
        {
            Designate(designation);
        }

        foreach ((Thing thing, IReadOnlyList<ClauseSyntax> clauses) in declared)
        {
            ReadClauses(thing, clauses);
        }

        foreach (Thing members in scheme.Names.Things.Where(thing => thing.Sort == Sort.Class))
        {
            members.Members.AddRange(members.MemberTexts.SelectMany(MembersIn).Distinct());
        }

        foreach (SchemeSyntax sentence in sentences.OfType<SchemeSyntax>())
        {
            ReadScheme(sentence);
        }
    }

    // "every officer of Council", or names.
    private List<Thing> MembersIn(string text)
    {
        text = text.Trim();
        int of = text.IndexOf(" of ", StringComparison.Ordinal);
        if (text.StartsWith("every ", StringComparison.Ordinal) && of > 0)
        {
            string kind = text["every ".Length..of];
            Thing? owner = scheme.FindParty(text[(of + 4)..]);
            return [.. scheme.Names.Things.Where(thing => thing.IsParty && !thing.IsFromLibrary && thing.SamePersonAs is null && owner is not null && thing.Owners.Contains(owner) && scheme.Kinds.Is(thing, kind))];
        }

        return scheme.Names.FindList(text, thing => thing.IsParty) ?? [];
    }

    private static string WithoutArticle(string words)
    {
        words = words.Trim(' ', ',');
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && words[..space] is "a" or "an" or "the" ? words[(space + 1)..] : words;
    }

    private void ReadKinds(List<DeclarationSyntax> declarations)
    {
        // A kind may stand before the kind that it is a kind of.
        List<DeclarationSyntax> left = [.. declarations.Where(declaration => IsKindDeclaration(declaration))];
        while (left.RemoveAll(declaration => scheme.Kinds.Declare(
            declaration.Name.Text,
            WithoutArticle(declaration.Descriptor.Text)["kind of ".Length..])) > 0)
        {
        }

        scheme.Problems.AddRange(left.Select(declaration => $"kind {declaration.Name.Text}"));
    }

    private static bool IsKindDeclaration(DeclarationSyntax declaration) =>
        WithoutArticle(declaration.Descriptor.Text).StartsWith("kind of ", StringComparison.Ordinal);

    private void Declare(DeclarationSyntax declaration, bool isFromLibrary)
    {
        string words = WithoutArticle(declaration.Descriptor.Text);
        if (IsKindDeclaration(declaration))
        {
            return;
        }

        if (words == "amount of" || words == "amount")
        {
            DeclareAmount(declaration);
            return;
        }

        if (words.StartsWith("measure in ", StringComparison.Ordinal))
        {
            var measure = new Thing(declaration.Name.Text, Sort.Measure, "measure") { Currency = CurrencyOf(words["measure in ".Length..]) };
            Add(measure, declaration.Clauses);
            return;
        }

        int of = words.IndexOf(" of ", StringComparison.Ordinal);
        string kind = of < 0 ? words : words[..of];
        if (scheme.Kinds.SortOf(kind) is not { } sort)
        {
            scheme.Problems.Add($"kind {kind}");
            return;
        }

        if (sort == Sort.Class)
        {
            Thing? known = scheme.Names.Find(declaration.Name.Text, other => other.Sort == Sort.Class);
            Thing members = known ?? new Thing(declaration.Name.Text, Sort.Class, "class");
            members.MemberTexts.AddRange((of < 0 ? "" : words[(of + 4)..]).Split(','));
            if (known is null)
            {
                Add(members, declaration.Clauses);
            }

            return;
        }

        var thing = new Thing(declaration.Name.Text, sort, NameBook.KeyOf(kind))
        {
            OwnerText = of < 0 ? "" : words[(of + 4)..],
            IsFromLibrary = isFromLibrary,
        };
        Add(thing, declaration.Clauses);
    }

    private static string CurrencyOf(string unit) => unit.Trim() switch
    {
        "pounds" or "money" or "£" => "GBP",
        { Length: 3 } code when code.All(char.IsAsciiLetterUpper) => code,
        _ => "",
    };

    private void DeclareAmount(DeclarationSyntax declaration)
    {
        Thing? amount = scheme.Names.Find(declaration.Name.Text, thing => thing.Sort == Sort.Amount);
        if (amount is null)
        {
            amount = new Thing(declaration.Name.Text, Sort.Amount, "amount");
            scheme.Names.Add(amount);
        }

        if (declaration.Amount is [MoneySyntax money])
        {
            DateOnly? from = declaration.Clauses.OfType<FromClauseSyntax>().FirstOrDefault()?.Date.Value;
            DateOnly? until = declaration.Clauses.OfType<UntilClauseSyntax>().FirstOrDefault()?.Date.Value;
            amount.Sums.Add(new DatedSum(from, until, money.Value, money.Currency));
        }
    }

    private void DeclareAll(ListDeclarationSyntax list)
    {
        string kind = list.Kinds.Text[..^1];
        Sort sort = scheme.Kinds.SortOf(kind) ?? Sort.Matter;
        foreach (ListItemSyntax item in list.Items)
        {
            Add(new Thing(item.Name.Text, sort, kind) { OwnerText = list.Owner.Text }, list.ClausesOf(item));
        }
    }

    private void Add(Thing thing, IReadOnlyList<ClauseSyntax> clauses)
    {
        scheme.Names.Add(thing);
        declared.Add((thing, clauses));
    }

    private void ReadAliases(Thing thing, IReadOnlyList<ClauseSyntax> clauses)
    {
        foreach (NamesClauseSyntax clause in clauses.OfType<NamesClauseSyntax>().Where(clause => clause.Kind == ClauseKind.KnownAs))
        {
            foreach (NameSyntax alias in clause.Names)
            {
                scheme.Names.AddAlias(thing, alias.Text);
            }
        }
    }

    private void FindOwners()
    {
        // An owner may itself be named by its owner ("a committee of Board of ICB"), declared later: try until nothing more is found.
        List<Thing> left = [.. declared.Select(pair => pair.Thing).Where(thing => thing.OwnerText.Length > 0)];
        while (left.RemoveAll(FoundOwners) > 0)
        {
        }

        scheme.Problems.AddRange(left.Select(thing => $"owner {thing.OwnerText}"));
    }

    private bool FoundOwners(Thing thing)
    {
        List<Thing>? owners = scheme.Names.FindList(thing.OwnerText, owner => owner.IsParty && owner != thing);
        thing.Owners.AddRange(owners ?? []);
        return owners is not null;
    }

    private void Designate(DesignationSyntax sentence)
    {
        Thing? holder = scheme.FindParty(sentence.Holder.Text);
        if (holder is null)
        {
            scheme.Problems.Add($"party {sentence.Holder.Text}");
            return;
        }

        Thing? designation = scheme.Names.Find(sentence.Designation.Text, thing => thing.IsParty);
        if (designation is null)
        {
            designation = new Thing(sentence.Designation.Text, Sort.Role, holder.Kind);
            designation.Owners.AddRange(holder.Owners);
            scheme.Names.Add(designation);
        }

        designation.SamePersonAs = holder;
    }

    private void ReadClauses(Thing thing, IReadOnlyList<ClauseSyntax> clauses)
    {
        foreach (ClauseSyntax clause in clauses)
        {
            switch (clause)
            {
                case AtClauseSyntax at:
                    thing.At.AddRange(FindAll(at.Places, place => place.Sort == Sort.Place));
                    break;
                case NormallyClauseSyntax normally:
                    thing.Normally = normally.Value;
                    break;
                case NamesClauseSyntax { Kind: ClauseKind.Within } within:
                    thing.Within = FindAll(within.Names, parent => thing.Sort switch
                    {
                        Sort.Place => parent.Sort == Sort.Place,
                        Sort.Budget => parent.Sort == Sort.Budget,
                        Sort.Function => parent.Sort == Sort.Function,
                        _ => parent.Sort is Sort.Function or Sort.Matter,
                    }).FirstOrDefault();
                    break;
                case NamesClauseSyntax { Kind: ClauseKind.Covering } covering when thing.Sort == Sort.Budget:
                    thing.Covers.AddRange(FindAll(covering.Names, function => function.Sort == Sort.Function));
                    break;
                case NamesClauseSyntax { Kind: ClauseKind.ResponsibleFor } own:
                    thing.ResponsibleFor.AddRange(FindAll(own.Names, subject => subject.Sort is Sort.Function or Sort.Matter));
                    break;
                case NamesClauseSyntax { Kind: ClauseKind.Between } between:
                    thing.Owners.AddRange(FindAll(between.Names, party => party.IsParty));
                    break;
            }
        }
    }

    private List<Thing> FindAll(IEnumerable<NameSyntax> names, Func<Thing, bool> wanted)
    {
        var found = new List<Thing>();
        foreach (NameSyntax name in names)
        {
            if (scheme.Names.FindList(name.Text, wanted) is { } things)
            {
                found.AddRange(things);
            }
            else
            {
                scheme.Problems.Add($"name {name.Text}");
            }
        }

        return found;
    }

    private void ReadScheme(SchemeSyntax sentence)
    {
        foreach (InForceClauseSyntax clause in sentence.Clauses.OfType<InForceClauseSyntax>())
        {
            scheme.From = clause.From is [var from] ? from.Value : scheme.From;
            scheme.Until = clause.Until is [var until] ? until.Value : scheme.Until;
        }

        ApprovedByClauseSyntax? approved = sentence.Clauses.OfType<ApprovedByClauseSyntax>().FirstOrDefault();
        scheme.OwnOrganisation = approved is null ? null : Scheme.OrganisationOf(scheme.FindParty(approved.Party.Text));
        if (scheme.OwnOrganisation is null)
        {
            List<Thing> boards = [.. scheme.Names.Things.Where(thing => scheme.Kinds.Is(thing, "board"))];
            scheme.OwnOrganisation = boards.Count == 1 ? Scheme.OrganisationOf(boards[0]) : null;
        }
    }
}
