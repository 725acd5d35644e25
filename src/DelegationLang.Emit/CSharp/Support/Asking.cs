/// <summary>Asks the scheme who decides.</summary>
public static class Who
{
    /// <summary>Asks who decides something. Say what is known of the decision, and end with <see cref="Question.On(DateOnly)"/>.</summary>
    /// <param name="subject">The function, matter or budget that is to be decided.</param>
    public static Question Decides(Subject subject) => new Question(-1, subject);
}

/// <summary>
/// A question about a decision. Each method gives a new question that says more; what is left out and matters makes the answer
/// <see cref="Outcome.Depends"/>, with the answer in each case. <see cref="On(DateOnly)"/> gives the answer.
/// </summary>
public sealed class Question
{
    private readonly int _party;
    private readonly Decision _decision;

    internal Question(int party, Subject subject)
        : this(party, new Decision { Day = default })
    {
        _decision = Name(_decision, subject);
    }

    private Question(int party, Decision decision)
    {
        _party = party;
        _decision = decision;
    }

    /// <summary>In relation to this function (where the subject is a matter).</summary>
    public Question For(Subject function) => new Question(_party, Name(_decision, function));

    /// <summary>In this place.</summary>
    public Question At(Place place) => new Question(_party, _decision with { Place = place.Index });

    /// <summary>Worth this much.</summary>
    /// <param name="amount">The figure, never negative.</param>
    /// <param name="per">What it counts, one of <see cref="Per"/>; where it is left out, every basis is tried that limits on the subject use.</param>
    /// <param name="vat">Whether value added tax is counted.</param>
    /// <param name="currency">The ISO 4217 code.</param>
    public Question Worth(decimal amount, string per = "", Vat vat = Vat.Unstated, string currency = "GBP")
    {
        if (amount < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "An amount is never negative.");
        }

        return new Question(_party, _decision with { Amount = new AskedAmount(amount, currency, per, vat) });
    }

    /// <summary>Where this is so.</summary>
    public Question When(Condition condition) => With(condition, true);

    /// <summary>Where this is not so.</summary>
    public Question Unless(Condition condition) => With(condition, false);

    /// <summary>Where a number is this.</summary>
    public Question When(Measure measure, decimal value)
    {
        if (value < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A measure is never negative.");
        }

        return new Question(_party, _decision with { Measures = _decision.Measures.SetItem(measure.Index, value) });
    }

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(DateOnly day)
    {
        Decision decision = _decision with { Day = day };
        return _party < 0 ? Scheme.Space.WhoDecides(decision) : Scheme.Space.May(_party, decision);
    }

    /// <summary>The answer for a decision made on this day.</summary>
    public Answer On(int year, int month, int day) => On(new DateOnly(year, month, day));

    private static Decision Name(Decision decision, Subject subject)
    {
        SubjectDefinition definition = Scheme.Definition.Subjects[subject.Index];
        switch (definition.Kind)
        {
            case SubjectKind.Matter:
                return decision with { Matter = subject.Index };
            case SubjectKind.Budget when definition.Covers.Length == 1:
                return decision with { Function = definition.Covers[0] };
            case SubjectKind.Budget when definition.Covers.Length > 1:
                throw new ArgumentException("A budget that covers several functions is not one decision: ask about one of the functions.", nameof(subject));
            default:
                return decision with { Function = subject.Index };
        }
    }

    private Question With(Condition condition, bool value) =>
        new Question(_party, _decision with { Conditions = _decision.Conditions.SetItem(condition.Index, value) });
}
