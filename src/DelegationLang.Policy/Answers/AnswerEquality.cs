using System.Collections.Immutable;

namespace DelegationLang.Policy.Answers;

/// <summary>When answers are equal: by what their lists hold, not by which lists they are.</summary>
internal static class AnswerEquality
{
    public static bool AreEqual(Answer one, Answer? other) => ReferenceEquals(one, other) || (other is not null
        && one.Outcome == other.Outcome
        && one.Question == other.Question
        && one.Scheme == other.Scheme
        && one.Day == other.Day
        && one.Jointly == other.Jointly
        && one.UnderContract == other.UnderContract
        && one.Message == other.Message
        && AreEqual(one.Deciders, other.Deciders)
        && AreEqual(one.Alternatives, other.Alternatives)
        && AreEqual(one.Deputies, other.Deputies)
        && AreEqual(one.Exceptional, other.Exceptional)
        && AreEqual(one.KeepAuthority, other.KeepAuthority)
        && AreEqual(one.Assumed, other.Assumed)
        && AreEqual(one.Steps, other.Steps)
        && AreEqual(one.Duties, other.Duties)
        && AreEqual(one.Following, other.Following)
        && AreEqual(one.Involved, other.Involved)
        && AreEqual(one.Chain, other.Chain)
        && AreEqual(one.DependsOn, other.DependsOn)
        && AreEqual(one.Cases, other.Cases)
        && AreEqual(one.ForFunctions, other.ForFunctions)
        && AreEqual(one.Reasons, other.Reasons)
        && AreEqual(one.Authorities, other.Authorities));

    public static int HashOf(Answer answer)
    {
        var hash = default(HashCode);
        hash.Add(answer.Outcome);
        hash.Add(answer.Question);
        hash.Add(answer.Scheme);
        hash.Add(answer.Day);
        foreach (string decider in answer.Deciders)
        {
            hash.Add(decider);
        }

        return hash.ToHashCode();
    }

    public static bool AreEqual(Authority one, Authority? other) => ReferenceEquals(one, other) || (other is not null
        && one.Party == other.Party
        && one.Claim == other.Claim
        && one.Subject == other.Subject
        && one.Function == other.Function
        && one.Matter == other.Matter
        && one.GivenVat == other.GivenVat
        && one.Limit == other.Limit
        && one.IsElsewhere == other.IsElsewhere
        && one.Place == other.Place
        && one.Days == other.Days
        && one.ActsThrough == other.ActsThrough
        && one.IsReserved == other.IsReserved
        && one.IsExceptional == other.IsExceptional
        && one.IsUnderContract == other.IsUnderContract
        && one.MayDelegate == other.MayDelegate
        && one.IsInSomeCasesOnly == other.IsInSomeCasesOnly
        && one.Rule == other.Rule
        && AreEqual(one.Amounts, other.Amounts)
        && AreEqual(one.Shares, other.Shares)
        && AreEqual(one.Places, other.Places)
        && AreEqual(one.NotAt, other.NotAt)
        && AreEqual(one.Facts, other.Facts)
        && AreEqual(one.Measures, other.Measures)
        && AreEqual(one.Conditions, other.Conditions)
        && AreEqual(one.Except, other.Except)
        && AreEqual(one.JointlyWith, other.JointlyWith)
        && AreEqual(one.Groups, other.Groups)
        && AreEqual(one.Steps, other.Steps)
        && AreEqual(one.Duties, other.Duties)
        && AreEqual(one.Chain, other.Chain));

    public static bool AreEqual<T>(ImmutableArray<T> one, ImmutableArray<T> other)
        where T : IEquatable<T> => one.AsSpan().SequenceEqual(other.AsSpan());

    public static bool AreEqual(ImmutableArray<ImmutableArray<string>> one, ImmutableArray<ImmutableArray<string>> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (int i = 0; i < one.Length; i++)
        {
            if (!AreEqual(one[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }
}
