using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Json;

/// <summary>Writes a decision space as data. <see cref="LoadedScheme"/> reads it back.</summary>
internal sealed class SpaceWriter(JsonFields json)
{
    /// <summary>Writes the fields of the definition.</summary>
    public void Write(SpaceDefinition definition)
    {
        json.Days("inForce", definition.InForce);
        json.Lines("parties", definition.Parties, Party);
        json.Lines("subjects", definition.Subjects, Subject);
        json.Lines("places", definition.Places, place =>
        {
            json.Text("name", place.Name);
            json.Index("within", place.Parent);
            json.Days("life", place.Lifetime);
        });
        json.Lines("conditions", definition.Conditions, condition =>
        {
            json.Text("name", condition.Name);
            json.Truth("normally", condition.Normally);
        });
        json.Lines("measures", definition.Measures, measure =>
        {
            json.Text("name", measure.Name);
            json.Text("unit", measure.Unit);
            json.Text("currency", measure.Currency);
        });
        json.Lines("amounts", definition.Amounts, amount =>
        {
            json.Text("name", amount.Name);
            json.Objects("figures", amount.Figures, figure =>
            {
                json.Days("days", figure.Days);
                json.Exact("value", figure.Value);
                json.Text("currency", figure.Currency);
            });
        });
        json.Objects("kept", definition.Kept, kept =>
        {
            json.Index("subject", kept.Subject);
            json.Index("organisation", kept.Organisation);
            json.Text("law", kept.Law);
        });
        json.Lines("rules", definition.Rules, Rule);
        json.Lines("deputies", definition.Deputies, deputy =>
        {
            json.Index("deputy", deputy.Deputy);
            json.Index("principal", deputy.Principal);
            json.Integers("for", deputy.For);
            json.Integers("except", deputy.Except);
            json.Days("days", deputy.Days);
            Facts(deputy.Facts);
            Source(deputy.Source);
        });
        json.Objects("involvements", definition.Involvements, Involvement);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString();

    private void Party(PartyDefinition party)
    {
        json.Text("name", party.Name);
        json.Text("kind", Word(party.Kind));
        json.Days("life", party.Lifetime);
        json.Integers("at", party.At);
        json.Integers("boards", party.Boards);
        json.Integers("cabinets", party.Cabinets);
        json.Integers("leaders", party.Leaders);
        json.Integers("ifNotAgreed", party.IfNotAgreed);
        Source(party.Source);
    }

    private void Subject(SubjectDefinition subject)
    {
        json.Text("name", subject.Name);
        json.Text("kind", Word(subject.Kind));
        json.Index("within", subject.Parent);
        json.Index("owner", subject.Owner);
        json.Flag("executive", subject.IsExecutive);
        json.Days("life", subject.Lifetime);
        json.Integers("covers", subject.Covers);
        json.Integers("at", subject.At);
        Source(subject.Source);
    }

    private void Rule(RuleDefinition rule)
    {
        json.Text("kind", Word(rule.Kind));
        json.Flag("void", !rule.IsEffective);
        json.Index("giver", rule.Giver);
        json.Lists("holders", rule.Holders, group =>
        {
            foreach (int party in group)
            {
                json.Item(party);
            }
        });
        json.Text("scope", rule.Scope == RuleScope.Named ? "" : Word(rule.Scope));
        json.Integers("subjects", rule.Subjects);
        json.Integers("for", rule.For);
        json.Integers("except", rule.Except);
        json.Integers("keptBack", rule.KeptBack);
        json.Objects("barred", rule.Barred, bar =>
        {
            json.Index("subject", bar.Subject);
            json.Text("law", bar.Law);
        });
        json.Integers("at", rule.At);
        json.Days("days", rule.Days);
        Limit(rule.Limit);
        Facts(rule.Facts);
        json.Flag("exceptional", rule.IsExceptional);
        if (rule.Onward is { } onward)
        {
            json.Object("onward", () =>
            {
                json.Integers("to", onward.To);
                Limit(onward.Limit);
                json.Index("consentOf", onward.ConsentOf);
                json.Text("law", onward.Law);
            });
        }

        json.Index("approvedBy", rule.ApprovedBy);
        json.Texts("steps", rule.Steps);
        json.Integers("needed", rule.Needed);
        json.Text("ratifiedBy", rule.RatifiedBy);
        json.Text("ratifiedWithin", rule.RatifiedWithin);
        json.Objects("successions", rule.Successions, succession =>
        {
            json.Index("by", succession.Successor);
            json.Index("of", succession.Predecessor);
            json.Days("days", DateRange.From(succession.On, null));
            Source(succession.Source);
        });
        json.Text("under", rule.Under);
        json.Integers("within", rule.Within);
        json.Flag("forbidden", rule.IsForbidden);
        json.Text("class", rule.Class);
        json.Index("table", rule.Table);
        Source(rule.Source);
        json.Text("reference", rule.Reference);
    }

    private void Involvement(InvolvementDefinition involvement)
    {
        json.Text("kind", Word(involvement.Kind));
        json.Index("party", involvement.Party);
        json.Integers("others", involvement.Others);
        json.Flag("all", involvement.IsOfAll);
        json.Integers("subjects", involvement.Subjects);
        json.Integers("for", involvement.For);
        json.Integers("except", involvement.Except);
        json.Integers("at", involvement.At);
        json.Days("days", involvement.Days);
        Limit(involvement.Limit);
        Facts(involvement.Facts);
        Source(involvement.Source);
    }

    private void Limit(LimitDefinition? limit, string name = "limit")
    {
        if (limit is not null)
        {
            json.Object(name, () =>
            {
                Bound("lower", limit.Lower);
                Bound("upper", limit.Upper);
                json.Text("basis", limit.Basis);
                json.Text("vat", limit.Vat == Vat.Unstated ? "" : Word(limit.Vat));
                Limit(limit.Also, "also");
            });
        }
    }

    private void Bound(string name, BoundDefinition? bound)
    {
        if (bound is not null)
        {
            json.Object(name, () =>
            {
                json.Flag("included", bound.IsIncluded);
                json.Flag("highest", bound.IsHighest);
                json.Objects("lowerOf", bound.LowerOf, Term);
            });
        }
    }

    private void Term(BoundTerm term)
    {
        json.Text("kind", term.Kind == BoundTermKind.Figure ? "" : Word(term.Kind));
        json.Exact("value", term.Value);
        json.Text("currency", term.Currency);
        json.Index("index", term.Index);
    }

    private void Facts(ImmutableArray<ImmutableArray<FactDefinition>> groups) => json.Lists("facts", groups, group =>
    {
        foreach (FactDefinition fact in group)
        {
            json.Item(() =>
            {
                json.Index("condition", fact.Condition);
                json.Index("measure", fact.Measure);
                Bound("lower", fact.Lower);
                Bound("upper", fact.Upper);
                json.Flag("negated", fact.IsNegated);
            });
        }
    });

    private void Source(SourceReference source)
    {
        if (!string.IsNullOrEmpty(source.File))
        {
            json.Object("source", () =>
            {
                json.Text("file", source.File);
                json.Integer("line", source.Line);
            });
        }
    }
}
