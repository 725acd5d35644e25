using DelegationLang.Diagnostics;

namespace DelegationLang.Semantics.Binding;

/// <summary>Subjects in the words of paper schemes: <c>approval of orders</c>, <c>all orders</c>, <c>everything else</c>. None of them is ever declared by such a name.</summary>
internal static class PaperSubjects
{
    private static readonly string[] Rest =
    [
        "everything else", "everything not listed", "everything not listed above", "anything else", "anything not listed", "anything not listed above", "all else", "all other functions",
        "all other decisions", "all other powers", "all remaining matters", "all remaining functions", "any other matter", "any other matters", "any other function", "other matters", "all matters not listed",
    ];

    private static readonly string[] Acts =
    [
        "approval of ", "the approval of ", "approving ", "authorisation of ", "the authorisation of ", "authorising ", "determination of ", "determining ", "decisions on ", "decisions about ",
        "agreement of ", "agreeing ", "sign off of ", "sign-off of ", "signing off ", "signing off of ", "authority to approve ", "power to approve ", "responsibility for ", "all ", "any ", "all decisions on ",
    ];

    /// <summary>The finding about such words; none where they may be the name of something that was forgotten.</summary>
    public static Diagnostic? Find(NamePart name, SymbolTable symbols)
    {
        string key = Syntax.NameKey.Of(name.Text);
        if (Array.IndexOf(Rest, key) >= 0)
        {
            return Make(name, "all other matters", "what no other sentence names is `all other matters`");
        }

        foreach (string act in Acts)
        {
            if (key.StartsWith(act, StringComparison.Ordinal) && symbols.Find(key[act.Length..], fromLibrary: false).OfType<SubjectSymbol>().FirstOrDefault() is { } subject)
            {
                return Make(name, MessageWords.Writable(subject.Name), "a sentence that delegates a subject gives the decisions about it: name the subject alone");
            }
        }

        return null;
    }

    private static Diagnostic Make(NamePart name, string instead, string help) =>
        new(SemanticDiagnostics.UndeclaredName, name.Location, $"{MessageWords.Quote(name.Text)} is not declared anywhere")
        {
            Label = "not declared",
            Help = $"{help}: `{instead}`",
            Fixes = [new CodeFix($"Write {instead}", [new TextEdit(name.Location, instead)])],
        };
}
