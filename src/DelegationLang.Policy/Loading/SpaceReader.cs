using System.Collections.Immutable;

namespace DelegationLang.Policy.Loading;

/// <summary>Reads an item of a list, or the value of a field.</summary>
internal delegate T ReadValue<out T>(ref JsonPullReader json);

/// <summary>Reads the decision space of a built scheme.</summary>
internal static class SpaceReader
{
    /// <summary>The definition. Every index in it lies within its list.</summary>
    public static SpaceDefinition Read(ref JsonPullReader json)
    {
        var space = new SpaceDefinition();
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("inForce"u8, "inForce"))
            {
                space = space with { InForce = JsonParts.Days(ref json) };
            }
            else if (json.Is("parties"u8, "parties"))
            {
                space = space with { Parties = JsonParts.List(ref json, Party) };
            }
            else if (json.Is("subjects"u8, "subjects"))
            {
                space = space with { Subjects = JsonParts.List(ref json, Subject) };
            }
            else if (json.Is("places"u8, "places"))
            {
                space = space with { Places = JsonParts.List(ref json, Place) };
            }
            else if (json.Is("conditions"u8, "conditions"))
            {
                space = space with { Conditions = JsonParts.List(ref json, Condition) };
            }
            else if (json.Is("measures"u8, "measures"))
            {
                space = space with { Measures = JsonParts.List(ref json, Measure) };
            }
            else if (json.Is("amounts"u8, "amounts"))
            {
                space = space with { Amounts = JsonParts.List(ref json, Amount) };
            }
            else if (json.Is("rules"u8, "rules"))
            {
                space = space with { Rules = JsonParts.List(ref json, RuleReader.Rule) };
            }
            else if (json.Is("kept"u8, "kept"))
            {
                space = space with { Kept = JsonParts.List(ref json, JsonParts.Kept) };
            }
            else if (json.Is("involvements"u8, "involvements"))
            {
                space = space with { Involvements = JsonParts.List(ref json, InvolvementReader.Involvement) };
            }
            else if (json.Is("deputies"u8, "deputies"))
            {
                space = space with { Deputies = JsonParts.List(ref json, InvolvementReader.Deputy) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        IndexCheck.Run(space);
        return space;
    }

    private static PartyDefinition Party(ref JsonPullReader json)
    {
        var party = new PartyDefinition { Name = "" };
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("name"u8, "name"))
            {
                party = party with { Name = json.Text() };
            }
            else if (json.Is("kind"u8, "kind"))
            {
                party = party with { Kind = FormatWords.PartyKind(ref json) };
            }
            else if (json.Is("life"u8, "life"))
            {
                party = party with { Lifetime = JsonParts.Days(ref json) };
            }
            else if (json.Is("at"u8, "at"))
            {
                party = party with { At = JsonParts.Integers(ref json) };
            }
            else if (json.Is("boards"u8, "boards"))
            {
                party = party with { Boards = JsonParts.Integers(ref json) };
            }
            else if (json.Is("cabinets"u8, "cabinets"))
            {
                party = party with { Cabinets = JsonParts.Integers(ref json) };
            }
            else if (json.Is("leaders"u8, "leaders"))
            {
                party = party with { Leaders = JsonParts.Integers(ref json) };
            }
            else if (json.Is("ifNotAgreed"u8, "ifNotAgreed"))
            {
                party = party with { IfNotAgreed = JsonParts.Integers(ref json) };
            }
            else if (json.Is("source"u8, "source"))
            {
                party = party with { Source = JsonParts.Source(ref json) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return party;
    }

    private static SubjectDefinition Subject(ref JsonPullReader json)
    {
        var subject = new SubjectDefinition { Name = "" };
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("name"u8, "name"))
            {
                subject = subject with { Name = json.Text() };
            }
            else if (json.Is("kind"u8, "kind"))
            {
                subject = subject with { Kind = FormatWords.SubjectKind(ref json) };
            }
            else if (json.Is("within"u8, "within"))
            {
                subject = subject with { Parent = json.Integer() };
            }
            else if (json.Is("owner"u8, "owner"))
            {
                subject = subject with { Owner = json.Integer() };
            }
            else if (json.Is("executive"u8, "executive"))
            {
                subject = subject with { IsExecutive = json.Truth() };
            }
            else if (json.Is("life"u8, "life"))
            {
                subject = subject with { Lifetime = JsonParts.Days(ref json) };
            }
            else if (json.Is("covers"u8, "covers"))
            {
                subject = subject with { Covers = JsonParts.Integers(ref json) };
            }
            else if (json.Is("at"u8, "at"))
            {
                subject = subject with { At = JsonParts.Integers(ref json) };
            }
            else if (json.Is("source"u8, "source"))
            {
                subject = subject with { Source = JsonParts.Source(ref json) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return subject;
    }

    private static PlaceDefinition Place(ref JsonPullReader json)
    {
        var place = new PlaceDefinition("");
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("name"u8, "name"))
            {
                place = place with { Name = json.Text() };
            }
            else if (json.Is("within"u8, "within"))
            {
                place = place with { Parent = json.Integer() };
            }
            else if (json.Is("life"u8, "life"))
            {
                place = place with { Lifetime = JsonParts.Days(ref json) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return place;
    }

    private static ConditionDefinition Condition(ref JsonPullReader json)
    {
        var condition = new ConditionDefinition("");
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("name"u8, "name"))
            {
                condition = condition with { Name = json.Text() };
            }
            else if (json.Is("normally"u8, "normally"))
            {
                condition = condition with { Normally = json.Truth() };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return condition;
    }

    private static MeasureDefinition Measure(ref JsonPullReader json)
    {
        var measure = new MeasureDefinition("", "");
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("name"u8, "name"))
            {
                measure = measure with { Name = json.Text() };
            }
            else if (json.Is("unit"u8, "unit"))
            {
                measure = measure with { Unit = json.Text() };
            }
            else if (json.Is("currency"u8, "currency"))
            {
                measure = measure with { Currency = json.PooledText() };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return measure;
    }

    private static NamedAmountDefinition Amount(ref JsonPullReader json)
    {
        var amount = new NamedAmountDefinition("", []);
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("name"u8, "name"))
            {
                amount = amount with { Name = json.Text() };
            }
            else if (json.Is("figures"u8, "figures"))
            {
                amount = amount with { Figures = JsonParts.List(ref json, JsonParts.Figure) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return amount;
    }
}
