using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>The outline of a document: its sections, and in each its sentences.</summary>
internal static class Outline
{
    public static DocumentSymbol[] Of(DocumentView view)
    {
        var top = new List<DocumentSymbol>();
        SectionSyntax? section = null;
        var inSection = new List<DocumentSymbol>();
        int end = 0;
        foreach (SentenceSyntax sentence in view.Tree.Sentences)
        {
            if (sentence is SectionSyntax next)
            {
                Close();
                section = next;
                end = next.Span.End;
                continue;
            }

            end = Math.Max(end, sentence.Span.End);
            if (Entry(view, sentence) is { } entry)
            {
                (section is null ? top : inSection).Add(entry);
            }
        }

        Close();
        return [.. top];

        void Close()
        {
            if (section is not null)
            {
                top.Add(new DocumentSymbol
                {
                    Name = Shown(section.Title.Text, "section"),
                    Kind = SymbolKind.Namespace,
                    Range = view.Range(TextSpan.FromBounds(section.Span.Start, end)),
                    SelectionRange = view.Range(section.Title.Span.Length > 0 ? section.Title.Span : section.Span),
                    Children = [.. inSection],
                });
                inSection.Clear();
            }
        }
    }

    /// <summary>The kind of symbol as which a thing is shown.</summary>
    public static SymbolKind KindOf(SymbolFamily family) => family switch
    {
        SymbolFamily.Organisation => SymbolKind.Class,
        SymbolFamily.Group => SymbolKind.Interface,
        SymbolFamily.Role => SymbolKind.EnumMember,
        SymbolFamily.Function => SymbolKind.Function,
        SymbolFamily.Matter => SymbolKind.Method,
        SymbolFamily.Budget => SymbolKind.Property,
        SymbolFamily.Place => SymbolKind.Package,
        SymbolFamily.Power => SymbolKind.Operator,
        SymbolFamily.Agreement => SymbolKind.Struct,
        SymbolFamily.Condition => SymbolKind.Boolean,
        SymbolFamily.Measure => SymbolKind.Number,
        SymbolFamily.Basis => SymbolKind.Enum,
        SymbolFamily.Class => SymbolKind.Array,
        _ => SymbolKind.Constant,
    };

    private static DocumentSymbol? Entry(DocumentView view, SentenceSyntax sentence)
    {
        switch (sentence)
        {
            case SchemeSyntax scheme:
                return Make(view, scheme, scheme.Title, Shown(scheme.Title.Text, "scheme"), SymbolKind.Module, "scheme");
            case UseSyntax use:
                return Make(view, use, use.Target, "use " + use.Target.Text, SymbolKind.Package, "");
            case UseSchemeSyntax joined:
                return Make(view, joined, joined.Target, "use scheme " + joined.Target.Text, SymbolKind.Package, joined.Party.Text);
            case DeclarationSyntax declaration:
                NameSpan? name = view.Project.References.At(view.Source, declaration.Name.Span.Start);
                bool isKnown = name is { IsDeclaration: true };
                return Make(
                    view, declaration, declaration.Name, Shown(declaration.Name.Text, "declaration"),
                    isKnown && name is not null ? KindOf(name.Symbol.Kind.Family) : SymbolKind.Variable,
                    isKnown && name is not null ? SymbolWords.Describe(name.Symbol) : declaration.Descriptor.Text);
            case DesignationSyntax designation:
                return Make(view, designation, designation.Designation, Shown(designation.Designation.Text, "designation"), SymbolKind.EnumMember, designation.Holder.Text);
            case ListDeclarationSyntax list:
                SymbolKind ofLines = KindOf(ListHead.FamilyOf(view, list.Kinds.Text));
                return Make(view, list, list.Owner, $"{list.Kinds.Text} of {list.Owner.Text}", SymbolKind.Array, "") with
                {
                    Children = [.. list.Items.Select(item => Make(view, item, item.Name, Shown(item.Name.Text, "line"), ofLines, ""))],
                };
            case DecidingSyntax deciding:
                return Make(
                    view, deciding, deciding.To, $"{deciding.Delegator.Text} → {Names(deciding.To)}", SymbolKind.Event,
                    $"{Verb(deciding.Verb)} {string.Join(", ", deciding.Subjects.Select(subject => subject.Text))}");
            case LimitsTableSyntax table:
                string subjects = string.Join(", ", table.Subjects.Select(subject => subject.Text));
                return Make(view, table, table.Subjects[0], "limits for " + subjects, SymbolKind.Array, "") with
                {
                    Children = [.. table.Lines.Select(line => Make(view, line, line.Holders, Shown(Names(line.Holders), "line"), SymbolKind.Event, ""))],
                };
            case EveryDelegationSyntax every:
                return Make(view, every, every, every.InSection ? "every delegation in this section" : "every delegation in this scheme", SymbolKind.Event, "");
            case DeputySyntax deputy:
                return Make(view, deputy, deputy.Deputy, $"{deputy.Deputy.Text} deputises for {string.Join(", ", deputy.Principals.Select(name => name.Text))}", SymbolKind.Event, "");
            case SuccessionSyntax succession:
                return Make(view, succession, succession.Successor, Shown(succession.Successor.Text, "sentence"), SymbolKind.Event, "takes over");
            case ConflictsRuleSyntax conflicts:
                return Make(view, conflicts, conflicts, "nobody takes part in what concerns them", SymbolKind.Event, "");
            case InvolvementSyntax involvement:
                return Make(view, involvement, involvement.Actor, Shown(involvement.Actor.Text, "sentence"), SymbolKind.Event, involvement.Verb switch
                {
                    InvolvementVerb.Recommends => "recommends",
                    InvolvementVerb.Advises => "advises",
                    InvolvementVerb.Oversees => "oversees",
                    InvolvementVerb.TakesNoPart => "takes no part",
                    InvolvementVerb.Concerns => "concerned",
                    _ => "consults",
                });
            case ScenarioSyntax scenario:
                return Make(view, scenario, scenario.Title, Shown(scenario.Title.Text, "scenario"), SymbolKind.Boolean, "scenario");
            default:
                return null;
        }
    }

    // A client refuses an outline in which a name is empty or lies outside its sentence.
    private static DocumentSymbol Make(DocumentView view, SyntaxNode whole, SyntaxNode name, string words, SymbolKind kind, string detail)
    {
        bool isInside = !name.IsMissing && name.Span.Start >= whole.Span.Start && name.Span.End <= whole.Span.End;
        return new DocumentSymbol
        {
            Name = words,
            Detail = detail.Length > 0 ? detail : null,
            Kind = kind,
            Range = view.Range(whole),
            SelectionRange = view.Range(isInside ? name.Span : whole.Span),
        };
    }

    private static string Shown(string name, string otherwise) => string.IsNullOrWhiteSpace(name) ? $"({otherwise} without a name)" : name;

    private static string Names(PartyListSyntax parties) => string.Join(", ", parties.Items.Select(party => party.Name.Text));

    private static string Verb(DecidingVerb verb) => verb switch
    {
        DecidingVerb.Reserves => "reserves",
        DecidingVerb.Delegates => "delegates",
        _ => "entrusts",
    };
}
