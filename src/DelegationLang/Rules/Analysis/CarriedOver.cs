using System.Collections.Immutable;
using System.Text;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Which delegations stand unchanged in the version that a scheme supersedes: the same delegator, subjects, holders and clauses, in whatever
/// order and spelling of names. References and notes may differ, since they are numbered anew with each version.
/// </summary>
internal sealed class CarriedOver
{
    private readonly HashSet<string> earlier;
    private readonly SchemeModel model;
    private readonly bool isUnknown;

    private CarriedOver(SchemeModel model, HashSet<string> earlier, bool isUnknown)
    {
        this.model = model;
        this.earlier = earlier;
        this.isUnknown = isUnknown;
    }

    /// <summary>Reads the version that the scheme supersedes.</summary>
    public static CarriedOver From(RuleRun run)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (run.Model.Info.Supersedes.Length == 0)
        {
            return new CarriedOver(run.Model, keys, isUnknown: false);
        }

        if (run.Context.ReadSuperseded() is not IReadOnlyList<SyntaxTree> trees)
        {
            return new CarriedOver(run.Model, keys, isUnknown: true);
        }

        foreach (SyntaxTree tree in trees)
        {
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                switch (sentence)
                {
                    case DecidingSyntax { Verb: not DecidingVerb.Reserves } deciding:
                        keys.Add(KeyOf(tree.Source, deciding));
                        break;
                    case LimitsTableSyntax table:
                        foreach (TableLineSyntax line in table.Lines)
                        {
                            keys.Add(KeyOf(tree.Source, table, line));
                        }

                        break;
                }
            }
        }

        return new CarriedOver(run.Model, keys, isUnknown: false);
    }

    /// <summary>Whether the sentence stood in the version before; also where that version cannot be read.</summary>
    public bool Has(DelegationStatement statement)
    {
        if (isUnknown || earlier.Count == 0)
        {
            return isUnknown;
        }

        SourceText source = statement.Location.Source;
        return statement.Syntax switch
        {
            DecidingSyntax deciding => earlier.Contains(KeyOf(source, deciding)),
            TableLineSyntax line when statement.Table is LimitsTable table && SentenceClauses.SentenceAt(model, table.Location) is LimitsTableSyntax head
                => earlier.Contains(KeyOf(source, head, line)),
            _ => false,
        };
    }

    private static string KeyOf(SourceText source, DecidingSyntax sentence)
    {
        var key = new StringBuilder();
        Append(key, sentence.Verb == DecidingVerb.Entrusts ? "entrusts" : "delegates", [NameKey.Of(sentence.Delegator.Text)]);
        Append(key, "subjects", sentence.Subjects.Select(subject => NameKey.Of(subject.Text)));
        Append(key, "to", Holders(source, sentence.To));
        Append(key, "clauses", Clauses(source, sentence.Clauses));
        return key.ToString();
    }

    private static string KeyOf(SourceText source, LimitsTableSyntax table, TableLineSyntax line)
    {
        var key = new StringBuilder();
        Append(key, "limits", table.Subjects.Select(subject => NameKey.Of(subject.Text)));
        Append(key, "in", Clauses(source, table.Clauses));
        Append(key, "to", Holders(source, line.Holders));
        Append(key, "clauses", Clauses(source, line.Clauses));
        return key.ToString();
    }

    private static IEnumerable<string> Holders(SourceText source, PartyListSyntax list) =>
        list.Items.Select(item => Words(source, item)).Append(list.Kind == PartyListKind.Any ? "any" : "each");

    private static IEnumerable<string> Clauses(SourceText source, ImmutableArray<ClauseSyntax> clauses) =>
        clauses
            .Where(clause => clause is not TextClauseSyntax { Kind: ClauseKind.Reference or ClauseKind.Note })
            .Select(clause => Words(source, clause));

    private static string Words(SourceText source, SyntaxNode node) => NameKey.Of(source.ToString(node.Span).Trim(',', ' ', '\n', '\r', '\t'));

    private static void Append(StringBuilder key, string part, IEnumerable<string> words)
    {
        key.Append(part).Append('\n');
        foreach (string word in words.Order(StringComparer.Ordinal))
        {
            key.Append(word).Append('\n');
        }
    }
}
