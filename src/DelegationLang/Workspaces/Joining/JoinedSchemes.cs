using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Joining;
using DelegationLang.Semantics;

namespace DelegationLang.Workspaces.Joining;

/// <summary>The schemes that a scheme joins, and what follows from joining them.</summary>
internal sealed class JoinedSchemes
{
    private JoinedSchemes(ImmutableArray<OtherScheme> schemes, DecisionEngine engine, ImmutableArray<Diagnostic> diagnostics)
    {
        Schemes = schemes;
        Engine = engine;
        Diagnostics = diagnostics;
    }

    /// <summary>Those that could be read, in the order of the text.</summary>
    public ImmutableArray<OtherScheme> Schemes { get; }

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
        var (schemes, faults) = new OtherSchemes(files, model, asOf).Read();
        if (schemes.IsEmpty)
        {
            return new JoinedSchemes([], engine, faults);
        }

        var own = engine.Space.Definition;
        var alignment = new JoinAlignment(model, engine.Symbols, own);
        ImmutableArray<(OtherScheme Scheme, JoinedScheme Numbers)> numbered = [.. schemes.Select(scheme => (scheme, alignment.Number(scheme)))];
        var statements = SpaceBuilder.Deciding(model).ToArray();
        var refusing = new HashSet<int>(Enumerable.Range(0, statements.Length).Where(i => statements[i].Terms.Onward is { IsGiven: false }));
        var space = DecisionSpace.Create(JoinedSpace.Of(own, [.. numbered.Select(one => one.Numbers)], refusing));
        var names = new JoinedNames(new SymbolQuestionNames(model.Names, symbol => engine.Symbols[symbol]), numbered);
        var table = StoredNames.TableOf(model.Symbols.Concat(schemes.SelectMany(scheme => scheme.Symbols)));
        var differences = new DiagnosticBag();
        foreach (var (scheme, numbers) in numbered)
        {
            var pair = new JoinPair(model, engine.Symbols, space.Definition, scheme, numbers);
            var agreements = new AgreementCheck(pair, differences);
            agreements.Run();
            new GiftCheck(pair, agreements, own, [.. statements], differences).Run();
        }

        return new JoinedSchemes(schemes, engine.Joined(space, new QuestionAnswerer(space, names, table)), [.. faults, .. differences.ToImmutable()]);
    }
}
