using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <content>Sentences that join the scheme of another body.</content>
internal sealed partial class TreeBuilder
{
    private UseSchemeSyntax UseScheme()
    {
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.UseScheme, 0, outline.Clauses.Count);
        ReportRecipients("a sentence with `use scheme`");
        NameSyntax[] parties = [.. clauses.OfType<ForClauseSyntax>().SelectMany(clause => clause.Names)];
        if (parties.Length != 1 && !faults.AnyIn(window.FullStart, window.End))
        {
            Report(
                ParsingDiagnostics.UnreadableSentence,
                parties.Length == 0 ? Span : parties[1].Span,
                parties.Length == 0 ? "this sentence does not say whose scheme it is" : "a scheme is that of one body",
                parties.Length == 0 ? "name a body that is declared here: `use scheme \"../leeds-council\" for Leeds City Council.`" : "write a sentence for each scheme");
        }

        return new UseSchemeSyntax
        {
            Target = nodes.Name(1),
            Party = parties is [var party, ..] ? party : NodeFactory.MissingName(window.End),
            Address = [.. clauses.OfType<TextClauseSyntax>().Where(clause => clause.Kind == ClauseKind.PublishedAt).Select(clause => clause.Text).Take(1)],
            Clauses = clauses,
            Span = Span,
        };
    }
}
