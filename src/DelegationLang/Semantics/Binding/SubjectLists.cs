using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>The subjects of deciding sentences, with <c>all matters</c> and <c>all other matters</c>.</summary>
internal sealed class SubjectLists(NameResolver resolver)
{
    private const string AllMatters = "all matters";
    private const string AllOtherMatters = "all other matters";

    /// <summary>What stands after <c>within</c> in a sentence that gives the rest of something; none where nothing does.</summary>
    public static ImmutableArray<NameSyntax> WithinOf(ImmutableArray<ClauseSyntax> clauses)
    {
        foreach (ClauseSyntax clause in clauses)
        {
            if (clause is NamesClauseSyntax { Kind: ClauseKind.Within } within)
            {
                return within.Names;
            }
        }

        return [];
    }

    /// <summary>The clauses without that one.</summary>
    public static ImmutableArray<ClauseSyntax> WithoutWithin(ImmutableArray<ClauseSyntax> clauses) =>
        WithinOf(clauses).IsEmpty ? clauses : [.. clauses.Where(clause => clause is not NamesClauseSyntax { Kind: ClauseKind.Within })];

    /// <summary>The subjects, of which <c>all other matters</c> are those within some; what does not resolve is left out.</summary>
    public ImmutableArray<SubjectReference> Bind(Scope scope, ImmutableArray<NameSyntax> names, ImmutableArray<NameSyntax> within)
    {
        if (within.IsEmpty)
        {
            return Bind(scope, names);
        }

        ImmutableArray<SubjectReference> wholes = [.. resolver.ResolveList<SubjectSymbol>(scope, within, Expectation.Subject)
            .Select(whole => new SubjectReference(SubjectScope.AllOtherMatters, whole.Symbol, whole.Location))];
        return [.. names.SelectMany(name => IsRest(name.Text) ? wholes : Bind(scope, [name]))];
    }

    /// <summary>Whether the words stand for what no other sentence names.</summary>
    public static bool IsRest(string words) => NameKey.Of(words) is AllOtherMatters or "all other functions" or "all other decisions";

    /// <summary>The subjects; what does not resolve is left out.</summary>
    public ImmutableArray<SubjectReference> Bind(Scope scope, ImmutableArray<NameSyntax> names)
    {
        if (names is [{ IsMissing: false } only] && ScopeOf(only.Text) is null && resolver.ResolveList<SubjectSymbol>(scope, names, Expectation.Subject) is var list)
        {
            return [.. list.Select(subject => new SubjectReference(SubjectScope.Named, subject.Symbol, subject.Location))];
        }

        ImmutableArray<SubjectReference>.Builder subjects = ImmutableArray.CreateBuilder<SubjectReference>(names.Length);
        foreach (NameSyntax name in names)
        {
            foreach (NamePart part in resolver.SplitAtAnd(scope, scope.Part(name)))
            {
                if (Bind(scope, part) is { } subject)
                {
                    subjects.Add(subject);
                }
            }
        }

        return subjects.DrainToImmutable();
    }

    /// <summary>One subject; none when it does not resolve (reported).</summary>
    public SubjectReference? Bind(Scope scope, NamePart part)
    {
        if (ScopeOf(part.Text) is { } all)
        {
            return new SubjectReference(all, null, part.Location);
        }

        return resolver.Resolve<SubjectSymbol>(scope, part, Expectation.Subject) is { } symbol
            ? new SubjectReference(SubjectScope.Named, symbol, part.Location)
            : null;
    }

    /// <summary>What the words stand for when they stand for more than one declared subject; none otherwise.</summary>
    public static SubjectScope? ScopeOf(string words)
    {
        if (!words.StartsWith("all", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return NameKey.Of(words) switch
        {
            AllMatters => SubjectScope.AllMatters,
            AllOtherMatters => SubjectScope.AllOtherMatters,
            _ => null,
        };
    }
}
