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
    /// <param name="isIncomplete">
    /// Whether a file or a library that the project uses could not be brought in. A name that nothing else declares is then not reported, since
    /// it may be declared there; sentences that need it are in error all the same.
    /// </param>
    public static SchemeModel Bind(
        ImmutableArray<SyntaxTree> projectTrees, ImmutableArray<SyntaxTree> libraryTrees, NameTable names, bool isIncomplete = false) =>
        new BindingSession(projectTrees, libraryTrees, names, isIncomplete).Run();
}
