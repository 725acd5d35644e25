using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>How findings put parties, subjects, limits and places into English.</summary>
internal static class Phrases
{
    /// <summary>What messages of rules say that rest on practice seen in some bodies' documents.</summary>
    public const string LocalPractice = " (a rule of practice, not of law)";

    /// <summary>What messages of rules say that rest on a power of which the library says that nobody has checked whom it leaves out.</summary>
    public const string Unverified = " (nobody has checked how far that power reaches)";

    /// <summary>Words of the author, set off from the message.</summary>
    public static string Quote(string text) => MessageWords.Quote(text);

    /// <summary>The name of something declared.</summary>
    public static string Name(Symbol symbol) => Quote(symbol.DisplayName);

    /// <summary>What a thing is, with its article: <c>a committee</c>.</summary>
    public static string KindOf(Symbol symbol) => MessageWords.KindOf(symbol);

    /// <summary>A kind with its article: <c>an NHS trust</c>.</summary>
    public static string WithArticle(string kind) => MessageWords.WithArticle(kind);

    /// <summary>A declared name as it may be written in a sentence.</summary>
    public static string Writable(string name) => MessageWords.Writable(name);

    /// <summary>A subject as a sentence names it.</summary>
    public static string Subject(SubjectReference subject) => subject.Symbol is SubjectSymbol symbol
        ? Name(symbol)
        : subject.Scope == SubjectScope.AllMatters ? "`all matters`" : "`all other matters`";

    /// <summary>Those who get something, with how they act together.</summary>
    public static string Holder(Holder holder) => holder.Group.Parties.IsEmpty ? "nobody" : Wording.Together(holder.Group.Parties.Select(Name));

    /// <summary>The delegator of a sentence.</summary>
    public static string Delegator(DelegationStatement statement) => statement.Delegator is PartySymbol delegator ? Name(delegator) : "the delegator";

    /// <summary>Names in a sentence: <c>A, B and C</c>.</summary>
    public static string Names(IEnumerable<Symbol> symbols, string conjunction = "and") =>
        Wording.List([.. symbols.Select(Name)], conjunction);

    /// <summary>A party by what it is in law: <c>a local authority</c>; one that the law names by itself by its name.</summary>
    public static string InLaw(PartySymbol party) => party.IsFromLibrary ? Name(party) : KindOf(party);

    /// <summary>Who gives by a sentence.</summary>
    public static string Giver(Statement statement) => statement switch
    {
        DelegationStatement delegation => Delegator(delegation),
        ReservationStatement { Reserver: PartySymbol reserver } => Name(reserver),
        _ => "the delegator",
    };

    /// <summary>The words of the text at a location, on one line.</summary>
    public static string Words(SourceLocation location) =>
        string.Join(' ', location.Source.ToString(location.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The amounts of a range: <c>at most £1 million per contract</c>; empty where it has no ends.</summary>
    public static string Amounts(AmountAxis axis, AmountRange range)
    {
        var words = new List<string>();
        words.AddRange(Ends(range.Figures, figure => Wording.Amount(figure, axis.Currency)));
        foreach (MeasureShare share in range.Shares)
        {
            words.AddRange(Ends(share.PerCent, perCent => Share(perCent, share.Measure)));
        }

        return words.Count == 0 ? "" : string.Join(" and ", words) + Basis(axis);
    }

    /// <summary>What an amount counts, with a space before it; empty for a decision with nothing said of VAT.</summary>
    public static string Basis(AmountAxis axis) => Wording.Basis(axis.Basis, axis.Vat);

    private static IEnumerable<string> Ends(Interval range, Func<decimal, string> words)
    {
        if (range.HasStart)
        {
            yield return (range.HasLow ? "at least " : "more than ") + words(range.Low);
        }

        if (range.High is decimal high)
        {
            yield return (range.HasHigh ? "at most " : "less than ") + words(high);
        }
    }

    private static string Share(decimal perCent, MeasureSymbol measure) =>
        Wording.Share(perCent / 100, Name(measure));
}
