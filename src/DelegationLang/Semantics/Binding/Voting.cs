namespace DelegationLang.Semantics.Binding;

/// <summary>How groups decide, in the words of the text.</summary>
internal static class Voting
{
    /// <summary>What may stand after <c>deciding by</c>.</summary>
    public static readonly string[] Manners = ["majority", "simple majority", "consensus", "unanimity", "two thirds", "three quarters"];
}
