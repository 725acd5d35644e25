using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>A name that fits a place, and what there is to say of it there.</summary>
internal sealed record FittingName(Symbol Symbol, string Remark);

/// <summary>The declared things that fit a place of a sentence, the likeliest first: those of the own organisation, and of these those named last.</summary>
internal sealed class FittingNames
{
    private readonly DocumentView view;
    private readonly SentenceContext context;
    private readonly RecentWords recent;
    private readonly Symbol? subject;
    private readonly PartySymbol? organisation;
    private readonly HashSet<Symbol> named = new(ReferenceEqualityComparer.Instance);

    public FittingNames(DocumentView view, SentenceContext context, RecentWords recent)
    {
        this.view = view;
        this.context = context;
        this.recent = recent;
        subject = context.Subject(view);
        organisation = (subject is null ? null : Gifts.OrganisationOf(subject)) ?? view.Project.Compilation.Model.OwnOrganisation;
        for (int i = context.Governor + 1; i < context.Tokens.Count; i++)
        {
            named.UnionWith(Find(context.Tokens[i]));
        }

        if (context.GovernorKind is TokenKind.ReportingTo or TokenKind.JointlyWith or TokenKind.AfterApproval or TokenKind.AfterConsulting or TokenKind.AfterRecommendation
            or TokenKind.RatifiedBy)
        {
            AddHolders();
        }
    }

    private SchemeModel Model => view.Project.Compilation.Model;

    /// <summary>What fits.</summary>
    public IEnumerable<FittingName> In(Slot slot)
    {
        IEnumerable<Symbol> fitting = Model.Symbols.Where(symbol => slot.Families.Contains(symbol.Kind.Family) && !named.Contains(symbol) && !symbol.IsDuplicate);
        return context.GovernorKind switch
        {
            TokenKind.Delegates or TokenKind.Reserves or TokenKind.Entrusts when subject is PartySymbol giver => Givable(fitting, giver),
            TokenKind.Except when subject is PartySymbol giver => Givable(fitting, giver),
            TokenKind.To when subject is PartySymbol giver && context.Has(TokenKind.Reserves) => Ranked(fitting.Where(symbol => !IsAbove(symbol, giver)), Keepers),
            TokenKind.To when subject is PartySymbol giver && IsDeciding => Ranked(fitting.Where(symbol => !IsAbove(symbol, giver))),
            TokenKind.LineBullet when context.Has(TokenKind.Limits) => Ranked(fitting, PeopleFirst),
            TokenKind.At => Ranked(OwnPlaces(fitting)),
            TokenKind.EndOfFile => Ranked(fitting.Where(symbol => !symbol.IsFromLibrary)),
            TokenKind.ReportingTo when context.Has(TokenKind.Is) => Ranked(fitting.Where(symbol => symbol != subject), AlikeFirst),
            TokenKind.ReportingTo or TokenKind.AfterApproval or TokenKind.AfterRecommendation or TokenKind.AfterConsulting or TokenKind.JointlyWith or TokenKind.RatifiedBy => Ranked(fitting, PeopleFirst),
            TokenKind.JudgedBy => Ranked(fitting, symbol => symbol.Kind.Family == SymbolFamily.Role ? 0 : 1 + PeopleFirst(symbol)),
            TokenKind.ApprovedBy or TokenKind.ReservedTo => Ranked(fitting, Keepers),
            TokenKind.ListOf => Ranked(fitting, symbol => 1 - PeopleFirst(symbol)),
            TokenKind.Oversees => Ranked(fitting.Where(symbol => symbol != subject && symbol is not PartySymbol { IsOrganisation: true }), symbol => symbol is PartySymbol ? 1 : 0),
            TokenKind.Advises or TokenKind.For when subject is PartySymbol => Ranked(fitting.Where(symbol => symbol != subject)),
            _ => Ranked(fitting),
        };
    }

    /// <summary>Those whose something of a kind may be, the likeliest first.</summary>
    public IEnumerable<FittingName> Owners(KindSymbol kind)
    {
        var declared = subject as PartySymbol;
        IEnumerable<PartySymbol> parties = Model.Symbols.OfType<PartySymbol>().Where(party => !party.IsFromLibrary && party != declared && !party.IsDuplicate);
        bool isOfGroup = kind.Family == SymbolFamily.Group && !kind.Has(KindTrait.ActsAsOrganisation);
        parties = kind.Family switch
        {
            SymbolFamily.Group when isOfGroup => parties.Where(party => !party.IsRole),
            SymbolFamily.Role => parties.Where(party => !party.IsRole),
            _ => parties.Where(party => party.IsOrganisation),
        };

        // A committee is one of the board's, which acts for the organisation.
        return Ranked(parties, symbol => isOfGroup && symbol.Kind.Has(KindTrait.ActsAsOrganisation) ? 0 : symbol is PartySymbol { IsOrganisation: true } == isOfGroup ? 2 : 1);
    }

    private bool IsDeciding => context.Has(TokenKind.Delegates) || context.Has(TokenKind.Reserves) || context.Has(TokenKind.Entrusts);

    private IEnumerable<FittingName> Givable(IEnumerable<Symbol> fitting, PartySymbol giver)
    {
        var gifts = new Gifts(Model, giver);
        SubjectSymbol[] subjects = [.. fitting.OfType<SubjectSymbol>()];
        SubjectSymbol[] held = [.. subjects.Where(gifts.Holds)];
        bool isReserving = context.GovernorKind == TokenKind.Reserves;
        return (held.Length > 0 ? held : subjects)
            .Select(subject => new FittingName(subject, isReserving || gifts.ReservedTo(subject) is not { Length: > 0 } keeper ? "" : "reserved to " + keeper))
            .OrderBy(fit => fit.Remark.Length > 0)
            .ThenBy(fit => RankOf(fit.Symbol))
            .ThenBy(fit => recent.AgeOf(fit.Symbol));
    }

    private IEnumerable<FittingName> Ranked(IEnumerable<Symbol> symbols, Func<Symbol, int>? first = null) =>
        symbols.OrderBy(symbol => first?.Invoke(symbol) ?? 0).ThenBy(RankOf).ThenBy(recent.AgeOf).Select(symbol => new FittingName(symbol, ""));

    // What is reserved is kept for the board, or for some other group.
    private static int Keepers(Symbol symbol) => symbol.Kind.Has(KindTrait.ActsAsOrganisation) ? 0 : symbol.Kind.Family == SymbolFamily.Group ? 1 : 2;

    // One reports to people and asks people, and not an organisation as such.
    private static int PeopleFirst(Symbol symbol) => symbol.Kind.Family == SymbolFamily.Organisation ? 1 : 0;

    // An officer reports to an officer, a committee to the board.
    private int AlikeFirst(Symbol symbol) => symbol.Kind.Family == subject?.Kind.Family ? 0 : 1 + PeopleFirst(symbol);

    private int RankOf(Symbol symbol) => symbol.IsFromLibrary ? 2 : organisation is not null && Gifts.OrganisationOf(symbol) != organisation && !symbol.Owners.IsEmpty ? 1 : 0;

    // Only the places of the body that decides, where it has any of its own.
    private IEnumerable<Symbol> OwnPlaces(IEnumerable<Symbol> places)
    {
        Symbol[] all = [.. places];
        Symbol[] own = [.. all.Where(place => Gifts.OrganisationOf(place) == organisation)];
        return own.Length > 0 ? own : all;
    }

    // Nobody delegates to those from whom the authority comes.
    private static bool IsAbove(Symbol symbol, Symbol giver)
    {
        Symbol? current = giver;
        for (int steps = 0; current is not null && steps < 16; steps++)
        {
            if (ReferenceEquals(current, symbol))
            {
                return true;
            }

            current = current.Owners.IsEmpty ? null : current.Owners[0];
        }

        return false;
    }

    // Whoever is given something neither reports to itself nor acts with itself.
    private void AddHolders()
    {
        int i = 0;
        while (i < context.Tokens.Count && context.Tokens[i].Kind != TokenKind.To)
        {
            i++;
        }

        for (i++; i < context.Tokens.Count && context.Tokens[i].Kind is TokenKind.Name or TokenKind.Comma or TokenKind.Or; i++)
        {
            named.UnionWith(Find(context.Tokens[i]));
        }
    }

    private IEnumerable<Symbol> Find(SyntaxToken token) =>
        token.Kind == TokenKind.Name ? Model.Names.Find(SentenceContext.TextOf(view.Source, token.Span)) : [];
}
