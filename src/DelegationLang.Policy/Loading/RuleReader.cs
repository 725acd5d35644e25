using System.Collections.Immutable;

namespace DelegationLang.Policy.Loading;

/// <summary>Reads rules and deputies of a built scheme.</summary>
internal static class RuleReader
{
    public static RuleDefinition Rule(ref JsonPullReader json)
    {
        var draft = new RuleDraft();
        json.StartObject();
        while (json.NextField())
        {
            if (!Field(ref json, draft))
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return draft.ToDefinition();
    }

    // What nearly every rule has is looked for first.
    private static bool Field(ref JsonPullReader json, RuleDraft draft)
    {
        if (json.Is("kind"u8, "kind"))
        {
            draft.Kind = FormatWords.RuleKind(ref json);
        }
        else if (json.Is("giver"u8, "giver"))
        {
            draft.Giver = json.Integer();
        }
        else if (json.Is("holders"u8, "holders"))
        {
            draft.Holders = JsonParts.Lists(ref json, JsonParts.Index);
        }
        else if (json.Is("subjects"u8, "subjects"))
        {
            draft.Subjects = JsonParts.Integers(ref json);
        }
        else if (json.Is("source"u8, "source"))
        {
            draft.Source = JsonParts.Source(ref json);
        }
        else if (json.Is("limit"u8, "limit"))
        {
            draft.Limit = LimitJsonReader.Limit(ref json);
        }
        else if (json.Is("days"u8, "days"))
        {
            draft.Days = JsonParts.Days(ref json);
        }
        else if (json.Is("reference"u8, "reference"))
        {
            draft.Reference = json.Text();
        }
        else if (json.Is("onward"u8, "onward"))
        {
            draft.Onward = LimitJsonReader.Onward(ref json);
        }
        else if (json.Is("facts"u8, "facts"))
        {
            draft.Facts = JsonParts.Lists(ref json, LimitJsonReader.Fact);
        }
        else
        {
            return RareField(ref json, draft);
        }

        return true;
    }

    private static bool RareField(ref JsonPullReader json, RuleDraft draft)
    {
        if (json.Is("void"u8, "void"))
        {
            draft.IsEffective = !json.Truth();
        }
        else if (json.Is("scope"u8, "scope"))
        {
            draft.Scope = FormatWords.RuleScope(ref json);
        }
        else if (json.Is("for"u8, "for"))
        {
            draft.For = JsonParts.Integers(ref json);
        }
        else if (json.Is("except"u8, "except"))
        {
            draft.Except = JsonParts.Integers(ref json);
        }
        else if (json.Is("keptBack"u8, "keptBack"))
        {
            draft.KeptBack = JsonParts.Integers(ref json);
        }
        else if (json.Is("barred"u8, "barred"))
        {
            draft.Barred = JsonParts.List(ref json, JsonParts.Bar);
        }
        else if (json.Is("at"u8, "at"))
        {
            draft.At = JsonParts.Integers(ref json);
        }
        else if (json.Is("exceptional"u8, "exceptional"))
        {
            draft.IsExceptional = json.Truth();
        }
        else if (json.Is("approvedBy"u8, "approvedBy"))
        {
            draft.ApprovedBy = json.Integer();
        }
        else if (json.Is("steps"u8, "steps"))
        {
            draft.Steps = JsonParts.Texts(ref json);
        }
        else if (json.Is("needed"u8, "needed"))
        {
            draft.Needed = JsonParts.Integers(ref json);
        }
        else if (json.Is("ratifiedBy"u8, "ratifiedBy"))
        {
            draft.RatifiedBy = json.PooledText();
        }
        else if (json.Is("ratifiedWithin"u8, "ratifiedWithin"))
        {
            draft.RatifiedWithin = json.PooledText();
        }
        else if (json.Is("successions"u8, "successions"))
        {
            draft.Successions = JsonParts.List(ref json, InvolvementReader.Succession);
        }
        else if (json.Is("under"u8, "under"))
        {
            draft.Under = json.PooledText();
        }
        else if (json.Is("within"u8, "within"))
        {
            draft.Within = JsonParts.Integers(ref json);
        }
        else if (json.Is("forbidden"u8, "forbidden"))
        {
            draft.IsForbidden = json.Truth();
        }
        else if (json.Is("class"u8, "class"))
        {
            draft.Class = json.PooledText();
        }
        else if (json.Is("table"u8, "table"))
        {
            draft.Table = json.Integer();
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>A rule while it is read: a record would be copied for each field.</summary>
    private sealed class RuleDraft
    {
        public RuleKind Kind { get; set; }

        public bool IsEffective { get; set; } = true;

        public int Giver { get; set; } = -1;

        public ImmutableArray<ImmutableArray<int>> Holders { get; set; } = [];

        public RuleScope Scope { get; set; }

        public ImmutableArray<int> Subjects { get; set; } = [];

        public ImmutableArray<int> For { get; set; } = [];

        public ImmutableArray<int> Except { get; set; } = [];

        public ImmutableArray<int> KeptBack { get; set; } = [];

        public ImmutableArray<LegalBar> Barred { get; set; } = [];

        public ImmutableArray<int> At { get; set; } = [];

        public DateRange Days { get; set; } = DateRange.Always;

        public LimitDefinition? Limit { get; set; }

        public ImmutableArray<ImmutableArray<FactDefinition>> Facts { get; set; } = [];

        public bool IsExceptional { get; set; }

        public OnwardDefinition? Onward { get; set; }

        public int ApprovedBy { get; set; } = -1;

        public ImmutableArray<string> Steps { get; set; } = [];

        public ImmutableArray<int> Needed { get; set; } = [];

        public string RatifiedBy { get; set; } = "";

        public string RatifiedWithin { get; set; } = "";

        public ImmutableArray<SuccessionDefinition> Successions { get; set; } = [];

        public string Under { get; set; } = "";

        public ImmutableArray<int> Within { get; set; } = [];

        public bool IsForbidden { get; set; }

        public string Class { get; set; } = "";

        public int Table { get; set; } = -1;

        public SourceReference Source { get; set; }

        public string Reference { get; set; } = "";

        public RuleDefinition ToDefinition() => new()
        {
            Kind = Kind,
            IsEffective = IsEffective,
            Giver = Giver,
            Holders = Holders,
            Scope = Scope,
            Subjects = Subjects,
            For = For,
            Except = Except,
            KeptBack = KeptBack,
            Barred = Barred,
            At = At,
            Days = Days,
            Limit = Limit,
            Facts = Facts,
            IsExceptional = IsExceptional,
            Onward = Onward,
            ApprovedBy = ApprovedBy,
            Steps = Steps,
            Needed = Needed,
            RatifiedBy = RatifiedBy,
            RatifiedWithin = RatifiedWithin,
            Successions = Successions,
            Under = Under,
            Within = Within,
            IsForbidden = IsForbidden,
            Class = Class,
            Table = Table,
            Source = Source,
            Reference = Reference,
        };
    }
}
