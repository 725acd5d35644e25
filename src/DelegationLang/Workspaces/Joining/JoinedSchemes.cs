using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Joining;
using DelegationLang.Semantics;

namespace DelegationLang.Workspaces.Joining;

/// <summary>The schemes that a scheme joins, and what follows from joining them.</summary>
internal sealed class JoinedSchemes
{
    private JoinedSchemes(ImmutableArray<OtherScheme> schemes, DecisionEngine engine, ImmutableArray<Diagnostic> diagnostics, bool lacksAny)
    {
        LacksAny = lacksAny;
        Schemes = schemes;
        Engine = engine;
        Diagnostics = diagnostics;
    }

    /// <summary>Those that could be read, in the order of the text.</summary>
    public ImmutableArray<OtherScheme> Schemes { get; }

    /// <summary>Whether any, or any that these join in their turn, cannot be used, so that answers stop where they would go on into it.</summary>
    public bool LacksAny { get; }

    /// <summary>What answers questions with them.</summary>
    public DecisionEngine Engine { get; }

    /// <summary>What is wrong with joining them, and where they say otherwise than the scheme itself.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Joins the schemes that a scheme names.</summary>
    /// <param name="files">The files of the project.</param>
    /// <param name="model">The scheme.</param>
    /// <param name="engine">What answers questions by its own sentences.</param>
    /// <param name="asOf">The day that <em>today</em> means.</param>
    public static JoinedSchemes Of(IProjectFiles files, SchemeModel model, DecisionEngine engine, DateOnly asOf)
    {
        var others = new OtherSchemes(files, model, asOf);
        (ImmutableArray<OtherScheme> schemes, ImmutableArray<Diagnostic> faults) = others.Read();
        if (schemes.IsEmpty)
        {
            return new JoinedSchemes([], engine, faults, others.LacksAny);
        }

        SpaceDefinition own = engine.Space.Definition;
        var alignment = new JoinAlignment(model, engine.Symbols, own);
        ImmutableArray<(OtherScheme Scheme, JoinedScheme Numbers)> numbered = [.. schemes.Select(scheme => (scheme, alignment.Number(scheme)))];
        var space = DecisionSpace.Create(JoinedSpace.Of(own, [.. numbered.Select(one => one.Numbers)], SpaceBuilder.Refusing(model)));
        var names = new JoinedNames(new SymbolQuestionNames(model.Names, symbol => engine.Symbols[symbol]), numbered);
        NameTable table = StoredNames.TableOf(model.Symbols.Concat(schemes.SelectMany(scheme => scheme.Symbols)));
        var differences = new DiagnosticBag();

        // What others agree among themselves is for them to compare.
        foreach ((OtherScheme? scheme, JoinedScheme? numbers) in numbered.Where(one => one.Scheme.IsDirect))
        {
            var pair = new JoinPair(model, engine.Symbols, space.Definition, scheme, numbers);
            var agreements = new AgreementCheck(pair, differences);
            agreements.Run();
            new GiftCheck(pair, agreements, own, [.. SpaceBuilder.Deciding(model)], differences).Run();
        }

        return new JoinedSchemes(schemes, engine.Joined(space, new QuestionAnswerer(space, names, table)), [.. faults, .. differences.ToImmutable()], others.LacksAny);
    }
}
