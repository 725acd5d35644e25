namespace DelegationLang.Policy.Loading;

/// <summary>Reads from JSON who stands in for whom, who has part in decisions without deciding them, and who took over from whom.</summary>
internal static class InvolvementReader
{
    /// <summary>Somebody who stands in.</summary>
    public static DeputyDefinition Deputy(ref JsonPullReader json)
    {
        var deputy = new DeputyDefinition { Deputy = -1, Principal = -1 };
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("deputy"u8, "deputy"))
            {
                deputy = deputy with { Deputy = json.Integer() };
            }
            else if (json.Is("principal"u8, "principal"))
            {
                deputy = deputy with { Principal = json.Integer() };
            }
            else if (json.Is("for"u8, "for"))
            {
                deputy = deputy with { For = JsonParts.Integers(ref json) };
            }
            else if (json.Is("except"u8, "except"))
            {
                deputy = deputy with { Except = JsonParts.Integers(ref json) };
            }
            else if (json.Is("days"u8, "days"))
            {
                deputy = deputy with { Days = JsonParts.Days(ref json) };
            }
            else if (json.Is("facts"u8, "facts"))
            {
                deputy = deputy with { Facts = JsonParts.Lists(ref json, LimitJsonReader.Fact) };
            }
            else if (json.Is("source"u8, "source"))
            {
                deputy = deputy with { Source = JsonParts.Source(ref json) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return deputy;
    }

    /// <summary>Somebody who recommends, advises, oversees or is consulted.</summary>
    public static InvolvementDefinition Involvement(ref JsonPullReader json)
    {
        var involvement = new InvolvementDefinition { Party = -1 };
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("kind"u8, "kind"))
            {
                involvement = involvement with { Kind = FormatWords.InvolvementKind(ref json) };
            }
            else if (json.Is("party"u8, "party"))
            {
                involvement = involvement with { Party = json.Integer() };
            }
            else if (json.Is("others"u8, "others"))
            {
                involvement = involvement with { Others = JsonParts.Integers(ref json) };
            }
            else if (json.Is("all"u8, "all"))
            {
                involvement = involvement with { IsOfAll = json.Truth() };
            }
            else if (json.Is("subjects"u8, "subjects"))
            {
                involvement = involvement with { Subjects = JsonParts.Integers(ref json) };
            }
            else if (json.Is("for"u8, "for"))
            {
                involvement = involvement with { For = JsonParts.Integers(ref json) };
            }
            else if (json.Is("except"u8, "except"))
            {
                involvement = involvement with { Except = JsonParts.Integers(ref json) };
            }
            else if (json.Is("at"u8, "at"))
            {
                involvement = involvement with { At = JsonParts.Integers(ref json) };
            }
            else if (json.Is("days"u8, "days"))
            {
                involvement = involvement with { Days = JsonParts.Days(ref json) };
            }
            else if (json.Is("limit"u8, "limit"))
            {
                involvement = involvement with { Limit = LimitJsonReader.Limit(ref json) };
            }
            else if (json.Is("facts"u8, "facts"))
            {
                involvement = involvement with { Facts = JsonParts.Lists(ref json, LimitJsonReader.Fact) };
            }
            else if (json.Is("source"u8, "source"))
            {
                involvement = involvement with { Source = JsonParts.Source(ref json) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return involvement;
    }

    /// <summary>Somebody who stands in the place of somebody else from a day on.</summary>
    public static SuccessionDefinition Succession(ref JsonPullReader json)
    {
        var succession = new SuccessionDefinition(-1, -1, default, default);
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("by"u8, "by"))
            {
                succession = succession with { Successor = json.Integer() };
            }
            else if (json.Is("of"u8, "of"))
            {
                succession = succession with { Predecessor = json.Integer() };
            }
            else if (json.Is("days"u8, "days"))
            {
                succession = succession with { On = JsonParts.Days(ref json).First };
            }
            else if (json.Is("source"u8, "source"))
            {
                succession = succession with { Source = JsonParts.Source(ref json) };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return succession;
    }
}
