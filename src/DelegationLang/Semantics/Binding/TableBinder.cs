using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds <c>limits for S [for F] [of A]:</c> and its lines.</summary>
internal sealed class TableBinder(NameResolver resolver, SubjectLists subjects, StatementBinder statements, Reporter reporter)
{
    public ImmutableArray<LimitsTable>.Builder Tables { get; } = ImmutableArray.CreateBuilder<LimitsTable>();

    /// <summary>Binds a table.</summary>
    /// <param name="head">The head, which is in error when a name in it is: then so is every line.</param>
    /// <param name="sentence">The table.</param>
    /// <param name="scopeOf">A scope for a line.</param>
    /// <param name="own">The own organisation, whose limits they are when nothing says otherwise.</param>
    public void Bind(Scope head, LimitsTableSyntax sentence, Func<TableLineSyntax, Scope> scopeOf, PartySymbol? own)
    {
        foreach (ClauseSyntax clause in sentence.Clauses)
        {
            ClauseRules.Check(reporter, head, clause, SentenceSort.TableHead, () => "the head of a table");
        }

        ImmutableArray<NameSyntax> functions = [.. sentence.Clauses.OfType<ForClauseSyntax>().SelectMany(clause => clause.Names)];
        Head split = SplitOwner(head, sentence.Subjects, functions);
        ImmutableArray<SubjectReference> about = [.. split.Subjects.Select(part => BindSubject(head, part, split.Owner)).OfType<SubjectReference>()];
        ImmutableArray<Reference<SubjectSymbol>>.Builder headFor = ImmutableArray.CreateBuilder<Reference<SubjectSymbol>>();
        foreach (NamePart part in split.Functions)
        {
            if (resolver.Resolve<SubjectSymbol>(head, part, Expectation.FunctionAfterFor) is { } function)
            {
                headFor.Add(new Reference<SubjectSymbol>(function, part.Location));
            }
        }

        SourceLocation location = split.OwnerLocation ?? (sentence.Subjects.IsEmpty ? head.Location : head.At(sentence.Subjects[0]));
        PartySymbol? delegator = split.HasOwner ? split.Owner : DefaultOwner(head, about, own);
        var table = new LimitsTable { Location = head.Location, Subjects = about, Section = head.Section };
        Tables.Add(table);
        ImmutableArray<DelegationStatement>.Builder lines = ImmutableArray.CreateBuilder<DelegationStatement>(sentence.Lines.Length);
        for (int i = 0; i < sentence.Lines.Length; i++)
        {
            TableLineSyntax line = sentence.Lines[i];
            Scope scope = scopeOf(line);
            scope.HasErrors |= head.HasErrors;
            foreach ((Symbol symbol, SourceLocation place) in head.Mortals)
            {
                scope.Rely(symbol, place);
            }

            if (line.Holders.Items is [{ Count: 1 } only] && NameKey.Of(only.Name.Text) == "nobody" && !resolver.IsDeclared(scope, scope.Part(only.Name)))
            {
                statements.AddProhibition(scope, delegator, location, about, line.Clauses, headFor.ToImmutable(), () => "a line that says what nobody may decide");
                continue;
            }

            lines.AddRange(statements.AddDelegation(
                scope, delegator, location, about, line.Holders, line.Clauses, headFor.ToImmutable(), isEntrusted: false, table, i));
        }

        table.Lines = lines.ToImmutable();
    }

    private SubjectReference? BindSubject(Scope head, NamePart part, PartySymbol? owner)
    {
        // "limits for libraries, museums of City Council": the owner was said for all of them.
        if (owner is not null && SubjectLists.ScopeOf(part.Text) is null)
        {
            ImmutableArray<Symbol> fitting = [.. resolver.Find(head, part).Where(symbol => Expectation.Subject.Families.Contains(symbol.Kind.Family))];
            if (fitting.Length > 1 && fitting.OfType<SubjectSymbol>().Where(subject => subject.Owners.Contains(owner)).ToList() is [var owned])
            {
                resolver.Note(head, part, owned);
                return new SubjectReference(SubjectScope.Named, owned, part.Location);
            }
        }

        return subjects.Bind(head, part);
    }

    private PartySymbol? DefaultOwner(Scope head, ImmutableArray<SubjectReference> about, PartySymbol? own)
    {
        PartySymbol? first = null;
        foreach (SubjectReference subject in about)
        {
            PartySymbol? owner = subject.Symbol is null ? own : subject.Symbol.Owners.OfType<PartySymbol>().FirstOrDefault() ?? own;
            first ??= owner;
            if (owner is not null && owner != first && first is not null)
            {
                Report(head, subject, $"it is not clear whose limits these are: {MessageWords.Quote(first.DisplayName)} holds one subject, {MessageWords.Quote(owner.DisplayName)} another", first);
                return first;
            }
        }

        if (first is null && !about.IsEmpty && !head.HasErrors)
        {
            Report(head, about[0], "it is not clear whose limits these are: the subject belongs to nobody", null);
        }

        return first;
    }

    private void Report(Scope head, SubjectReference subject, string message, PartySymbol? owner) =>
        reporter.Report(head, new Diagnostic(SemanticDiagnostics.WrongKind, subject.Location, message)
        {
            Label = "whose?",
            Help = $"say so in the head of the table: `limits for … of {owner?.DisplayName ?? "ORGANISATION"}:`",
        });

    // "of A" still stands in the last name of the head. It is A's table when the words before it name something by themselves and A is a
    // name too; "award of contract" stays whole because it is declared.
    private Head SplitOwner(Scope head, ImmutableArray<NameSyntax> subjectNames, ImmutableArray<NameSyntax> functionNames)
    {
        bool isLastFunction = !functionNames.IsEmpty;
        ImmutableArray<NameSyntax> names = isLastFunction ? functionNames : subjectNames;
        NamePart last = head.Part(names[^1]);
        NamePart? ownerPart = null;
        if (!last.IsMissing && FindOwner(head, last) is { } of)
        {
            ownerPart = last.Slice(of + 4, last.Text.Length);
            last = last.Slice(0, of);
        }

        ImmutableArray<NamePart> Parts(ImmutableArray<NameSyntax> all, bool holdsLast) =>
            [.. all.SelectMany((name, i) => resolver.SplitAtAnd(head, holdsLast && i == all.Length - 1 ? last : head.Part(name)))];

        PartySymbol? owner = null;
        if (ownerPart is { } part)
        {
            owner = resolver.Resolve<PartySymbol>(head, part, Expectation.Delegator);
            if (owner is not null)
            {
                head.Rely(owner, part.Location);
            }
        }

        return new Head(Parts(subjectNames, !isLastFunction), Parts(functionNames, isLastFunction), ownerPart is not null, owner, ownerPart?.Location);
    }

    private int? FindOwner(Scope head, NamePart name)
    {
        if (resolver.IsDeclaredWhole(head, name))
        {
            return null;
        }

        int? likely = null;
        for (int of = LastOf(name.Text.Length - 1); of > 0; of = LastOf(of - 1))
        {
            NamePart left = name.Slice(0, of);
            bool isLeft = SubjectLists.ScopeOf(left.Text) is not null || resolver.SplitAtAnd(head, left).All(part => resolver.IsDeclared(head, part));
            bool isRight = resolver.IsDeclared(head, name.Slice(of + 4, name.Text.Length));
            if (isLeft && isRight)
            {
                return of;
            }

            likely ??= isLeft || isRight ? of : null;
        }

        // One half is known: the other is the one to report.
        return likely;

        int LastOf(int before) => before < 0 ? -1 : name.Text.LastIndexOf(" of ", before, StringComparison.Ordinal);
    }

    private sealed record Head(
        ImmutableArray<NamePart> Subjects, ImmutableArray<NamePart> Functions, bool HasOwner, PartySymbol? Owner, SourceLocation? OwnerLocation);
}
