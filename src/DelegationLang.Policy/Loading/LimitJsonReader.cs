using System.Collections.Immutable;

namespace DelegationLang.Policy.Loading;

/// <summary>Reads limits, bounds, facts and the terms of delegating on.</summary>
internal static class LimitJsonReader
{
    public static LimitDefinition Limit(ref JsonPullReader json)
    {
        BoundDefinition? lower = null;
        BoundDefinition? upper = null;
        string basis = "";
        Vat vat = Vat.Unstated;
        LimitDefinition? also = null;
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("upper"u8, "upper"))
            {
                upper = Bound(ref json);
            }
            else if (json.Is("lower"u8, "lower"))
            {
                lower = Bound(ref json);
            }
            else if (json.Is("basis"u8, "basis"))
            {
                basis = json.PooledText();
            }
            else if (json.Is("vat"u8, "vat"))
            {
                vat = FormatWords.Vat(ref json);
            }
            else if (json.Is("also"u8, "also"))
            {
                also = Limit(ref json);
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return basis.Length == 0
            ? throw json.Fault("has no basis")
            : new LimitDefinition { Lower = lower, Upper = upper, Basis = basis, Vat = vat, Also = also };
    }

    public static FactDefinition Fact(ref JsonPullReader json)
    {
        var fact = new FactDefinition();
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("condition"u8, "condition"))
            {
                fact = fact with { Condition = json.Integer() };
            }
            else if (json.Is("measure"u8, "measure"))
            {
                fact = fact with { Measure = json.Integer() };
            }
            else if (json.Is("lower"u8, "lower"))
            {
                fact = fact with { Lower = Bound(ref json) };
            }
            else if (json.Is("upper"u8, "upper"))
            {
                fact = fact with { Upper = Bound(ref json) };
            }
            else if (json.Is("negated"u8, "negated"))
            {
                fact = fact with { IsNegated = json.Truth() };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return fact;
    }

    public static OnwardDefinition Onward(ref JsonPullReader json)
    {
        var onward = new OnwardDefinition();
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("to"u8, "to"))
            {
                onward = onward with { To = JsonParts.Integers(ref json) };
            }
            else if (json.Is("limit"u8, "limit"))
            {
                onward = onward with { Limit = Limit(ref json) };
            }
            else if (json.Is("consentOf"u8, "consentOf"))
            {
                onward = onward with { ConsentOf = json.Integer() };
            }
            else if (json.Is("law"u8, "law"))
            {
                onward = onward with { Law = json.PooledText() };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return onward;
    }

    private static BoundDefinition Bound(ref JsonPullReader json)
    {
        ImmutableArray<BoundTerm> lowerOf = [];
        bool isIncluded = false;
        bool isHighest = false;
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("lowerOf"u8, "lowerOf"))
            {
                lowerOf = JsonParts.List(ref json, Term);
            }
            else if (json.Is("included"u8, "included"))
            {
                isIncluded = json.Truth();
            }
            else if (json.Is("highest"u8, "highest"))
            {
                isHighest = json.Truth();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return new BoundDefinition(lowerOf, isIncluded) { IsHighest = isHighest };
    }

    private static BoundTerm Term(ref JsonPullReader json)
    {
        BoundTermKind kind = BoundTermKind.Figure;
        decimal? value = null;
        string currency = "";
        int index = -1;
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("kind"u8, "kind"))
            {
                kind = FormatWords.BoundTermKind(ref json);
            }
            else if (json.Is("value"u8, "value"))
            {
                value = json.Exact();
            }
            else if (json.Is("currency"u8, "currency"))
            {
                currency = json.PooledText();
            }
            else if (json.Is("index"u8, "index"))
            {
                index = json.Integer();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return new BoundTerm(kind, value ?? throw json.Fault("has no value"), currency, index);
    }
}
