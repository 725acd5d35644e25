using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Json;

/// <summary>Writes kinds and everything that is declared.</summary>
internal sealed class SymbolWriter(JsonContext context)
{
    private readonly JsonFields json = context.Json;

    /// <summary>All lists.</summary>
    public void WriteAll()
    {
        json.Objects("kinds", context.Publication.Model.Kinds, kind =>
        {
            json.Text("name", kind.Name);
            json.Text("family", Family(kind.Family));
            json.Text("kindOf", kind.Parent?.Name);
            context.Source("source", kind.Location);
        }, always: true);
        List<PartySymbol>("parties", Party);
        List<SubjectSymbol>("subjects", Subject);
        List<PlaceSymbol>("places", place =>
        {
            context.Id("within", place.Parent);
            if (place.Population is { } population)
            {
                json.Exact("population", population);
            }

            context.Ids("boundaryOf", place.Boundary);
        });
        List<PowerSymbol>("powers", Power);
        List<AgreementSymbol>("agreements", Agreement);
        List<ConditionSymbol>("conditions", condition =>
        {
            json.Truth("normally", condition.Normally);
            context.Id("judgedBy", condition.JudgedBy);
        });
        List<MeasureSymbol>("measures", measure =>
        {
            json.Text("unit", measure.Unit);
            json.Text("currency", measure.Currency);
            context.Id("judgedBy", measure.JudgedBy);
        });
        List<BasisSymbol>("bases", _ => { });
        List<ClassSymbol>("classes", one => context.Ids("members", one.Members));
        List<AmountSymbol>("amounts", amount => json.Objects("values", amount.Values, value =>
        {
            context.Money(value.Value, value.Currency);
            json.Days("days", value.Days);
            context.Source("source", value.Location);
        }));
    }

    /// <summary>What a question may call a symbol, and what it then means: the entry of a list of <c>space</c>.</summary>
    public void Name(Symbol symbol)
    {
        json.Text("name", symbol.Name);
        json.Text("shownAs", symbol.DisplayName == symbol.Name ? "" : symbol.DisplayName);
        json.Texts("aliases", symbol.Aliases);
        json.Text("family", Family(symbol.Kind.Family));
        json.Text("kind", symbol.Kind.Name);
        context.Ids("owners", symbol.Owners);
        json.Text("id", context.Publication.Ids.Of(symbol));
        json.Index("index", context.Publication.Index.IndexOf(symbol));
        json.Flag("library", symbol.IsFromLibrary);
    }

    /// <summary>The word for a family.</summary>
    public static string Family(SymbolFamily family) => family.ToString().ToLowerInvariant();

    private void List<T>(string name, Action<T> write)
        where T : Symbol => json.Objects(name, context.Publication.Model.Symbols.OfType<T>(), symbol =>
    {
        json.Text("id", context.Publication.Ids.Of(symbol));
        json.Text("name", symbol.Name);
        json.Text("shownAs", symbol.DisplayName == symbol.Name ? "" : symbol.DisplayName);
        json.Text("kind", symbol.Kind.Name);
        json.Text("family", symbol is PartySymbol or SubjectSymbol ? Family(symbol.Kind.Family) : "");
        json.Texts("aliases", symbol.Aliases);
        json.Text("code", symbol.Code);
        context.Ids("owners", symbol.Owners);
        json.Days("life", symbol.Lifetime);
        write(symbol);
        json.Texts("references", symbol.References);
        json.Texts("notes", symbol.Notes);
        json.Texts("searchedAs", symbol.SearchedAs);
        json.Flag("library", symbol.IsFromLibrary);
        context.Source("source", symbol.Declaration);
    }, always: true);

    private void Party(PartySymbol party)
    {
        context.Ids("at", party.At);
        context.Ids("reportsTo", party.ReportsTo);
        context.Id("chair", party.Chair);
        json.Objects("members", party.Members, member => context.People(member.Party, member.Count));
        json.Index("quorum", party.Quorum ?? -1);
        context.Groups("quorumIncluding", party.QuorumIncluding);
        json.Objects("attendees", party.Attendees, attendee => context.People(attendee.Party, attendee.Count));
        json.Text("decidesBy", party.DecidesBy);
        context.Id("castingVote", party.CastingVote);
        context.Ids("ifNotAgreed", party.IfNotAgreed);
        context.Id("host", party.Host);
        json.Text("meetsIn", party.Meeting.Manner);
        json.Text("meets", party.Meeting.Frequency);
        foreach ((PublishedWording how, string address) in party.Published)
        {
            json.Text(how.Key, address);
        }

        context.Ids("contractsHeldBy", party.ContractsHeldBy);
        context.Ids("accountableTo", party.AccountableTo);
        context.Ids("secondedTo", party.SecondedTo);
        json.Flag("heldBySeveral", party.IsSaidToBeHeldBySeveral);
        context.Ids("responsibleFor", party.ResponsibleFor);
        json.Objects("designations", party.Designations, designation =>
        {
            context.Id("holder", designation.Holder);
            json.Days("days", designation.Days);
            context.Id("under", designation.Under);
            context.Source("source", designation.Location);
        });
        context.Id("under", party.Under);
    }

    private void Subject(SubjectSymbol subject)
    {
        context.Id("within", subject.Parent);
        int index = context.Publication.Index.IndexOf(subject);
        int holder = index >= 0 ? context.Publication.Definition.Subjects[index].Owner : -1;
        context.Id("heldByLawBy", holder >= 0 ? context.Publication.Index.Party(holder) : null);
        context.Ids("covers", subject.Covers);
        context.Worth(subject.Worth);
        context.Ids("at", subject.At);
        context.Id("under", subject.Under);
    }

    private void Power(PowerSymbol power)
    {
        json.Objects("delegators", power.Delegators, PowerParty);
        json.Objects("delegates", power.Delegates, PowerParty);
        json.Texts("coversKinds", power.CoveredKinds.Select(kind => kind.Name));
        context.Ids("covers", power.Covers);
        json.Texts("excludesKinds", power.ExcludedKinds.Select(kind => kind.Name));
        context.Ids("excludes", power.Excludes);
    }

    private void PowerParty(PowerParty party)
    {
        json.Text("kind", party.Kind?.Name);
        context.Id("party", party.Party);
    }

    private void Agreement(AgreementSymbol agreement)
    {
        context.Ids("covers", agreement.Covers);
        context.Id("under", agreement.Under);
        context.Worth(agreement.Worth);
        json.Texts("stating", agreement.Stating);
        context.Reporting("reportingTo", agreement.Reporting);
    }
}
