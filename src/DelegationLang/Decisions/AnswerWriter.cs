using System.Collections.Immutable;
using System.Text;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Decisions;

/// <summary>Writes one answer, paragraph by paragraph.</summary>
internal sealed class AnswerWriter
{
    // Of a longer list the rest is counted: a board may hold thousands.
    private const int MostSubjects = 40;

    private readonly StringBuilder text = new();

    /// <summary>Writes the answer. A writer is for one answer.</summary>
    public string Write(Answer answer)
    {
        if (answer.Outcome == Outcome.Error)
        {
            Line(AnswerWording.Sentence(answer.Message));
            return text.ToString();
        }

        Line(AnswerWording.Sentence(AnswerWording.Head(answer)));
        Circumstances(answer);
        if (!answer.Authorities.IsEmpty)
        {
            Authorities(answer);
            StandingIn(answer);
        }

        Cases(answer);
        foreach (AnswerCase one in answer.ForFunctions)
        {
            Line($"But {string.Join(", ", one.When)}: {AnswerText.Summarise(one.Answer)}.");
        }

        Bullets("Why:", answer.Reasons);
        Chain(answer);
        if (!answer.KeepAuthority.IsEmpty)
        {
            Gap();
            var keep = answer.KeepAuthority.Length == 1 ? "keeps its" : "keep their";
            Line($"{Wording.List(answer.KeepAuthority)} {keep} own authority too: to delegate is not to give away.");
        }

        return text.ToString();
    }

    /// <summary>What goes with the answer: what comes before and after it, who stands in, and what was taken to be so.</summary>
    private void Circumstances(Answer answer)
    {
        foreach (var step in answer.Steps)
        {
            Line(AnswerWording.Sentence(AnswerWording.First(step)));
        }

        foreach (var duty in answer.Duties)
        {
            Line(AnswerWording.Sentence(AnswerWording.Afterwards(duty)));
        }

        foreach (var following in answer.Following)
        {
            Line(AnswerWording.Sentence(following));
        }

        foreach (InvolvedAnswer involved in answer.Involved)
        {
            Line(AnswerWording.Sentence(involved.Words + AnswerText.Source(involved.Source)));
        }

        // Of what a party may decide, for whom it stands in comes last.
        if (answer.Authorities.IsEmpty)
        {
            StandingIn(answer);
        }

        if (!answer.Exceptional.IsEmpty)
        {
            var verb = answer.Exceptional.Length == 1 ? "acts" : "act";
            Line($"{Wording.List(answer.Exceptional)} {verb} here by an exceptional power, which reaches even what is reserved.");
        }

        if (answer.UnderContract)
        {
            Line("This is under a contract: the money is managed by the contractor, and the function stays with the body that let the contract.");
        }

        if (!answer.Assumed.IsEmpty)
        {
            Line($"Taken to be so, since the question does not say: {string.Join("; ", answer.Assumed.Select(Assumption))}.");
        }

        if (answer.Message.Length > 0)
        {
            Line(AnswerWording.Sentence(answer.Message));
        }
    }

    private void StandingIn(Answer answer)
    {
        foreach (DeputyAnswer deputy in answer.Deputies)
        {
            Line(AnswerWording.StandingIn(answer, deputy, AnswerText.Source(deputy.Source)));
        }
    }

    // What is treated alike is told once, with all its subjects.
    private void Authorities(Answer answer)
    {
        foreach (IGrouping<string, Authority> alike in answer.Authorities.GroupBy(authority => Terms(authority) + "\n" + Through(authority, 1)))
        {
            var subjects = alike.Select(authority => authority.Subject).ToArray();
            var named = subjects.Length <= MostSubjects
                ? Wording.List(subjects)
                : string.Join(", ", subjects.Take(MostSubjects)) + $" and {Wording.Amount(subjects.Length - MostSubjects, "")} more";
            Line($"  - {alike.First().Verb} {named}{Terms(alike.First())}.");
            if (!alike.First().Chain.IsEmpty)
            {
                Line("    Through " + Through(alike.First(), subjects.Length == 1 ? 0 : 1) + ".");
            }
        }
    }

    // Of several subjects each is declared elsewhere: then the place of the first link is left out.
    private static string Through(Authority authority, int firstWithPlace) =>
        string.Join(", ", authority.Chain.Select((link, i) => i < firstWithPlace ? link.Party : link.Party + AnswerText.Source(link)));

    private static string Terms(Authority authority)
    {
        var company = authority.Company.Length > 0 ? " " + authority.Company : "";
        var rest = Remarks(authority).ToArray();
        return company + (authority.Bounds.Length > 0 ? "," + authority.Bounds : "") + (rest.Length > 0 ? ", " + string.Join(", ", rest) : "");
    }

    private static IEnumerable<string> Remarks(Authority authority)
    {
        var days = Wording.Days(authority.Days);
        if (days.Length > 0)
        {
            yield return days;
        }

        foreach (var step in authority.Steps)
        {
            yield return step;
        }

        foreach (var duty in authority.Duties)
        {
            yield return "to be " + duty;
        }

        if (!authority.Except.IsEmpty)
        {
            yield return "but not " + Wording.List(authority.Except, "or");
        }

        foreach ((bool holds, string? words) in ((bool, string)[])[
            (authority.ActsThrough.Length > 0, "for which " + authority.ActsThrough + " acts"),
            (authority.Claim == AuthorityClaim.May && authority.ActsThrough.Length == 0, "keeping its authority above whoever decides"),
            (authority.IsExceptional, "by an exceptional power, which reaches even what is reserved"),
            (authority.IsUnderContract, "under a contract"),
            (authority.MayDelegate, "and may delegate it on")])
        {
            if (holds)
            {
                yield return words;
            }
        }
    }

    private void Cases(Answer answer)
    {
        foreach (AnswerCase one in answer.Cases)
        {
            var circumstances = one.When.IsEmpty ? "in any case" : string.Join(", ", one.When.Select(Circumstance));
            Line($"  - {AnswerWording.Sentence(circumstances + ": " + AnswerText.Summarise(one.Answer))}");
            foreach (var remark in one.Answer.Steps.Concat(one.Answer.Duties).Concat(one.Answer.Reasons))
            {
                Line("    " + AnswerWording.Sentence(remark));
            }

            foreach (DeputyAnswer deputy in one.Answer.Deputies)
            {
                Line($"    Or, {deputy.When}, {deputy.Party}{AnswerText.Source(deputy.Source)}.");
            }
        }
    }

    /// <summary>What was assumed, as a statement: answers word facts as <c>when X</c> and <c>unless X</c>.</summary>
    private static string Assumption(string words) => words switch
    {
        _ when words.StartsWith("when ", StringComparison.Ordinal) => words["when ".Length..],
        _ when words.StartsWith("unless ", StringComparison.Ordinal) => "not " + words["unless ".Length..],
        _ when words.StartsWith("on ", StringComparison.Ordinal) => "the day is " + words["on ".Length..],
        _ => words,
    };

    /// <summary>One thing that would have to be so, with the word that ties it to the rest of the sentence.</summary>
    private static string Circumstance(string words)
    {
        var first = words.Split(' ', 2)[0];
        return first switch
        {
            "when" or "unless" or "at" or "anywhere" => words,
            "an" => "for " + words,
            "the" => "if " + words,
            _ => "with " + words,
        };
    }

    private void Chain(Answer answer)
    {
        if (answer.Chain.IsEmpty)
        {
            return;
        }

        Gap();
        Line(answer.Outcome is Outcome.Nobody or Outcome.No ? "The authority as far as it goes:" : "How the authority comes down:");
        // Numbers say that each has it from the one before, which is so of one chain and not of several together.
        var isOneChain = answer.Cases.IsEmpty && answer.Alternatives.Length < 2;
        for (var i = 0; i < answer.Chain.Length; i++)
        {
            Line($"  {(isOneChain ? $"{i + 1}." : "-")} {AnswerText.Link(answer.Chain[i])}");
        }
    }

    private void Bullets(string head, ImmutableArray<string> items)
    {
        if (items.IsEmpty)
        {
            return;
        }

        if (items.Length == 1)
        {
            Line(AnswerWording.Sentence(items[0]));
            return;
        }

        Line(head);
        foreach (var item in items)
        {
            Line("  - " + AnswerWording.Sentence(item));
        }
    }

    private void Gap() => text.Append('\n');

    private void Line(string line) => text.Append(line).Append('\n');
}
