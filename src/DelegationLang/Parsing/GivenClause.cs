using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>A clause that a sentence has, for checking whether it may and has it only once.</summary>
internal readonly record struct GivenClause(TokenKind Kind, TextSpan Span);

/// <summary>The parties after a <c>to</c>, with the clause's characters.</summary>
internal readonly record struct Recipient(PartyListSyntax Parties, TextSpan Span);
