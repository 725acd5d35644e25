using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Scheme;

/// <summary>What emitters read: the scheme, its sentences, its identifiers, and the decision space with the names of files as published.</summary>
internal sealed class Publication
{
    private readonly Lazy<HashSet<int>> giving;
    private readonly Lazy<SentenceContents> contents;

    public Publication(EmitInput input)
    {
        Input = input;
        Model = input.Model;
        Files = new SourceFileNames(input.Model);
        Texts = new SentenceTexts(input.Model.Trees);
        Sentences = new SentenceCatalogue(input, Texts, Files);
        Ids = new StableIds(input.Model);
        PageNames = new StableIds(input.Model, input.Model.OwnOrganisation);
        Definition = input.Space.Definition.WithFiles(Files.Of);
        Space = DecisionSpace.Create(Definition);
        Index = new SchemeIndex(input);
        contents = new Lazy<SentenceContents>(() => new SentenceContents(Model, Sentences));
        giving = new Lazy<HashSet<int>>(() => [.. Enumerable.Range(0, Definition.Parties.Length).SelectMany(Space.Authority.OfParty).SelectMany(row => row.Terms.Rules)]);
    }

    /// <summary>What was given.</summary>
    public EmitInput Input { get; }

    /// <summary>The scheme.</summary>
    public SchemeModel Model { get; }

    /// <summary>Names of files.</summary>
    public SourceFileNames Files { get; }

    /// <summary>Texts of sentences.</summary>
    public SentenceTexts Texts { get; }

    /// <summary>The sentences of the project.</summary>
    public SentenceCatalogue Sentences { get; }

    /// <summary>What each of them states and declares.</summary>
    public SentenceContents Contents => contents.Value;

    /// <summary>Identifiers of symbols.</summary>
    public StableIds Ids { get; }

    /// <summary>The name of the page of each symbol: its identifier, where the organisation whose scheme it is goes without saying.</summary>
    public StableIds PageNames { get; }

    /// <summary>The decision space as data, with the names of files as published.</summary>
    public SpaceDefinition Definition { get; }

    /// <summary>The decision space, to be asked.</summary>
    public DecisionSpace Space { get; }

    /// <summary>From entries of the definition to symbols and statements, and back.</summary>
    public SchemeIndex Index { get; }

    /// <summary>Whether anybody may decide anything by a delegation: one of what is reserved, or of what its giver does not hold, gives nothing.</summary>
    public bool Gives(DelegationStatement statement) => IsEffective(statement) && (Index.RuleOf(statement) is not (>= 0 and var rule) || giving.Value.Contains(rule));

    /// <summary>Whether a statement gives what it says.</summary>
    public bool IsEffective(Statement statement) => !statement.HasErrors && !Input.InError.Contains(statement);
}
