using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <content>What is kept, for somebody or from everybody.</content>
internal sealed partial class StatementBinder
{
    /// <summary><c>Nobody may decide S</c>: kept from everybody by whoever holds it.</summary>
    public void Bind(Scope scope, ProhibitionSyntax sentence, PartySymbol? own)
    {
        foreach (IGrouping<PartySymbol?, SubjectReference> held in subjects.Bind(scope, sentence.Subjects)
            .GroupBy(subject => subject.Symbol?.Owners.OfType<PartySymbol>().FirstOrDefault() ?? own))
        {
            AddProhibition(scope, held.Key, scope.At(sentence.Subjects[0]), [.. held], sentence.Clauses, [], () => "a sentence that says what nobody may decide");
        }
    }

    /// <summary>Makes a prohibition: a reservation to nobody.</summary>
    /// <param name="scope">The sentence or line.</param>
    /// <param name="holder">Who holds it, and gives it to nobody.</param>
    /// <param name="location">Where that stands.</param>
    /// <param name="about">What nobody may decide.</param>
    /// <param name="own">The clauses of the sentence.</param>
    /// <param name="headFor">The functions after <c>for</c> in the head of a table.</param>
    /// <param name="where">The sentence in words.</param>
    public void AddProhibition(
        Scope scope, PartySymbol? holder, SourceLocation location, ImmutableArray<SubjectReference> about, ImmutableArray<ClauseSyntax> own,
        ImmutableArray<Reference<SubjectSymbol>> headFor, Func<string> where)
    {
        BoundClauses bound = clauses.Bind(scope, own, SentenceSort.Prohibition, where);
        ClauseBinder.ReportLoose(scope, bound.LooseQualifiers, clauses.Reporter);
        lives.Check(scope, bound.Terms);
        Reservations.Add(new ReservationStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Reserver = holder,
            ReserverLocation = location,
            Subjects = about,
            IsProhibition = true,
            Holders = [new Holder(new ActingGroup([]), scope.Location)],
            Terms = bound.Terms.For.IsEmpty ? bound.Terms with { For = headFor } : bound.Terms,
            HasErrors = scope.HasErrors,
        });
    }

    /// <summary>Makes a reservation; its parties and its subjects are resolved.</summary>
    public void AddReservation(
        Scope scope,
        PartySymbol? reserver,
        SourceLocation reserverLocation,
        ImmutableArray<SubjectReference> kept,
        ImmutableArray<Holder> holders,
        ImmutableArray<ClauseSyntax> own,
        Func<string> where)
    {
        BoundClauses bound = clauses.Bind(scope, own, SentenceSort.Reservation, where);
        ClauseBinder.ReportLoose(scope, bound.LooseQualifiers, clauses.Reporter);
        lives.Check(scope, bound.Terms);
        foreach (Share share in responsibilities.Split(scope, new Share(holders, kept, bound.Terms), isTable: true))
        {
            AddReservation(scope, reserver, reserverLocation, share with { Holders = parties.Join(scope, share.Holders, bound.Jointly) });
        }
    }

    private void AddReservation(Scope scope, PartySymbol? reserver, SourceLocation reserverLocation, Share share) =>
        Reservations.Add(new ReservationStatement
        {
            Order = NextOrder(),
            Location = scope.Location,
            Syntax = scope.Node,
            Section = scope.Section,
            Reserver = reserver,
            ReserverLocation = reserverLocation,
            Subjects = share.Subjects,
            Holders = share.Holders,
            Terms = share.Terms,
            HasErrors = scope.HasErrors,
        });

    /// <summary>The lines of <c>matters of A reserved to B:</c>.</summary>
    public void Bind(Scope head, ListDeclarationSyntax list, DeclarationCollector declarations)
    {
        PartySymbol? reserver = head.HasErrors && list.Owner.IsMissing ? null : OwnerOfList(head, list, declarations);
        ImmutableArray<Holder> holders = parties.BindHolders(head, list.ReservedTo[0], Expectation.Holder);
        SourceLocation reserverLocation = head.At(list.Owner);
        foreach (ListItemSyntax item in list.Items)
        {
            if (declarations.Of(item) is not { } declared)
            {
                continue;
            }

            Scope scope = declared.Scope;
            scope.HasErrors |= head.HasErrors;
            foreach ((Symbol symbol, SourceLocation location) in head.Mortals)
            {
                scope.Rely(symbol, location);
            }

            ImmutableArray<SubjectReference> kept = declared.Symbol is SubjectSymbol matter
                ? [new SubjectReference(SubjectScope.Named, matter, scope.At(item.Name))]
                : [];
            declared.Symbol.IsReferenced = true;
            ImmutableArray<ClauseSyntax> own = [.. list.ClausesOf(item).Where(
                clause => clause.Kind != ClauseKind.Under && ClauseTable.MayStand(clause.Kind, SentenceSort.Reservation))];
            AddReservation(scope, reserver, reserverLocation, kept, holders, own, () => "a line of reserved matters");
        }
    }

    private PartySymbol? OwnerOfList(Scope head, ListDeclarationSyntax list, DeclarationCollector declarations)
    {
        // The owner was resolved (and reported) when the lines were declared.
        foreach (ListItemSyntax item in list.Items)
        {
            if (declarations.Of(item) is { } declared)
            {
                PartySymbol? owner = declared.Symbol.Owners.OfType<PartySymbol>().FirstOrDefault();
                if (owner is not null)
                {
                    head.Rely(owner, head.At(list.Owner));
                }

                return owner;
            }
        }

        return null;
    }
}
