using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>A question, read.</summary>
/// <param name="Question">What was asked, as far as it could be read.</param>
/// <param name="Diagnostics">What is wrong with it; empty where it can be answered.</param>
public sealed record QuestionParse(QuestionSyntax Question, ImmutableArray<Diagnostic> Diagnostics);
