using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics;

/// <summary>Resolves every name of a scheme: from trees to the scheme model.</summary>
public static class Binder
{
    /// <summary>Binds a whole scheme. Faults are in the model's diagnostics; nothing that an author writes makes it throw.</summary>
    /// <param name="projectTrees">The files of the project, in the order of reading.</param>
    /// <param name="libraryTrees">The libraries that the project uses.</param>
    public static SchemeModel Bind(ImmutableArray<SyntaxTree> projectTrees, ImmutableArray<SyntaxTree> libraryTrees) =>
        new BindingSession(projectTrees, libraryTrees).Run();
}
