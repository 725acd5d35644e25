using System.Collections.Immutable;
using DelegationLang.Import.Reading;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Drafting;

/// <summary>The organisation, its governing body, and all bodies and posts of a draft: each by one name, declared once.</summary>
internal sealed class PartyList
{
    private readonly Glossary glossary;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> declarations = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly bool isStatutory;
    private string chair = "";
    private string cabinet = "";

    private readonly bool isWhole;
    private readonly string executive;

    /// <summary>Begins a list.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="board">Its governing body.</param>
    /// <param name="glossary">What the document's words mean.</param>
    /// <param name="executive">What a council's executive is called; empty where nobody names it.</param>
    /// <param name="target">The scheme whose parties are declared already; none where all are to be.</param>
    public PartyList(string organisation, string kind, string board, Glossary glossary, string executive, ImportTarget? target)
    {
        this.executive = executive;
        isWhole = target is null;
        this.glossary = glossary;
        (Organisation, Kind, Board) = (organisation, kind, Preamble.Cased(board));
        isStatutory = PartyKinds.IsStatutory(kind);
        names[NameKey.Of(board)] = Board;
        foreach ((string key, string name) in target?.Parties ?? ImmutableDictionary<string, string>.Empty)
        {
            names[key] = name;
        }
    }

    /// <summary>The organisation.</summary>
    public string Organisation { get; }

    /// <summary>What kind of organisation it is.</summary>
    public string Kind { get; }

    /// <summary>The governing body.</summary>
    public string Board { get; }

    /// <summary>All parties but the organisation and its governing body, in the order in which they were met.</summary>
    public IReadOnlyList<string> Parties => order;

    /// <summary>The name of a party, declared if it was not.</summary>
    public string Of(string raw)
    {
        string name = glossary.Canonical(NameWriter.Plain(raw));
        name = name.Any(char.IsLetter) ? name : "Somebody Unnamed";
        string key = NameKey.Of(name);
        if (names.TryGetValue(key, out string? known))
        {
            return known;
        }

        if (IsBoard(key))
        {
            return names[key] = Board;
        }

        if (names.TryGetValue(NameKey.Of(Titles.SingularOf(name)), out string? single))
        {
            return names[key] = single;
        }

        name = Preamble.Cased(name);
        names[key] = name;
        if (!(isStatutory && key is "nhs england" or "secretary of state"))
        {
            order.Add(name);
            declarations[key] = Declare(name, key);
        }

        return name;
    }

    /// <summary>The sentences that declare them all.</summary>
    public IEnumerable<string> Declarations()
    {
        if (isWhole)
        {
            yield return $"{NameWriter.Name(Organisation)} is {Article(Kind)}{Known(Organisation)}.";
            yield return $"{NameWriter.Name(Board)} is the board of {NameWriter.Name(Organisation)}{Known(Board)}.";
        }

        foreach (string name in order.OrderBy(name => !declarations[NameKey.Of(name)].Contains("committee", StringComparison.Ordinal) && !declarations[NameKey.Of(name)].Contains("cabinet of", StringComparison.Ordinal)))
        {
            yield return $"{NameWriter.Name(name)} is {declarations[NameKey.Of(name)]}{Known(name)}.";
        }
    }

    private static string Article(string kind) => (kind[0] is 'i' or 'N' ? "an " : "a ") + kind;

    // Of the ways in which a document names its governing body, those that nobody else can be.
    private bool IsBoard(string key)
    {
        string board = NameKey.Of(Board);
        return key == NameKey.Of(Organisation)
            || (key is "authority" && NameKey.Of(Organisation).EndsWith(" authority", StringComparison.Ordinal))
            || (key is "council" && board.EndsWith(" council", StringComparison.Ordinal)) || (key is "full council" && board.EndsWith("council", StringComparison.Ordinal))
            || (key is "board" && (board.EndsWith(" board", StringComparison.Ordinal) || board.StartsWith("board of", StringComparison.Ordinal)))
            || (board == "board" && key is "board of directors" or "trust board" or "board of trustees")
            || (key is "governors" && board is "governing body" or "board of governors" or "governing board") || (key is "trustees" && board is "board of trustees" or "trustee board" or "trust board");
    }

    private string Known(string name)
    {
        List<string> others = glossary.Aliases.GetValueOrDefault(NameKey.Of(name)) ?? [];
        string? other = others.FirstOrDefault(other => !names.TryGetValue(NameKey.Of(other), out string? taken) || taken == name);
        return other is null ? "" : $" known as {NameWriter.Name(other)}";
    }

    private string Declare(string name, string key)
    {
        string organisation = NameWriter.Name(Organisation);
        string board = NameWriter.Name(Board);
        bool IsOf(string word) => key == word || key.StartsWith(word + " of ", StringComparison.Ordinal);
        if (IsOf("chair") || IsOf("chairman") || IsOf("chairwoman") || IsOf("chairperson"))
        {
            return Chair(name, key, board);
        }

        if (key.StartsWith("non executive", StringComparison.Ordinal) && !key.Contains("committee", StringComparison.Ordinal))
        {
            return $"a non-executive of {board}";
        }

        if (key.Contains("cabinet member", StringComparison.Ordinal) || key.Contains("portfolio holder", StringComparison.Ordinal) || key.Contains("executive member", StringComparison.Ordinal) || key is "leader" or "leader of the council" or "deputy leader")
        {
            return Kind == "local authority" ? $"a member of {NameWriter.Name(Cabinet())}" : $"a member of {board}";
        }

        if (key is "councillor" or "ward member" or "ward councillor" or "elected member" or "local member" or "trustee" or "governor" or "member" || key.StartsWith("vice chair", StringComparison.Ordinal) || key.StartsWith("deputy chair", StringComparison.Ordinal) || (key is "mayor" or "deputy mayor" && Kind == "local authority"))
        {
            return $"a member of {board}";
        }

        if (key is "cabinet" or "executive" && Kind == "local authority" && (cabinet.Length == 0 || cabinet == name))
        {
            cabinet = name;
            return $"the cabinet of {organisation} reporting to {board}";
        }

        if (key.EndsWith(" side", StringComparison.Ordinal) || key.EndsWith(" forum", StringComparison.Ordinal) || key.EndsWith(" union", StringComparison.Ordinal) || key.EndsWith(" unions", StringComparison.Ordinal))
        {
            return $"a forum of {organisation}";
        }

        return Titles.IsGroup(name) ? $"a committee of {board} reporting to {board}" : $"an officer of {organisation}";
    }

    private string Cabinet() => cabinet.Length > 0 ? cabinet : Of(executive.Length > 0 ? executive : "Cabinet");

    private string Chair(string name, string key, string board)
    {
        int of = key.IndexOf(" of ", StringComparison.Ordinal);
        string group = of < 0 ? "" : HolderReader.Name(name[(of + 4)..]);
        bool isOther = group.Length > 0 && Titles.IsGroup(group) && NameKey.Of(group) is var body && !IsBoard(body) && body != NameKey.Of(Board) && (group.Contains("ommittee", StringComparison.Ordinal) || group.Contains("anel", StringComparison.Ordinal));
        if (isOther)
        {
            return $"a chair of {NameWriter.Name(Of(group))}";
        }

        if (chair.Length == 0)
        {
            chair = name;
            return $"the chair of {board}";
        }

        return $"a member of {board}";
    }
}
