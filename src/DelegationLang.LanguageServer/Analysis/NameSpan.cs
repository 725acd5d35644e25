using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>A place where a name, or the owner's name after its <c>of</c>, stands for something.</summary>
/// <param name="Symbol">What it stands for.</param>
/// <param name="Location">Where, quotation marks included.</param>
/// <param name="Text">The words, without quotation marks.</param>
/// <param name="IsDeclaration">Whether it is declared there, by this name or by another that it is known by.</param>
internal sealed record NameSpan(Symbol Symbol, SourceLocation Location, string Text, bool IsDeclaration);
