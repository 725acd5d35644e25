using System.Collections.Immutable;

namespace DelegationLang.Policy.Loading;

/// <summary>Reads the parts that several lists of a built scheme have in common.</summary>
internal static class JsonParts
{
    /// <summary>A list.</summary>
    public static ImmutableArray<T> List<T>(ref JsonPullReader json, ReadValue<T> read)
    {
        json.StartList();
        if (!json.NextItem())
        {
            return [];
        }

        // Most lists have one item: no builder for them.
        T first = read(ref json);
        if (!json.NextItem())
        {
            return [first];
        }

        var items = ImmutableArray.CreateBuilder<T>();
        items.Add(first);
        do
        {
            items.Add(read(ref json));
        }
        while (json.NextItem());

        return items.DrainToImmutable();
    }

    /// <summary>A list of lists.</summary>
    public static ImmutableArray<ImmutableArray<T>> Lists<T>(ref JsonPullReader json, ReadValue<T> read)
    {
        json.StartList();
        var items = ImmutableArray<ImmutableArray<T>>.Empty;
        while (json.NextItem())
        {
            json.EnterItem();
            items = items.IsEmpty ? [List(ref json, read)] : items.Add(List(ref json, read));
            json.Leave();
        }

        return items;
    }

    /// <summary>A list of indexes.</summary>
    public static ImmutableArray<int> Integers(ref JsonPullReader json) => List(ref json, Index);

    /// <summary>A list of texts.</summary>
    public static ImmutableArray<string> Texts(ref JsonPullReader json) => List(ref json, Text);

    /// <summary>An item that is an index.</summary>
    public static int Index(ref JsonPullReader json) => json.Integer();

    /// <summary>An item that is a text.</summary>
    public static string Text(ref JsonPullReader json) => json.PooledText();

    /// <summary>A run of days: an end that is not given is open.</summary>
    public static DateRange Days(ref JsonPullReader json)
    {
        DateOnly? from = null;
        DateOnly? until = null;
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("from"u8, "from"))
            {
                from = json.Day();
            }
            else if (json.Is("until"u8, "until"))
            {
                until = json.Day();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return DateRange.From(from, until);
    }

    /// <summary>Where a sentence stands.</summary>
    public static SourceReference Source(ref JsonPullReader json)
    {
        string file = "";
        int line = 0;
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("file"u8, "file"))
            {
                file = json.PooledText();
            }
            else if (json.Is("line"u8, "line"))
            {
                line = json.Integer();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return new SourceReference(file, line);
    }

    /// <summary>What the law keeps out of a sentence.</summary>
    public static LegalBar Bar(ref JsonPullReader json)
    {
        int subject = -1;
        string law = "";
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("subject"u8, "subject"))
            {
                subject = json.Integer();
            }
            else if (json.Is("law"u8, "law"))
            {
                law = json.PooledText();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return new LegalBar(subject, law);
    }

    /// <summary>What the law leaves to an organisation itself.</summary>
    public static KeptByLaw Kept(ref JsonPullReader json)
    {
        int subject = -1;
        int organisation = -1;
        string law = "";
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("subject"u8, "subject"))
            {
                subject = json.Integer();
            }
            else if (json.Is("organisation"u8, "organisation"))
            {
                organisation = json.Integer();
            }
            else if (json.Is("law"u8, "law"))
            {
                law = json.PooledText();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return new KeptByLaw(subject, organisation, law);
    }

    /// <summary>A figure of a named sum.</summary>
    public static DatedFigure Figure(ref JsonPullReader json)
    {
        DateRange days = DateRange.Always;
        decimal? value = null;
        string currency = "";
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("days"u8, "days"))
            {
                days = Days(ref json);
            }
            else if (json.Is("value"u8, "value"))
            {
                value = json.Exact();
            }
            else if (json.Is("currency"u8, "currency"))
            {
                currency = json.PooledText();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return new DatedFigure(days, value ?? throw json.Fault("has no value"), currency);
    }
}
