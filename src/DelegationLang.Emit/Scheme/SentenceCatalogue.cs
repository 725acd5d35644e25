using System.Collections.Immutable;
using DelegationLang.Emit.Naming;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Emit.Scheme;

/// <summary>Every sentence of the project's own files, in the order of reading.</summary>
internal sealed class SentenceCatalogue
{
    private readonly Dictionary<string, ImmutableArray<PublishedSentence>> byFile;
    private readonly Dictionary<SourceText, string> fileOf;

    public SentenceCatalogue(EmitInput input, SentenceTexts texts, SourceFileNames files)
    {
        var inError = new HashSet<SyntaxNode>(ReferenceEqualityComparer.Instance);
        foreach (Statement statement in Statements(input.Model).Where(statement => statement.HasErrors || input.InError.Contains(statement)))
        {
            inError.Add(statement.Syntax);
        }

        var drafts = new List<PublishedSentence>();
        foreach (SyntaxTree tree in input.Model.Trees.Where(tree => !files.IsLibrary(tree.Source.FileName)))
        {
            string section = "";
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                if (sentence is SectionSyntax title)
                {
                    section = title.Title.Text;
                    continue;
                }

                SourceLocation location = tree.LocationOf(sentence);
                drafts.Add(new PublishedSentence
                {
                    Id = "",
                    Kind = KindOf(sentence),
                    Text = texts.Lines(location),
                    File = files.Of(location.File),
                    Line = location.Line,
                    EndLine = location.Source.GetPosition(location.Span.End).Line,
                    Section = section,
                    Notes = Quotations(sentence, ClauseKind.Note),
                    References = Quotations(sentence, ClauseKind.Reference),
                    IsEffective = !sentence.HasErrors && !Parts(sentence).Any(inError.Contains),
                    Location = location,
                    Syntax = sentence,
                });
            }
        }

        ImmutableArray<string> ids = UniqueNames.Make([.. drafts.Select(draft => (Wanted(draft), draft.Text))], "-");
        All = [.. drafts.Select((draft, i) => draft with { Id = ids[i] })];
        byFile = All.GroupBy(sentence => sentence.File, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        fileOf = All.GroupBy(sentence => sentence.Location.Source).ToDictionary(group => group.Key, group => group.First().File);
    }

    /// <summary>The sentences.</summary>
    public ImmutableArray<PublishedSentence> All { get; }

    /// <summary>The sentence that a place lies in; none for one outside the project's files.</summary>
    public PublishedSentence? At(SourceLocation location) =>
        location.Source is not null && fileOf.TryGetValue(location.Source, out string? file)
            ? FirstEndingFrom(byFile[file], sentence => sentence.Location.Span.End > location.Span.Start)
            : null;

    /// <summary>The first sentence that a line (of a file as published) belongs to; none for a line outside the project's files.</summary>
    public PublishedSentence? At(SourceReference source) =>
        byFile.TryGetValue(source.File ?? "", out ImmutableArray<PublishedSentence> sentences)
            ? FirstEndingFrom(sentences, sentence => sentence.EndLine >= source.Line)
            : null;

    /// <summary>Every statement of a scheme.</summary>
    public static IEnumerable<Statement> Statements(SchemeModel model) =>
        model.Delegations.Cast<Statement>().Concat(model.Reservations).Concat(model.Deputies).Concat(model.Involvements).Concat(model.Scenarios);

    // The sentences of a file stand in order, so what ends at or after a place is the upper part of the list.
    private static PublishedSentence? FirstEndingFrom(ImmutableArray<PublishedSentence> sentences, Func<PublishedSentence, bool> isReached)
    {
        int low = 0;
        int high = sentences.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (isReached(sentences[middle]))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < sentences.Length ? sentences[low] : null;
    }

    private static string Wanted(PublishedSentence sentence) => "sentence-" + Fingerprint.Of(sentence.Text)[..10];

    private static string KindOf(SentenceSyntax sentence) => sentence switch
    {
        SchemeSyntax => "scheme",
        UseSyntax => "use",
        UseSchemeSyntax => "use scheme",
        DeclarationSyntax => "declaration",
        DesignationSyntax => "designation",
        ListDeclarationSyntax => "list",
        DecidingSyntax { Verb: DecidingVerb.Reserves } => "reservation",
        DecidingSyntax { Verb: DecidingVerb.Entrusts } => "entrustment",
        DecidingSyntax => "delegation",
        LimitsTableSyntax => "limits",
        EveryDelegationSyntax => "every delegation",
        ProhibitionSyntax => "prohibition",
        DeputySyntax => "deputy",
        InvolvementSyntax => "involvement",
        ScenarioSyntax => "scenario",
        _ => "unreadable",
    };

    private static IEnumerable<SyntaxNode> Parts(SentenceSyntax sentence) => sentence switch
    {
        LimitsTableSyntax table => [table, .. table.Lines],
        ListDeclarationSyntax list => [list, .. list.Items],
        _ => [sentence],
    };

    private static ImmutableArray<string> Quotations(SentenceSyntax sentence, ClauseKind kind)
    {
        IEnumerable<ClauseSyntax> clauses = sentence switch
        {
            LimitsTableSyntax table => table.Clauses.Concat(table.Lines.SelectMany(line => line.Clauses)),
            ListDeclarationSyntax list => list.Clauses.Concat(list.Items.SelectMany(item => item.Clauses)),
            _ => sentence.Clauses,
        };
        return [.. clauses.OfType<TextClauseSyntax>().Where(clause => clause.Kind == kind).Select(clause => clause.Text.Text)];
    }
}
