using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Workspaces;

/// <summary>The texts of a project, read and parsed.</summary>
/// <param name="ProjectTrees">The files of the project in the order of reading: each file before those that it uses.</param>
/// <param name="LibraryTrees">The libraries that they use, in the order of first use.</param>
/// <param name="Names">The names with which they were all read.</param>
/// <param name="Diagnostics">What is wrong with <c>use</c> sentences.</param>
/// <param name="Unreadable">Files of the project that could not be read at all.</param>
internal sealed record LoadedSources(
    ImmutableArray<SyntaxTree> ProjectTrees,
    ImmutableArray<SyntaxTree> LibraryTrees,
    NameTable Names,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<UnreadableFile> Unreadable);

/// <summary>A file that belongs to a project and could not be read.</summary>
/// <param name="Path">The file, relative to the project folder.</param>
/// <param name="Reason">Why, in words that follow the name of the file: <c>is not there</c>.</param>
public sealed record UnreadableFile(string Path, string Reason);
