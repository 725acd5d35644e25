namespace DelegationLang.Policy.Evaluation;

/// <summary>What was found of a party and a decision.</summary>
/// <param name="Outcome">Whether it may decide alone: yes, no, or it depends.</param>
/// <param name="Standing">Where it stands, steps and others who must act considered.</param>
internal sealed record Judgement(Outcome Outcome, Standing Standing);
