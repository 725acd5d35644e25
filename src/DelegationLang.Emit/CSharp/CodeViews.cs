using System.Collections.Frozen;
using DelegationLang.Emit.Templating;

namespace DelegationLang.Emit.CSharp;

// What the template of the code shows. Plain texts, which are encoded where they are written; what is code is of type Code.

/// <summary>What is C# already: an identifier that was made of a name, or an expression.</summary>
internal sealed record Code(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>The whole file.</summary>
internal sealed record CodeFile : OutputPart
{
    /// <summary>Title and version.</summary>
    public required string Name { get; init; }

    /// <summary>The days on which the scheme is in force, to follow its name; empty for none.</summary>
    public required string InForce { get; init; }

    /// <summary>The sentence that says what the scheme is; empty for none.</summary>
    public required string Sentence { get; init; }

    /// <summary>The namespace.</summary>
    public required Code Namespace { get; init; }

    /// <summary>The title as the scheme gives it; empty when it does not.</summary>
    public required string Title { get; init; }

    /// <summary>The version; empty when the scheme does not say.</summary>
    public required string Version { get; init; }

    /// <summary>The fingerprint of the sentences.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The fingerprint of what answers rest on.</summary>
    public required string ContentHash { get; init; }

    /// <summary>A class of names for each kind of thing.</summary>
    public required IReadOnlyList<NamesView> Names { get; init; }

    /// <summary>The bases that the scheme declares.</summary>
    public required IReadOnlyList<NameView> Bases { get; init; }

    /// <summary>The currencies that DelegationLang.Policy does not have.</summary>
    public required IReadOnlyList<NameView> Currencies { get; init; }

    /// <summary>The version of the form of the code.</summary>
    public required int Format { get; init; }

    /// <summary>The decision space as JSON, as an expression.</summary>
    public required Code Space { get; init; }
}

/// <summary>A class of names.</summary>
internal sealed record NamesView(Code Class, Code Type, string Summary, IReadOnlyList<NameView> Members) : OutputPart;

/// <summary>A name: that of the scheme, the one in C#, the sentence that declares it (empty for none), its place in a list of the definition, and its other names in the scheme.</summary>
internal sealed record NameView(string Name, Code Identifier, string Sentence, int Index, IReadOnlyList<string> Aliases) : OutputPart;

/// <summary>What a question may be about: in words, and as parameters.</summary>
internal sealed record QuestionView(string Words, IReadOnlyList<ThingView> Parameters) : OutputPart;

/// <summary>A kind of thing: its type in DelegationLang.Policy, and what one is called.</summary>
internal sealed record ThingView(string Kind) : OutputPart
{
    /// <summary>The type.</summary>
    public Code Type { get; } = new(Kind);

    /// <summary>What one is called.</summary>
    public Code Name { get; } = new(Kind.ToLowerInvariant());
}

/// <summary>What the template of the code may read, by the names that it gives it.</summary>
internal static class CodeViewTypes
{
    private static readonly ThingView[] Things = [.. ((string[])["Party", "Function", "Matter", "Budget", "Place", "Condition", "Measure"]).Select(kind => new ThingView(kind))];

    private static readonly QuestionView[] Questions =
    [
        Question("something about a function", "Function"),
        Question("a matter", "Matter"),
        Question("a matter in relation to a function", "Matter", "Function"),
        Question("something about a budget", "Budget"),
        Question("a matter in relation to a budget", "Matter", "Budget"),
    ];

    /// <summary>The members of each kind of view.</summary>
    public static FrozenDictionary<Type, IViewMembers> All { get; } = ((IViewMembers[])
    [
        new ViewMembers<CodeFile>(
            ("name", file => file.Name), ("in_force", file => file.InForce), ("sentence", file => file.Sentence), ("namespace", file => file.Namespace), ("title", file => file.Title),
            ("version", file => file.Version), ("fingerprint", file => file.Fingerprint), ("content_hash", file => file.ContentHash), ("questions", _ => Questions), ("things", _ => Things), ("names", file => file.Names),
            ("bases", file => file.Bases), ("currencies", file => file.Currencies), ("format", file => file.Format), ("space", file => file.Space)),
        new ViewMembers<NamesView>(("class", names => names.Class), ("type", names => names.Type), ("summary", names => names.Summary), ("members", names => names.Members)),
        new ViewMembers<NameView>(("name", name => name.Name), ("identifier", name => name.Identifier), ("sentence", name => name.Sentence), ("index", name => name.Index), ("aliases", name => name.Aliases)),
        new ViewMembers<QuestionView>(("words", question => question.Words), ("parameters", question => question.Parameters)),
        new ViewMembers<ThingView>(("type", thing => thing.Type), ("name", thing => thing.Name)),
    ]).ToFrozenDictionary(members => members.Type);

    private static QuestionView Question(string words, params string[] kinds) => new(words, [.. kinds.Select(kind => new ThingView(kind))]);
}
