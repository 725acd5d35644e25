using System.Text;

namespace DelegationLang.Policy.Loading;

/// <summary>The words of the format that stand for members of enumerations, read without reflection.</summary>
internal static class FormatWords
{
    public static PartyKind PartyKind(ref JsonPullReader json)
    {
        ReadOnlySpan<byte> word = json.Word();
        return word.SequenceEqual("Role"u8) ? Definition.PartyKind.Role
            : word.SequenceEqual("Group"u8) ? Definition.PartyKind.Group
            : word.SequenceEqual("Organisation"u8) ? Definition.PartyKind.Organisation
            : throw Unknown(ref json);
    }

    public static SubjectKind SubjectKind(ref JsonPullReader json)
    {
        ReadOnlySpan<byte> word = json.Word();
        return word.SequenceEqual("Matter"u8) ? Definition.SubjectKind.Matter
            : word.SequenceEqual("Budget"u8) ? Definition.SubjectKind.Budget
            : word.SequenceEqual("Function"u8) ? Definition.SubjectKind.Function
            : throw Unknown(ref json);
    }

    public static RuleKind RuleKind(ref JsonPullReader json)
    {
        ReadOnlySpan<byte> word = json.Word();
        return word.SequenceEqual("Delegation"u8) ? Definition.RuleKind.Delegation
            : word.SequenceEqual("Reservation"u8) ? Definition.RuleKind.Reservation
            : word.SequenceEqual("Entrustment"u8) ? Definition.RuleKind.Entrustment
            : throw Unknown(ref json);
    }

    public static RuleScope RuleScope(ref JsonPullReader json)
    {
        ReadOnlySpan<byte> word = json.Word();
        return word.SequenceEqual("Named"u8) ? Definition.RuleScope.Named
            : word.SequenceEqual("AllMatters"u8) ? Definition.RuleScope.AllMatters
            : word.SequenceEqual("AllOtherMatters"u8) ? Definition.RuleScope.AllOtherMatters
            : throw Unknown(ref json);
    }

    public static Vat Vat(ref JsonPullReader json)
    {
        ReadOnlySpan<byte> word = json.Word();
        return word.SequenceEqual("Unstated"u8) ? Policy.Vat.Unstated
            : word.SequenceEqual("Excluding"u8) ? Policy.Vat.Excluding
            : word.SequenceEqual("Including"u8) ? Policy.Vat.Including
            : throw Unknown(ref json);
    }

    public static BoundTermKind BoundTermKind(ref JsonPullReader json)
    {
        ReadOnlySpan<byte> word = json.Word();
        return word.SequenceEqual("Figure"u8) ? Definition.BoundTermKind.Figure
            : word.SequenceEqual("PartOfAmount"u8) ? Definition.BoundTermKind.PartOfAmount
            : word.SequenceEqual("PartOfMeasure"u8) ? Definition.BoundTermKind.PartOfMeasure
            : throw Unknown(ref json);
    }

    public static InvolvementKind InvolvementKind(ref JsonPullReader json)
    {
        ReadOnlySpan<byte> word = json.Word();
        return word.SequenceEqual("Recommends"u8) ? Definition.InvolvementKind.Recommends
            : word.SequenceEqual("Advises"u8) ? Definition.InvolvementKind.Advises
            : word.SequenceEqual("Oversees"u8) ? Definition.InvolvementKind.Oversees
            : word.SequenceEqual("Consulted"u8) ? Definition.InvolvementKind.Consulted
            : throw Unknown(ref json);
    }

    private static SchemeJsonException Unknown(ref JsonPullReader json) =>
        json.Fault($"is “{Encoding.UTF8.GetString(json.Word())}”, which this version does not know");
}
