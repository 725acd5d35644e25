using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>A question with its names looked up.</summary>
internal sealed class Asked
{
    /// <summary>For <c>may X decide</c>: X.</summary>
    public Thing? Party { get; private set; }

    /// <summary>For <c>may X jointly with Y decide</c>: Y and whoever else signs.</summary>
    public List<Thing> With { get; } = [];

    public Thing? Function { get; private set; }

    public Thing? Matter { get; private set; }

    /// <summary>The place, where given.</summary>
    public Thing? Place { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>The amount, where given.</summary>
    public decimal? Amount { get; private set; }

    public string Currency { get; private set; } = "GBP";

    /// <summary>What the amount counts; empty when not said.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Further amounts, each with what it counts.</summary>
    public List<(string Basis, decimal Value)> Further { get; } = [];

    public VatSyntaxKind Vat { get; private set; }

    public Dictionary<Thing, bool> Conditions { get; } = [];

    public Dictionary<Thing, decimal> Measures { get; } = [];

    /// <summary>What is wrong with the question; empty when nothing is.</summary>
    public string Problem { get; private set; } = "";

    public static Asked Read(Scheme scheme, QuestionSyntax question, DateOnly asOf)
    {
        var asked = new Asked { Day = asOf };
        if (question.Kind == QuestionKind.WhatMay)
        {
            throw new NotSupportedException("The reference evaluator answers who decides and may, not what may.");
        }

        if (question.Party is [var party])
        {
            asked.Party = asked.Need(scheme.FindParty(party.Text), party.Text);
        }

        foreach (PartySyntax other in question.Others)
        {
            asked.With.AddRange(asked.Need(scheme.FindParty(other.Name.Text), other.Name.Text) is { } signer ? [signer] : []);
        }

        asked.ReadSubject(scheme, question.Decision.Subject.Text);
        foreach (ClauseSyntax clause in question.Decision.Clauses)
        {
            asked.ReadClause(scheme, clause);
        }

        // A matter declared within a function is about that function.
        for (Thing? parent = asked.Function is null ? asked.Matter : null; parent is not null && asked.Function is null; parent = parent.Within)
        {
            asked.Function = parent.Sort == Sort.Function ? parent : null;
        }

        return asked;
    }

    /// <summary>The same for a function.</summary>
    public Asked About(Thing function)
    {
        var asked = (Asked)MemberwiseClone();
        asked.Function = function;
        return asked;
    }

    private void ReadSubject(Scheme scheme, string name)
    {
        Thing? subject = Need(scheme.FindSubject(name), name);
        switch (subject?.Sort)
        {
            case Sort.Matter:
                Matter = subject;
                break;
            case Sort.Function:
                Function = subject;
                break;
            case Sort.Budget:
                Function = subject.Covers.FirstOrDefault() ?? subject;
                Problem = subject.Covers.Count > 1 ? $"{name} covers several functions" : Problem;

                // A budget for one place is money of that place.
                Place = subject.At.Count == 1 ? subject.At[0] : Place;
                break;
        }
    }

    private void ReadClause(Scheme scheme, ClauseSyntax clause)
    {
        switch (clause)
        {
            case ForClauseSyntax { Names: [var function] }:
                Function = Need(scheme.Names.Find(function.Text, thing => thing.Sort == Sort.Function), function.Text);
                break;
            case AtClauseSyntax { Places: [var place] }:
                Place = Need(scheme.Names.Find(place.Text, thing => thing.Sort == Sort.Place), place.Text);
                break;
            case OnClauseSyntax on:
                Day = on.Date.Value;
                break;
            case WorthClauseSyntax { Amount: MoneySyntax more } further when Amount is not null:
                Further.Add((NameBook.KeyOf(further.Qualifier.Basis), more.Value));
                Vat = further.Qualifier.Vat == VatSyntaxKind.Unstated ? Vat : further.Qualifier.Vat;
                break;
            case WorthClauseSyntax { Amount: MoneySyntax money } worth:
                Amount = money.Value;
                Currency = money.Currency;
                Basis = NameBook.KeyOf(worth.Qualifier.Basis);
                Vat = worth.Qualifier.Vat;
                break;
            case WhenClauseSyntax so:
                ReadFacts(scheme, so.Facts, true);
                break;
            case UnlessClauseSyntax notSo:
                ReadFacts(scheme, notSo.Facts, false);
                break;
            default:
                Problem = $"{clause.Keyword} in a question";
                break;
        }
    }

    private void ReadFacts(Scheme scheme, IEnumerable<FactSyntax> facts, bool value)
    {
        foreach (FactSyntax fact in facts)
        {
            Thing? thing = Need(scheme.Names.Find(fact.Name.Text, found => found.Sort is Sort.Condition or Sort.Measure), fact.Name.Text);
            switch (thing?.Sort)
            {
                case Sort.Condition:
                    Conditions[thing] = value;
                    break;
                case Sort.Measure when fact.Value is [MoneySyntax { Value: var sum }]:
                    Measures[thing] = sum;
                    break;
                case Sort.Measure when fact.Value is [NumberSyntax { Value: var figure }]:
                    Measures[thing] = figure;
                    break;
                default:
                    Problem = $"{fact.Name.Text} has no value";
                    break;
            }
        }
    }

    private Thing? Need(Thing? thing, string name)
    {
        Problem = thing is null ? $"nobody declared {name}" : Problem;
        return thing;
    }
}
