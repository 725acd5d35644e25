namespace DelegationLang.Policy.Evaluation;

/// <summary>True, false, or not known from what the question says.</summary>
internal enum Truth : sbyte
{
    False,
    Unknown,
    True,
}

/// <summary>Three-valued logic: <c>and</c> is the least of both, <c>or</c> the greatest.</summary>
internal static class TruthLogic
{
    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    public static Truth Not(Truth a) => (Truth)(2 - (int)a);
}
