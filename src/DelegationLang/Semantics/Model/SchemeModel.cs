using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics;

/// <summary>What the <c>scheme</c> sentence says.</summary>
public sealed record SchemeInfo
{
    /// <summary>The title; empty when no file has a scheme sentence.</summary>
    public string Title { get; init; } = "";

    /// <summary>The version; empty when not said.</summary>
    public string Version { get; init; } = "";

    /// <summary>By whom and when it was approved: the first body, that of the own organisation.</summary>
    public Approval? ApprovedBy => Approvals.IsEmpty ? null : Approvals[0];

    /// <summary>Every body by which it was approved, in the order of the text.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    /// <summary>The approval that came last, from which it stands.</summary>
    public Approval? LastApproval => Approvals.OrderBy(approval => approval.On ?? DateOnly.MinValue).LastOrDefault();

    /// <summary>Whether it is proposed, and not in force: questions are answered as if it were.</summary>
    public bool IsProposed { get; init; }

    /// <summary>The days on which it is in force, both ends included.</summary>
    public DateRange InForce { get; init; } = DateRange.Always;

    /// <summary>When it is to be reviewed.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Who settles doubts about what it means.</summary>
    public Reference<PartySymbol>? InterpretedBy { get; init; }

    /// <summary>The file of the version before; empty when not said.</summary>
    public string Supersedes { get; init; } = "";

    /// <summary>Notes.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>References.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Where the sentence stands; none when there is none.</summary>
    public SourceLocation? Location { get; init; }
}

/// <summary>A whole scheme with every name resolved. Immutable; may be read from many threads.</summary>
public sealed class SchemeModel
{
    private HashSet<string>? libraryNames;
    private HashSet<string>? ownPowers;

    /// <summary>The scheme sentence.</summary>
    public required SchemeInfo Info { get; init; }

    /// <summary>The organisation whose group approved the scheme; where the scheme does not say, the only organisation that has a board, or the only one. None otherwise.</summary>
    public PartySymbol? OwnOrganisation { get; init; }

    /// <summary>The trees, in the order of reading: the project's files, then libraries.</summary>
    public required ImmutableArray<SyntaxTree> Trees { get; init; }

    /// <summary>All kinds by the order of declaration.</summary>
    public required ImmutableArray<KindSymbol> Kinds { get; init; }

    /// <summary>Every symbol of the scheme and its libraries in the order of declaration.</summary>
    public required ImmutableArray<Symbol> Symbols { get; init; }

    /// <summary>Delegations and entrustments, table lines included, in the order of the text.</summary>
    public required ImmutableArray<DelegationStatement> Delegations { get; init; }

    /// <summary>Tables in the order of the text.</summary>
    public required ImmutableArray<LimitsTable> Tables { get; init; }

    /// <summary>Reservations, list lines included.</summary>
    public required ImmutableArray<ReservationStatement> Reservations { get; init; }

    /// <summary>Deputies.</summary>
    public required ImmutableArray<DeputyStatement> Deputies { get; init; }

    /// <summary>Involvement.</summary>
    public required ImmutableArray<InvolvementStatement> Involvements { get; init; }

    /// <summary>The schemes of other bodies that are joined to it.</summary>
    public ImmutableArray<JoinStatement> Joins { get; init; } = [];

    /// <summary>Who takes over from whom.</summary>
    public ImmutableArray<SuccessionStatement> Successions { get; init; } = [];

    /// <summary>Scenarios.</summary>
    public required ImmutableArray<ScenarioStatement> Scenarios { get; init; }

    /// <summary>The names that the files were read with; questions are read with them too.</summary>
    public required NameTable NameTable { get; init; }

    /// <summary>Looks names up, for questions and scenarios.</summary>
    public required INameLookup Names { get; init; }

    /// <summary>
    /// Where names stand for something, in the order in which they were resolved; libraries included. A declaration is no use of its own name. A place
    /// that more than one sentence depends on (the head of a list) may come more than once.
    /// </summary>
    public IReadOnlyList<NameUse> Uses { get; init; } = [];

    /// <summary>The findings of name resolution (not those of reading), sorted by place.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>Whether a scheme's own power or sum stands in place of one that a library has under the same name.</summary>
    /// <param name="symbol">The symbol; of any other kind the answer is no, since bodies have functions by the names that the law has for them.</param>
    public bool IsInPlaceOfLibrary(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return !symbol.IsFromLibrary && symbol is PowerSymbol or AmountSymbol
            && (libraryNames ??= NamesOf(other => other.IsFromLibrary)).Contains(KeyOf(symbol));
    }

    /// <summary>The powers that are law for this scheme: its own and those of libraries, without those that its own replace.</summary>
    internal IEnumerable<PowerSymbol> PowersInLaw()
    {
        ownPowers ??= NamesOf(other => !other.IsFromLibrary && other is PowerSymbol);
        return Symbols.OfType<PowerSymbol>().Where(power => !power.IsUncertain && !(power.IsFromLibrary && ownPowers.Count > 0 && ownPowers.Contains(KeyOf(power))));
    }

    private HashSet<string> NamesOf(Func<Symbol, bool> isWanted) =>
        [.. Symbols.Where(symbol => symbol is PowerSymbol or AmountSymbol && isWanted(symbol)).Select(KeyOf)];

    // A sum never stands in place of a power.
    private static string KeyOf(Symbol symbol) => (symbol is PowerSymbol ? "p " : "s ") + NameKey.Of(symbol.Name);
}

/// <summary>Resolves names as sentences do: aliases, <c>of</c> qualification, "did you mean".</summary>
public interface INameLookup
{
    /// <summary>Every symbol that the name may stand for, of any family; empty when nobody declared it, more than one when it is ambiguous.</summary>
    ImmutableArray<Symbol> Find(string name);

    /// <summary>The closest declared name among the families (all when none is given), for "did you mean"; none when nothing is close.</summary>
    string? Suggest(string name, params ReadOnlySpan<SymbolFamily> families);

    /// <summary>Declared bases (and the built-in ones): whether the words after <c>per</c> are one, and its name as declared.</summary>
    string? FindBasis(string name);
}
