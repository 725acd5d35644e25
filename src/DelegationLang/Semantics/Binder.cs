using System.Collections.Immutable;
using DelegationLang.Parsing;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics;

/// <summary>Resolves every name of a scheme: from trees to the scheme model.</summary>
public static class Binder
{
    /// <summary>Binds a whole scheme. Faults are in the model's diagnostics; nothing that an author writes makes it throw.</summary>
    /// <param name="projectTrees">The files of the project, in the order of reading.</param>
    /// <param name="libraryTrees">The libraries that the project uses.</param>
    /// <param name="names">The names that all these files were read with; questions are read with them too.</param>
    public static SchemeModel Bind(ImmutableArray<SyntaxTree> projectTrees, ImmutableArray<SyntaxTree> libraryTrees, NameTable names) =>
        new BindingSession(projectTrees, libraryTrees, names).Run();
}
