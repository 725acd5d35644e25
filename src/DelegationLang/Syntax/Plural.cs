namespace DelegationLang.Syntax;

/// <summary>The plural of a kind, with which a list of its things is opened (<c>executive functions of Council:</c>).</summary>
public static class Plural
{
    private static readonly string[] Joining = [" of ", " to ", " from ", " by ", " at ", " for ", " on ", " under ", " between ", " within ", " with ", " without "];

    /// <summary>The plural of a kind's name: of its last word, or of the last before <c>of</c> and its like (<c>bodies of trustees</c>).</summary>
    public static string Of(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        int head = kind.Length;
        foreach (string word in Joining)
        {
            int at = kind.IndexOf(word, StringComparison.Ordinal);
            head = at > 0 && at < head ? at : head;
        }

        string words = kind[..head];
        return OfWord(words) + kind[head..];
    }

    private static string OfWord(string word) => word switch
    {
        [.., 'i', 's'] => word[..^2] + "es",
        [.., 'a' or 'e' or 'o' or 'u', 'y'] => word + "s",
        [.., 'y'] => word[..^1] + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
        _ => word + "s",
    };
}
