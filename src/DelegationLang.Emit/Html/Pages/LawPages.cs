using System.Collections.Immutable;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A page for each agreement and each power in law that the scheme relies on: what it covers, and what rests on it.</summary>
internal sealed class LawPages(PageContext context)
{
    /// <summary>The file of the list.</summary>
    public const string List = "law.html";


    // So many sentences are named each.
    private const int MostSentences = 200;

    /// <summary>The list and the page of each; nothing for a scheme that relies on none.</summary>
    public IEnumerable<Func<PageDraft>> All()
    {
        AgreementSymbol[] agreements = [.. context.ShownOf<AgreementSymbol>()];
        PowerSymbol[] powers = [.. context.ShownOf<PowerSymbol>()];
        if (agreements.Length + powers.Length == 0 && context.Grounds.IsEmpty)
        {
            yield break;
        }

        PowerSymbol[] others = [.. context.Grounds.Select(ground => ground.Power).Except(powers)];
        foreach (Func<PageDraft> page in ListPages.Of<Symbol>("law", [.. agreements, .. powers, .. others], ListPages.Rows, Index))
        {
            yield return page;
        }

        foreach (AgreementSymbol agreement in agreements)
        {
            yield return () => Page(agreement, "Agreement", [.. Content(agreement)]);
        }

        foreach (PowerSymbol power in powers)
        {
            yield return () => Page(power, "Power in law", [.. Content(power)]);
        }
    }

    private PageDraft Index(IReadOnlyList<Symbol> symbols, PageDraft draft)
    {
        var agreements = new TableBuilder("Agreements and contracts", "Agreement", "Between", "What it covers and states");
        const string Covers = "Who may delegate to whom, and what it covers";
        var powers = new TableBuilder("Powers in law", "Power", Covers);
        var others = new TableBuilder("Other powers in law", "Power", Covers);
        foreach (Symbol symbol in symbols)
        {
            IReadOnlyList<LineView> name = [LineBuilder.Of(context.Link(symbol)), .. symbol is AgreementSymbol ? LineBuilder.Lines(KindWords.Capital(symbol.Kind.Name)).Select(line => line with { Style = "note" }) : [], .. KindWords.CommonLines(context, symbol), .. Standing(symbol).SelectMany(fact => fact.Lines.Select(line => line with { Segments = [new Segment(fact.Label + ": "), .. line.Segments], Style = "note" }))];
            if (symbol is AgreementSymbol agreement)
            {
                agreements.Row("", agreement.Lifetime, name, [new LineBuilder().List(agreement.Owners.Select(context.Link)).ToLine()], [.. Content(agreement)]);
            }
            else if (symbol is PowerSymbol power)
            {
                (context.Shown.Contains(power) ? powers : others).Row("", power.Lifetime, name, [.. Content(power)]);
            }
        }

        var sections = new List<SectionView>();
        if (agreements.ToTables() is { Count: > 0 } first)
        {
            sections.Add(new SectionView("agreements", "Agreements", new ContentView { Tables = first }, []));
        }

        if (powers.ToTables() is { Count: > 0 } second)
        {
            sections.Add(new SectionView("powers", "Powers", new ContentView { Lines = LineBuilder.Lines("The powers are summed up as the law library of this scheme states them. The statute itself decides."), Tables = second }, []));
        }

        if (others.ToTables() is { Count: > 0 } third)
        {
            string body = context.Model.OwnOrganisation?.DisplayName ?? "this body";
            sections.Add(new SectionView("others", "Other powers", new ContentView { Lines = LineBuilder.Lines($"The library says these of {body} too. No sentence of the scheme rests on them."), Tables = third }, []));
        }

        return draft with { Heading = "Agreements and powers in law", Sections = sections };
    }

    private PageDraft Page(Symbol basis, string kicker, IReadOnlyList<LineView> content)
    {
        var sections = new List<SectionView>();
        if (content.Count > 0)
        {
            sections.Add(new SectionView("content", "What it says", new ContentView { Lines = content }, []));
        }

        if (context.Sentences.Of(context.Index.Under[basis]) is { Count: > 0 } sentences)
        {
            sections.Add(new SectionView("sentences", "Sentences that rest on it", new ContentView { Sentences = sentences }, []));
        }

        if (context.Grounds.FirstOrDefault(ground => ground.Power == basis) is { Statements.IsEmpty: false } ground)
        {
            sections.Add(new SectionView("unnamed", "Sentences that it allows without being named", new ContentView { Lines = [new LineBuilder().List(Sentences(ground.Statements)).ToLine()] }, []));
        }

        Symbol[] resting = [.. Resting(basis)];
        if (resting.Length > 0)
        {
            sections.Add(new SectionView("resting", "What else rests on it", new ContentView { Lines = [new LineBuilder().List(resting.Select(context.Link)).ToLine()] }, []));
        }

        FactView[] facts = [.. KindWords.Common(context, basis), .. Standing(basis)];
        if (facts.Length > 0)
        {
            sections.Add(new SectionView("about", "About it", new ContentView { Facts = facts }, []));
        }

        return new PageDraft(context.Addresses.FileOf(basis), basis.DisplayName)
        {
            Kicker = kicker,
            Area = List,
            Above = [new Segment("Agreements and powers", List)],
            Lines = basis is AgreementSymbol ? [KindWords.Of(context, basis)] : [],
            Sections = sections,
        };
    }

    // By their references or where they stand. Of a power that every delegation rests on only who gives how often is told: each such page lists them.
    private IEnumerable<Segment> Sentences(ImmutableArray<Statement> statements) => statements.Length > MostSentences
        ? statements.OfType<DelegationStatement>().Select(statement => statement.Delegator).OfType<PartySymbol>().GroupBy(giver => giver)
            .Select(group => context.Link(group.Key) with { Text = FormattableString.Invariant($"{group.Count()} of {group.Key.DisplayName}") })
        : statements.OrderBy(statement => statement.Order)
        .Select(statement => context.Publication.Sentences.At(statement.Location)).OfType<PublishedSentence>().Distinct()
        .Select(sentence => new Segment(
            sentence.References.IsEmpty ? FormattableString.Invariant($"{sentence.File}, line\u00A0{sentence.Line}") : string.Join(", ", sentence.References), context.Addresses.Of(sentence)));

    private IEnumerable<Symbol> Resting(Symbol basis) => context.Model.Symbols.Where(context.Shown.Contains).Where(symbol => symbol switch
    {
        SubjectSymbol subject => subject.Under == basis,
        AgreementSymbol agreement => agreement.Under == basis,
        PartySymbol party => (party.Under ?? (party.IsRole && !party.IsFromLibrary ? party.Kind.Under : null)) == basis,
        _ => false,
    });

    private IEnumerable<LineView> Content(PowerSymbol power) =>
    [
        .. Effect(power), .. power.Grants.SelectMany(Granted), .. Agreement(power), .. Parties("not to ", power.Forbids),
        .. power.LeastMembers > 0 ? LineBuilder.Lines(FormattableString.Invariant($"by at least {power.LeastMembers} people together")) : [],
        .. Covered("covers ", power.CoveredKinds, power.Covers), .. Covered("but not ", power.ExcludedKinds, power.Excludes),
    ];

    // What a power of a special kind does.
    private static IEnumerable<LineView> Effect(PowerSymbol power) => LineBuilder.Lines(power switch
    {
        { IsOnward: true } => "Whoever was given something may pass it on, unless whoever gave it said otherwise:",
        { IsOfLiability: true } => "Whoever exercises what is given answers for it in law, and nobody else:",
        { IsExclusive: true } => "Those to whom it goes decide it, and nobody else:",
        { IsDivesting: true } => "Whoever gives it keeps nothing of it:",
        { IsPooling: true } => "These may put their money together:",
        _ => "",
    });

    // How sure the library is of a power, and of which text; and whether the scheme has put one of its own in its place.
    private IEnumerable<FactView> Standing(Symbol basis)
    {
        if (basis is not PowerSymbol power)
        {
            yield break;
        }

        if (!power.IsFromLibrary)
        {
            yield return new FactView("Declared by", LineBuilder.Lines(context.Model.IsInPlaceOfLibrary(power) ? "this scheme, in place of what the law library says under that name" : "this scheme; it stands in no law library"));
        }

        LegalGrade? grade = LegalGrades.Of(power) ?? (power.IsVerified ? null : LegalGrade.Unverified);
        if (grade is { } known)
        {
            yield return new FactView("How sure", LineBuilder.Lines(known switch
            {
                LegalGrade.Seen => "the words of the law were read",
                LegalGrade.Partly => "the words were read in part, or through an account of them: at most a warning follows",
                _ => "not checked against the words of the law: at most a remark follows",
            }));
        }

        if (LegalGrades.TextOf(power) is { Length: > 0 } text)
        {
            yield return new FactView("Text read", LineBuilder.Lines(text));
        }
    }

    private IEnumerable<LineView> Granted(PowerGrant grant) => [.. Parties("by ", grant.Delegators), .. Parties("to ", grant.Delegates)];

    private static IEnumerable<LineView> Agreement(PowerSymbol power) =>
        power.Agreement is { } kind ? [LineBuilder.Of("by " + KindWords.Article(kind.Name) + kind.Name)] : [];

    private IEnumerable<LineView> Content(AgreementSymbol agreement)
    {
        if (!agreement.Covers.IsEmpty)
        {
            yield return new LineBuilder().Text("covers ").List(agreement.Covers.Select(context.Link)).ToLine();
        }

        if (agreement.Under is { } power)
        {
            yield return new LineBuilder().Text("under ").Add(context.Link(power)).ToLine();
        }

        foreach (Worth worth in agreement.Worth)
        {
            yield return LineBuilder.Of("worth " + WorthWords.Of(worth));
        }

        if (!agreement.Stating.IsEmpty)
        {
            yield return LineBuilder.Of("states its " + Wording.List(agreement.Stating));
        }

        foreach (Reporting reporting in agreement.Reporting)
        {
            yield return new LineBuilder().Text("reports to ").Add(context.Link(reporting.To)).Text(reporting.Frequency.Length > 0 ? " " + reporting.Frequency : "").ToLine();
        }
    }

    private IEnumerable<LineView> Parties(string word, IEnumerable<PowerParty> parties)
    {
        Segment[] segments = [.. parties.Select(party => party.Party is { } one ? context.Link(one) : new Segment(Words(party)))];
        return segments.Length == 0 ? [] : [new LineBuilder().Text(word).List(segments, "or").ToLine()];
    }

    private static string Words(PowerParty party) => (party.Kind?.Name ?? "") + (party.Of is { } of ? " of " + of.Name : "");

    private IEnumerable<LineView> Covered(string word, IEnumerable<KindSymbol> kinds, IEnumerable<SubjectSymbol> subjects)
    {
        Segment[] segments = [.. kinds.Select(kind => new Segment("every " + kind.Name)), .. subjects.Select(context.Link)];
        return segments.Length == 0 ? [] : [new LineBuilder().Text(word).List(segments).ToLine()];
    }
}
