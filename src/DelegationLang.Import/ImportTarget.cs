using System.Collections.Immutable;
using DelegationLang.Import.Documents;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Import;

/// <summary>A scheme that rows are read into: their sentences use its names, declare what it lacks, and must stand beside its own.</summary>
public sealed class ImportTarget
{
    // No file of an author's has such a name.
    private const string Fragment = "pasted rows.delegation";

    private readonly Compilation compilation;

    /// <summary>The scheme as it stands.</summary>
    /// <exception cref="ImportException">It names no organisation of its own, whose the sentences would be.</exception>
    public ImportTarget(Compilation compilation)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        this.compilation = compilation;
        PartySymbol own = compilation.Model.OwnOrganisation ?? throw new ImportException("the scheme does not say whose it is: declare its organisation first");
        // Authors write the short name that they declared.
        PartySymbol? board = compilation.Model.Symbols.OfType<PartySymbol>().FirstOrDefault(party => party.IsGroup && party.Owners is [var owner] && ReferenceEquals(owner, own) && party.Kind.Has(KindTrait.ActsAsOrganisation));
        (Organisation, Kind, Board) = (own.Aliases.Append(own.DisplayName).OrderBy(name => name.Length).First(), own.Kind.Name, board?.DisplayName ?? "");
        Parties = compilation.Model.Symbols.OfType<PartySymbol>().SelectMany(party => party.Aliases.Append(party.DisplayName).Select(name => (NameKey.Of(name), name))).DistinctBy(entry => entry.Item1).ToImmutableDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);
    }

    /// <summary>The organisation, by the name that its sentences use.</summary>
    internal string Organisation { get; }

    /// <summary>What kind of organisation it is.</summary>
    internal string Kind { get; }

    /// <summary>Its governing body; empty where none is declared.</summary>
    internal string Board { get; }

    /// <summary>The names of its parties as they are declared, each by its key.</summary>
    internal ImmutableDictionary<string, string> Parties { get; }

    /// <summary>Whether a name is declared.</summary>
    internal bool Declares(string name) => !compilation.Model.Names.Find(name).IsEmpty;

    /// <summary>What follows from the scheme with sentences added to it.</summary>
    /// <param name="text">The sentences.</param>
    /// <param name="file">The file that they stand in.</param>
    internal Compilation With(string text, out string file)
    {
        file = Fragment;
        MemoryFiles files = compilation.Sources.Aggregate(MemoryFiles.Empty, (all, source) => all.With(source.FileName, source.Content)).With(Fragment, text);
        return Project.OfFolder(files).Compile(compilation.AsOf);
    }
}
