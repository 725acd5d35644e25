namespace DelegationLang.Parsing;

/// <summary>What is to be said of a name where it is declared.</summary>
internal enum NameTrouble
{
    None,

    /// <summary>It holds a word that always belongs to the sentence (<c>or</c>, <c>is</c>, a verb), and needs quotation marks.</summary>
    Reserved,

    /// <summary>It was read whole, but what follows one of its words is nearly the name of something that a clause could name there.</summary>
    Misspelt,

    /// <summary>It was read whole, but what follows one of its words is the name of something else than a clause there could name.</summary>
    OfAnotherSort,

    /// <summary>Its line and others wait for each other: where it ends depends on where they end.</summary>
    Circle,

    /// <summary>One of a circle that is reported at another line.</summary>
    InCircle,
}

/// <summary>A name where it is declared: from where to where it goes, whatever words stand in it.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, not included.</param>
internal sealed record NamePlace(int Start, int End)
{
    /// <summary>What is to be said of it.</summary>
    public NameTrouble Trouble { get; init; }

    /// <summary>Where the word stands that it is about: the reserved word, or the one that might start a clause.</summary>
    public int WordStart { get; init; }

    /// <summary>The end of that word.</summary>
    public int WordEnd { get; init; }

    /// <summary>The words after it that name nothing which fits there.</summary>
    public int ObjectEnd { get; init; }

    /// <summary>The name that was probably meant; of a circle, the names of the other lines.</summary>
    public string Meant { get; init; } = "";
}
