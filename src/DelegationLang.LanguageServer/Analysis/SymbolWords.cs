using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>What a thing is, in words.</summary>
internal static class SymbolWords
{
    /// <summary>In a line: <c>a committee of Board at Leeds</c>.</summary>
    public static string Describe(Symbol symbol)
    {
        string words = MessageWords.KindOf(symbol);
        words = symbol switch
        {
            MeasureSymbol { Unit.Length: > 0 } measure => words + " in " + measure.Unit,
            AmountSymbol amount => words + Figures(amount),
            _ => words,
        };
        if (!symbol.Owners.IsEmpty)
        {
            words += (symbol is AgreementSymbol ? " between " : " of ") + Names(symbol.Owners);
        }

        return words + Where(symbol) + (symbol is SubjectSymbol { Parent: { } parent } ? " within " + parent.DisplayName : "");
    }

    /// <summary>What else is said of it: a line for each thing.</summary>
    public static IEnumerable<string> Facts(Symbol symbol)
    {
        if (!symbol.Aliases.IsEmpty)
        {
            yield return "known as " + Wording.List(symbol.Aliases);
        }

        if (symbol.Code.Length > 0)
        {
            yield return "code " + symbol.Code;
        }

        if (Wording.Days(symbol.Lifetime) is { Length: > 0 } days)
        {
            yield return (symbol is PowerSymbol or AgreementSymbol ? "in force " : "there ") + days;
        }

        foreach (string fact in symbol switch
        {
            PartySymbol party => Facts(party),
            SubjectSymbol subject => Facts(subject),
            PlaceSymbol place => Facts(place),
            PowerSymbol power => Facts(power),
            AgreementSymbol agreement => Facts(agreement),
            ConditionSymbol condition => Facts(condition),
            ClassSymbol { Members.IsEmpty: false } one => ["members: " + Names(one.Members)],
            MeasureSymbol { JudgedBy: { } judge } => ["judged by " + judge.DisplayName],
            _ => [],
        })
        {
            yield return fact;
        }
    }

    /// <summary>Names in a sentence.</summary>
    public static string Names(IEnumerable<Symbol> symbols) => Wording.List([.. symbols.Select(symbol => symbol.DisplayName)]);

    private static string Where(Symbol symbol)
    {
        ImmutableArray<PlaceSymbol> places = symbol switch
        {
            PartySymbol party => party.At,
            SubjectSymbol subject => subject.At,
            _ => [],
        };
        return places.IsEmpty ? symbol is PlaceSymbol { Parent: { } parent } ? " within " + parent.DisplayName : "" : " at " + Names(places);
    }

    private static string Figures(AmountSymbol amount) => amount.Values switch
    {
        [var only] => " of " + Wording.Amount(only.Value, only.Currency),
        _ => string.Concat(amount.Values.Select(value => $"; {Wording.Amount(value.Value, value.Currency)} {Wording.Days(value.Days)}".TrimEnd())),
    };

    private static IEnumerable<string> Facts(PartySymbol party)
    {
        foreach (Designation designation in party.Designations)
        {
            yield return ("held by " + designation.Holder.DisplayName + " " + Wording.Days(designation.Days)).TrimEnd();
        }

        if (party.IsSaidToBeHeldBySeveral)
        {
            yield return "held by several people";
        }

        if (!party.ResponsibleFor.IsEmpty)
        {
            yield return "responsible for " + Names(party.ResponsibleFor);
        }

        if (!party.ReportsTo.IsEmpty)
        {
            yield return "reports to " + Names(party.ReportsTo);
        }

        if (party.Chair is { } chair)
        {
            yield return "chaired by " + chair.DisplayName;
        }

        if (!party.Members.IsEmpty)
        {
            yield return "members: " + Wording.List([.. party.Members.Select(member => Wording.Together(Enumerable.Repeat(member.Party.DisplayName, member.Count)))]);
        }

        if (party.Quorum is int quorum)
        {
            string including = Wording.List([.. party.QuorumIncluding.Select(group => Wording.Together(group.Parties.Select(one => one.DisplayName), " and "))], "or");
            yield return "quorum " + Wording.Amount(quorum, "") + (including.Length > 0 ? " including " + including : "");
        }

        if (!party.Attendees.IsEmpty)
        {
            yield return "attended without a vote by " + Names(party.Attendees.Select(attendee => attendee.Party));
        }

        if (party.DecidesBy.Length > 0)
        {
            yield return "decides by " + party.DecidesBy + (party.CastingVote is { } casting ? ", with the casting vote of " + casting.DisplayName : "");
        }

        if (!party.IfNotAgreed.IsEmpty)
        {
            yield return "if not agreed, to " + Wording.List([.. party.IfNotAgreed.Select(other => other.DisplayName)], "or");
        }

        if (party.Host is { } host)
        {
            yield return "hosted by " + host.DisplayName;
        }

        if (party.Meeting.Manner.Length > 0)
        {
            yield return ("meets in " + party.Meeting.Manner + " " + party.Meeting.Frequency).TrimEnd();
        }

        foreach ((PublishedWording how, string address) in party.Published)
        {
            yield return $"{how.Words} {address}";
        }

        if (!party.ContractsHeldBy.IsEmpty)
        {
            yield return "contracts are held by " + Names(party.ContractsHeldBy);
        }

        if (!party.SecondedTo.IsEmpty)
        {
            yield return "seconded to " + Names(party.SecondedTo);
        }

        if (!party.AccountableTo.IsEmpty)
        {
            yield return "accountable to " + Names(party.AccountableTo);
        }
    }

    private static IEnumerable<string> Facts(PlaceSymbol place)
    {
        if (place.Population is { } population)
        {
            yield return "population " + Wording.Amount(population, "");
        }

        if (!place.Boundary.IsEmpty)
        {
            yield return "has the boundary of " + Names(place.Boundary);
        }
    }

    private static IEnumerable<string> Facts(SubjectSymbol subject)
    {
        if (!subject.Covers.IsEmpty)
        {
            yield return "covers " + Names(subject.Covers);
        }

        foreach (Worth worth in subject.Worth)
        {
            yield return "worth " + Wording.Amount(worth.Value, worth.Currency) + Year(worth);
        }

        if (subject.Under is { } power)
        {
            yield return "under " + power.DisplayName;
        }
    }

    private static IEnumerable<string> Facts(PowerSymbol power)
    {
        foreach (PowerGrant grant in power.Grants)
        {
            yield return grant.Delegates.IsEmpty
                ? $"binds {Parties(grant.Delegators)}; nothing is passed on under it"
                : $"lets {Parties(grant.Delegators)} delegate to {Parties(grant.Delegates)}";
        }

        if (!power.Covers.IsEmpty)
        {
            yield return "covers " + Names(power.Covers);
        }

        if (!power.Excludes.IsEmpty)
        {
            yield return "does not cover " + Names(power.Excludes);
        }

        if (!power.Stating.IsEmpty)
        {
            yield return "an agreement under it must state " + Wording.List(power.Stating);
        }

        if (!power.IsVerified)
        {
            yield return "nobody has checked this against the text of the law";
        }
    }

    private static IEnumerable<string> Facts(AgreementSymbol agreement)
    {
        if (!agreement.Covers.IsEmpty)
        {
            yield return "covers " + Names(agreement.Covers);
        }

        if (agreement.Under is { } power)
        {
            yield return "made under " + power.DisplayName;
        }

        foreach (Worth worth in agreement.Worth)
        {
            yield return "worth " + Wording.Amount(worth.Value, worth.Currency) + Year(worth);
        }
    }

    private static IEnumerable<string> Facts(ConditionSymbol condition)
    {
        if (condition.Normally is bool normally)
        {
            yield return normally ? "normally true" : "normally false";
        }

        if (condition.JudgedBy is { } judge)
        {
            yield return "judged by " + judge.DisplayName;
        }
    }

    private static string Parties(ImmutableArray<PowerParty> parties) =>
        Wording.List([.. parties.Select(party => party.Party?.DisplayName ?? party.Kind?.Name ?? "").Where(name => name.Length > 0)]);

    private static string Year(Worth worth) => worth.YearFrom is int year
        ? " for " + Worth.Year(year)
        : "";
}
