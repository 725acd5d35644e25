using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>A power that speaks of the subject says that this party may not be given it, or that more people must act together.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Location">Where the party stands.</param>
/// <param name="Party">The party; of several who act together the first.</param>
/// <param name="Subject">What it is given.</param>
/// <param name="Least">How many must act together, where these are fewer; 0 where the party is forbidden.</param>
internal sealed record ForbiddenTo(Statement Statement, SourceLocation Location, PartySymbol Party, SubjectSymbol Subject, int Least)
    : LegalVerdict(Statement, LegalRank.WrongOrgan, Location)
{
    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Subject;
}

/// <summary>Something given to others than those to whom alone the law gives it, or kept by the body itself.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Location">Where the party stands.</param>
/// <param name="Party">The party; of several who act together the first that the power does not name.</param>
/// <param name="Subject">What it is given.</param>
internal sealed record ForOthersAlone(Statement Statement, SourceLocation Location, PartySymbol Party, SubjectSymbol Subject)
    : LegalVerdict(Statement, LegalRank.WrongOrgan, Location)
{
    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Subject;
}

/// <summary>Something given under a law that leaves the giver nothing of it, by a sentence that lets the giver decide as well.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Location">Where the party stands.</param>
/// <param name="Body">Who keeps nothing.</param>
/// <param name="Party">Who decides.</param>
/// <param name="Subject">What is given.</param>
internal sealed record KeepsNothing(Statement Statement, SourceLocation Location, PartySymbol Body, PartySymbol Party, SubjectSymbol Subject)
    : LegalVerdict(Statement, LegalRank.Remark, Location)
{
    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Subject;
}

/// <summary>A budget that a body shares which may not put money together under the power that the sentence rests on.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Location">Where the budget stands.</param>
/// <param name="Budget">The budget.</param>
/// <param name="Body">The body that shares it.</param>
internal sealed record PoolNotOpenTo(Statement Statement, SourceLocation Location, SubjectSymbol Budget, PartySymbol Body)
    : LegalVerdict(Statement, LegalRank.NoPower, Location);
