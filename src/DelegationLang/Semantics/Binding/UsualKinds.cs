using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>What people call things for which the language and its libraries have kinds by other names.</summary>
internal static class UsualKinds
{
    private static readonly Dictionary<string, string> Kinds = Build(
        ("local authority", ["council", "county council", "district council", "borough council", "city council", "unitary authority", "unitary council", "metropolitan borough", "London borough", "borough"]),
        ("parish council", ["town council", "community council"]),
        ("integrated care board", ["ICB"]),
        ("clinical commissioning group", ["CCG"]),
        ("NHS trust", ["trust", "hospital trust", "ambulance trust", "community trust", "provider"]),
        ("NHS foundation trust", ["foundation trust"]),
        ("academy trust", ["multi-academy trust", "MAT", "school trust"]),
        ("board", ["full council", "council meeting", "governing body", "trust board", "board of directors", "board of trustees"]),
        ("cabinet", ["executive"]),
        ("executive member", ["cabinet member", "portfolio holder"]),
        ("elected mayor", ["mayor"]),
        ("officer", ["post", "director", "executive officer", "chief executive", "chief officer", "manager", "head of service", "head", "lead", "assistant director", "employee", "nurse", "accountable officer"]),
        ("committee", ["panel", "group of the board"]),
        ("forum", ["working group", "working party", "advisory group", "meeting", "steering group", "network"]),
        ("place", ["locality", "area", "ward", "district", "county", "region"]),
        ("function", ["service", "duty", "responsibility", "statutory function"]),
        ("matter", ["decision", "type of decision", "power to decide", "category"]),
        ("budget", ["fund", "budget line", "cost centre"]),
        ("contract", ["service level agreement", "SLA"]),
        ("memorandum", ["memorandum of understanding", "MOU"]),
        ("delegation agreement", ["agreement to delegate"]));

    /// <summary>The kind that words of everyday name; none where they name nothing known.</summary>
    /// <param name="words">The words as written.</param>
    /// <param name="find">Finds a known kind by its name.</param>
    public static KindSymbol? Named(string words, Func<string, KindSymbol?> find) => Kinds.TryGetValue(NameKey.Of(words), out string? kind) ? find(kind) : null;

    /// <summary>The kind that the end of words names, as in <c>finance committee</c>; none where it names nothing known.</summary>
    /// <param name="words">The words as written.</param>
    /// <param name="find">Finds a known kind by its name.</param>
    public static KindSymbol? NamedAtEnd(string words, Func<string, KindSymbol?> find)
    {
        for (int space = words.IndexOf(' '); space >= 0; space = words.IndexOf(' ', space + 1))
        {
            if ((find(words[(space + 1)..]) ?? Named(words[(space + 1)..], find)) is KindSymbol known)
            {
                return known;
            }
        }

        return null;
    }

    private static Dictionary<string, string> Build(params (string Kind, string[] Words)[] usual)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string kind, string[] words) in usual)
        {
            foreach (string word in words)
            {
                kinds.Add(NameKey.Of(word), kind);
            }
        }

        return kinds;
    }
}
