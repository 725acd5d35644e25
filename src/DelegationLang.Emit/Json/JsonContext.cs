using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.Json;

/// <summary>What the writers of the parts have in common: identifiers and sources.</summary>
internal sealed class JsonContext(JsonFields json, Publication publication)
{
    /// <summary>Where it is written.</summary>
    public JsonFields Json { get; } = json;

    /// <summary>What is written.</summary>
    public Publication Publication { get; } = publication;

    /// <summary>The identifier of a symbol; nothing for none.</summary>
    public void Id(string name, Symbol? symbol) => Json.Text(name, symbol is null ? "" : Publication.Ids.Of(symbol));

    /// <summary>The identifiers of symbols; nothing for none.</summary>
    public void Ids(string name, IEnumerable<Symbol> symbols) => Json.Texts(name, symbols.Select(Publication.Ids.Of));

    /// <summary>Groups of people who act together, of whom any is meant: each party, and how many of it.</summary>
    public void Groups(string name, IReadOnlyCollection<ActingGroup> groups) => Json.Lists(name, groups, group =>
    {
        foreach (IGrouping<PartySymbol, PartySymbol> party in group.Parties.GroupBy(party => party))
        {
            Json.Item(() => People(party.Key, party.Count()));
        }
    });

    /// <summary>A party, and how many of it.</summary>
    public void People(PartySymbol party, int count)
    {
        Id("party", party);
        Json.Integer("count", count);
    }

    /// <summary>Where something stands: file, line and column, the sentence, and the fingerprint of its words.</summary>
    public void Source(string name, SourceLocation? place)
    {
        if (place is not { Source: not null } location)
        {
            return;
        }

        Json.Object(name, () =>
        {
            Json.Text("file", Publication.Files.Of(location.File));
            Json.Integer("line", location.Line);
            Json.Integer("column", location.Column);
            Json.Text("sentence", Publication.Sentences.At(location)?.Id);
            Json.Text("sha256", Fingerprint.Of(Publication.Texts.OneLine(location)));
        });
    }

    /// <summary>Where a sentence of an answer stands.</summary>
    public void Source(string name, SourceReference source)
    {
        if (!string.IsNullOrEmpty(source.File))
        {
            Json.Object(name, () =>
            {
                Json.Text("file", source.File);
                Json.Integer("line", source.Line);
                Json.Text("sentence", Publication.Sentences.At(source)?.Id);
            });
        }
    }

    /// <summary>A sum of money, exact.</summary>
    public void Money(decimal value, string currency)
    {
        Json.Exact("value", value);
        Json.Text("currency", currency);
    }

    /// <summary>What something is worth, year by year.</summary>
    public void Worth(IEnumerable<Worth> worth) => Json.Objects("worth", worth, item =>
    {
        Money(item.Value, item.Currency);
        Json.Text("year", item.YearFrom is { } year ? Semantics.Worth.Year(year) : "");
        Json.Text("because", item.Because);
    });

    /// <summary>Duties to report.</summary>
    public void Reporting(string name, IEnumerable<Reporting> duties) => Json.Objects(name, duties, duty =>
    {
        Id("to", duty.To);
        Json.Text("frequency", duty.Frequency);
        Json.Text("within", duty.Within);
    });

    /// <summary>A sentence of the scheme.</summary>
    public void Sentence(PublishedSentence sentence)
    {
        Json.Text("id", sentence.Id);
        Json.Text("kind", sentence.Kind);
        Json.Text("text", sentence.Text);
        Json.Text("file", sentence.File);
        Json.Integer("line", sentence.Line);
        Json.Integer("endLine", sentence.EndLine);
        Json.Text("section", sentence.Section);
        Json.Texts("references", sentence.References);
        Json.Texts("notes", sentence.Notes);
        Json.Flag("void", !sentence.IsEffective);
        Json.Text("sha256", Fingerprint.Of(sentence.Text.Replace('\n', ' ')));
    }
}
