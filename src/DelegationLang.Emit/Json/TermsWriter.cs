using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Json;

/// <summary>Writes the clauses of a statement as resolved: with what <c>every delegation</c> adds, and its days cut to those of the agreement it relies on.</summary>
internal sealed class TermsWriter(JsonContext context)
{
    private readonly JsonFields json = context.Json;

    /// <summary>The fields.</summary>
    public void Write(Statement statement)
    {
        Terms terms = statement.Terms;
        Limit(terms.Limit);
        json.Flag("unlimited", terms.Unlimited is not null);
        json.Flag("temporarily", terms.Temporarily is not null);
        json.Flag("ownResponsibilities", terms.OwnResponsibilities is not null);
        json.Flag("limitAdded", terms.IsLimitAdded);
        context.Ids("for", terms.For.Select(reference => reference.Symbol));
        context.Ids("at", terms.At.Select(reference => reference.Symbol));
        json.Days("days", Days(statement));
        json.Flag("daysAdded", terms.AreDatesAdded);
        context.Id("under", terms.Under?.Symbol);
        json.Flag("subjectToReservedMatters", terms.IsSubjectToReservedMatters);
        context.Ids("keptBack", terms.KeptBack.Select(reference => reference.Symbol));
        context.Ids("except", terms.Except.Select(reference => reference.Symbol));
        json.Lists("facts", terms.Facts, group =>
        {
            foreach (Fact fact in group.AnyOf)
            {
                json.Item(() => WriteFact(fact));
            }
        });
        json.Objects("steps", terms.Steps, Step);
        json.Flag("evenIfReserved", terms.IsEvenIfReserved);
        if (terms.Onward is { } onward)
        {
            json.Object("onward", () => Onward(onward));
        }

        context.Id("ratifiedBy", terms.RatifiedBy?.Symbol);
        json.Text("ratifiedWithin", terms.RatifiedBy is null ? "" : terms.RatifiedWithin);
        json.Texts("because", terms.Because);
        json.Objects("takenOver", terms.Successions, one =>
        {
            context.Id("by", one.Sentence.Successor);
            context.Id("from", one.Predecessor);
            json.Day("on", one.Sentence.On);
            context.Source("source", one.Sentence.Location);
        });
        SchemeInfoWriter.Approval(context, terms.ApprovedBy);
        context.Reporting("reportingTo", terms.ReportingTo);
        json.Texts("recordedIn", terms.RecordedIn);
        json.Day("reviewBy", terms.ReviewBy);
        json.Texts("references", terms.References);
        json.Texts("notes", terms.Notes);
    }

    private DateRange Days(Statement statement)
    {
        int rule = context.Publication.Index.RuleOf(statement);
        return rule >= 0 ? context.Publication.Definition.Rules[rule].Days : DateRange.From(statement.Terms.From, statement.Terms.Until);
    }

    private void Limit(AmountLimit? limit, string name = "limit")
    {
        if (limit is null)
        {
            return;
        }

        json.Object(name, () =>
        {
            json.Text("text", AmountWords.Of(name == "limit" ? limit : limit with { Also = null }));
            Bound("lower", limit.Lower);
            Bound("upper", limit.Upper);
            json.Text("basis", limit.Basis);
            json.Text("vat", limit.Vat switch
            {
                Vat.Excluding => "excluding",
                Vat.Including => "including",
                _ => "",
            });
            Limit(limit.Also, "also");
        });
    }

    private void Bound(string name, AmountBound? bound)
    {
        if (bound is not null)
        {
            json.Object(name, () =>
            {
                json.Flag("included", bound.IsIncluded);
                json.Flag("highest", bound.Amount is LowerOf { IsHighest: true });
                json.Objects("lowerOf", bound.Amount is LowerOf lower ? lower.Items : [bound.Amount], Amount);
            });
        }
    }

    private void Amount(AmountExpression amount)
    {
        switch (amount)
        {
            case FixedAmount figure:
                context.Money(figure.Value, figure.Currency);
                break;
            case PartOfAmount part:
                json.Exact("percent", part.Percent);
                context.Id("ofAmount", part.Amount);
                break;
            case PartOfMeasure part:
                json.Exact("percent", part.Percent);
                context.Id("ofMeasure", part.Measure);
                break;
            case LowerOf lower:
                json.Objects("lowerOf", lower.Items, Amount);
                break;
        }
    }

    private void WriteFact(Fact fact)
    {
        context.Id(fact.Symbol is MeasureSymbol ? "measure" : "condition", fact.Symbol);
        Bound("lower", fact.Lower);
        Bound("upper", fact.Upper);
        json.Flag("negated", fact.IsNegated);
    }

    private void Step(Step step)
    {
        json.Text("step", step.Kind switch
        {
            StepKind.Consulting => "consulting",
            StepKind.Recommendation => "recommendation",
            _ => "approval",
        });
        json.Text("within", step.Within);
        context.Groups("anyOf", step.AnyOf);
    }

    private void Onward(OnwardPower onward)
    {
        json.Truth("given", onward.IsGiven);
        context.Ids("to", onward.To.Select(reference => reference.Symbol));
        Limit(onward.Limit);
        context.Id("consentOf", onward.ConsentOf?.Symbol);
    }
}
