using System.Collections.Immutable;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Templating;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Loading;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.CSharp;

/// <summary>Writes the one C# file of a scheme: gathers what the template shows.</summary>
internal sealed class SourceWriter
{
    private const string Template = "scheme.sbn-cs";

    private const int IndentationOfSpace = 8;

    private static readonly Lazy<TemplateSet> Templates = new(() => new TemplateSet(
        [new TemplateText(Template, Resources.Read("CSharp.Templates." + Template), typeof(CodeFile))], CodeViewTypes.All, new CodeLanguage()));

    private static readonly string[] BuiltInBases = ["", "decision", "contract", "year", "total"];

    private static readonly string[] BuiltInCurrencies = ["", "GBP", "EUR"];

    private readonly Publication publication;
    private readonly SpaceDefinition definition;
    private readonly SchemeIndex index;

    private SourceWriter(EmitInput input)
    {
        publication = new Publication(input);
        definition = publication.Definition;
        index = publication.Index;
    }

    /// <summary>The text of the file, as UTF-8.</summary>
    public static byte[] Write(EmitInput input) => Templates.Value.Write("scheme", new SourceWriter(input).File());

    private CodeFile File()
    {
        SchemeInfo info = publication.Model.Info;
        string days = Wording.Days(definition.InForce);
        return new CodeFile
        {
            Name = (info.Title.Length > 0 ? info.Title : "A scheme of delegation") + (info.Version.Length > 0 ? ", version " + info.Version : ""),
            InForce = days.Length > 0 ? ", in force " + days : "",
            Sentence = Sentence(info.Location),
            Namespace = new Code(publication.Input.Namespace),
            Title = info.Title,
            Version = info.Version,
            Fingerprint = SchemeFingerprint.Of(publication.Model, publication.Files),
            ContentHash = SchemeContent.HashOf(publication),
            Names = [.. Names()],
            Bases = Units("Bases", publication.Model.Symbols.OfType<BasisSymbol>().Where(basis => !BuiltInBases.Contains(basis.Name)).DistinctBy(basis => basis.Name, StringComparer.Ordinal).Select(basis => (basis.Name, (SourceLocation?)basis.Declaration))),
            Currencies = Units("Currencies", Currencies().Except(BuiltInCurrencies).Order(StringComparer.Ordinal).Select(currency => (currency, (SourceLocation?)null))),
            Format = EmittedSpace.Format,
            Space = new Code(Literals.Raw(SpaceCode.Lines(publication, Sentence), IndentationOfSpace)),
        };
    }

    private IEnumerable<NamesView> Names()
    {
        yield return Names("Parties", "Party", "The parties of the scheme: organisations, groups and posts.", All(definition.Parties, party => party.Name, index.Party));
        foreach ((SubjectKind kind, string className, string summary) in ((SubjectKind, string, string)[])
        [
            (SubjectKind.Function, "Functions", "The functions of the scheme: what decisions are about."),
            (SubjectKind.Matter, "Matters", "The matters of the scheme: kinds of decisions."),
            (SubjectKind.Budget, "Budgets", "The budgets of the scheme: money, standing for the functions that it covers."),
        ])
        {
            yield return Names(className, kind.ToString(), summary, All(definition.Subjects, subject => subject.Name, index.Subject).Where(item => definition.Subjects[item.Index].Kind == kind));
        }

        yield return Names("Places", "Place", "The places of the scheme.", All(definition.Places, place => place.Name, index.Place));
        yield return Names("Conditions", "Condition", "The facts of the scheme that are true or false.", All(definition.Conditions, condition => condition.Name, index.Condition));
        yield return Names("Measures", "Measure", "The facts of the scheme that are numbers.", All(definition.Measures, measure => measure.Name, index.Measure));
    }

    private NamesView Names(string className, string typeName, string summary, IEnumerable<Thing> things)
    {
        Thing[] all = [.. things];
        HashSet<string> shared = [.. all.GroupBy(thing => thing.Name, StringComparer.Ordinal).Where(named => named.Count() > 1).Select(named => named.Key)];
        ImmutableArray<string> identifiers = Identifiers.ForMembers(all.Select(thing => shared.Contains(thing.Name) ? thing.Name + DaysOf(thing.Life) : thing.Name), className);
        return new NamesView(new Code(className), new Code(typeName), summary, [.. all.Select((thing, i) => new NameView(thing.Name, new Code(identifiers[i]), Sentence(thing.Declaration), thing.Index, thing.Aliases))]);
    }

    // Of what bears one name after another: since when each does, and of the first until when.
    private static string DaysOf(DateRange life) => life.HasFirst ? " from " + Wording.Day(life.First) : life.HasLast ? " until " + Wording.Day(life.Last) : "";

    private NameView[] Units(string className, IEnumerable<(string Name, SourceLocation? Declaration)> things) =>
        [.. Names(className, "", "", things.Select((thing, i) => new Thing(i, thing.Name, thing.Declaration, [], DateRange.Always))).Members];

    // The other names of a thing, its own name among them where answers give it a longer one.
    private static IEnumerable<Thing> All<T>(IReadOnlyList<T> items, Func<T, string> nameOf, Func<int, Symbol?> symbolAt) =>
        items.Select((item, i) => symbolAt(i) is { } symbol
            ? new Thing(i, nameOf(item), symbol.Declaration, [.. symbol.Aliases.Append(symbol.Name).Where(name => name != nameOf(item)).Distinct(StringComparer.Ordinal)], symbol.Lifetime)
            : new Thing(i, nameOf(item), null, [], DateRange.Always));

    private IEnumerable<string> Currencies()
    {
        IEnumerable<LimitDefinition?> limits = definition.Rules.SelectMany(rule => (IEnumerable<LimitDefinition?>)[rule.Limit, rule.Onward?.Limit]);
        limits = limits.SelectMany(All);
        IEnumerable<BoundDefinition?> bounds = limits.SelectMany(limit => (IEnumerable<BoundDefinition?>)[limit?.Lower, limit?.Upper]);
        return bounds.OfType<BoundDefinition>().SelectMany(bound => bound.LowerOf).Select(term => term.Currency)
            .Concat(definition.Amounts.SelectMany(amount => amount.Figures).Select(figure => figure.Currency))
            .Concat(definition.Measures.Select(measure => measure.Currency))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<LimitDefinition?> All(LimitDefinition? limit)
    {
        for (LimitDefinition? one = limit; one is not null; one = one.Also)
        {
            yield return one;
        }
    }

    // A sentence, and where it stands; empty for none.
    private string Sentence(SourceLocation? sentence) => sentence is { Source: not null } location
        ? VisibleText.OnOneLine(publication.Texts.OneLine(location)) + FormattableString.Invariant($" ({VisibleText.OnOneLine(publication.Files.Of(location.File))}, line {location.Line})")
        : "";

    /// <summary>Something that has a name in the scheme: its place in a list of the definition, its name, where it is declared, its other names, and its days.</summary>
    private sealed record Thing(int Index, string Name, SourceLocation? Declaration, IReadOnlyList<string> Aliases, DateRange Life);
}
