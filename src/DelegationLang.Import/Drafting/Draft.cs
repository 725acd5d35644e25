using System.Collections.Immutable;
using DelegationLang.Import.Documents;
using DelegationLang.Import.Reading;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Import.Drafting;

/// <summary>A document as a draft: its rows with what was answered, whose it is, and all that is asked.</summary>
internal sealed class Draft
{
    // Posts that many bodies have under two titles.
    private static readonly string[][] MayBeOne =
    [
        ["chief finance officer", "director of finance", "finance director", "cfo", "chief financial officer"],
        ["chief executive", "accountable officer", "ceo", "chief executive officer"],
        ["section 151 officer", "s151 officer", "director of finance", "chief finance officer", "responsible financial officer"],
    ];

    private readonly Dictionary<int, int> answers;
    private readonly List<DraftQuestion> questions = [];

    private Draft(ReadScheme scheme, string kind, Dictionary<int, int> answers, ImportTarget? target)
    {
        this.answers = answers;
        Scheme = scheme;
        Target = target;
        Organisation = target?.Organisation ?? (NameWriter.Plain(scheme.Preamble.Organisation) is { Length: > 0 } name ? name : "The Organisation");
        Kind = target?.Kind ?? (kind.Length > 0 ? kind : KindOf());
        Board = target is { Board.Length: > 0 } ? target.Board : Preamble.Cased(BoardOf());
        Organisation = NameKey.Of(Organisation) == NameKey.Of(Board) ? "The Organisation" : Organisation;
        Executive = Names().Select(scheme.Glossary.Canonical).FirstOrDefault(name => NameKey.Of(name) is "cabinet" or "executive", "");
        AskForOne();
        if (target is null)
        {
            AskForStart();
        }

        Rows = [.. scheme.Rows.Select(AskForRow)];
        CheckAnswers();
    }

    /// <summary>What was read.</summary>
    public ReadScheme Scheme { get; }

    /// <summary>The scheme that the rows belong to; none where they become one of their own.</summary>
    public ImportTarget? Target { get; }

    /// <summary>The organisation.</summary>
    public string Organisation { get; }

    /// <summary>What kind of organisation it is.</summary>
    public string Kind { get; }

    /// <summary>Its governing body.</summary>
    public string Board { get; }

    /// <summary>What a council's executive is called; empty where no row names it.</summary>
    public string Executive { get; }

    /// <summary>The rows, each with its question, if it has one.</summary>
    public ImmutableArray<DraftRow> Rows { get; }

    /// <summary>All questions.</summary>
    public IReadOnlyList<DraftQuestion> Questions => questions;

    /// <summary>Makes a draft.</summary>
    /// <param name="scheme">What was read.</param>
    /// <param name="kind">The kind of organisation; empty where it is to be found out.</param>
    /// <param name="answers">The answers so far.</param>
    /// <param name="target">The scheme that the rows belong to; none where they become one of their own.</param>
    /// <exception cref="ImportException">An answer does not fit its question.</exception>
    public static Draft Of(ReadScheme scheme, string kind, Dictionary<int, int> answers, ImportTarget? target) => new(scheme, kind, answers, target);

    private string KindOf()
    {
        string kind = PartyKinds.OfOrganisation(Organisation);
        if (kind.Length > 0)
        {
            return kind;
        }

        int answer = Ask("the document", "", $"What kind of organisation is {Organisation}? Until this is answered it is written as a company.", [.. PartyKinds.Organisations]);
        return answer > 0 ? PartyKinds.Organisations[answer - 1] : "company";
    }

    private string BoardOf()
    {
        Glossary glossary = Scheme.Glossary;
        string organisation = NameKey.Of(Organisation);
        string approved = glossary.Canonical(Scheme.Preamble.ApprovedBy);
        if (approved.Length > 0 && NameKey.Of(approved) != organisation && (PartyKinds.IsGoverningBody(approved) || Titles.IsGroup(approved) && !approved.Contains("ommittee", StringComparison.Ordinal)))
        {
            return approved;
        }

        string[] named = [.. Names().Select(glossary.Canonical).DistinctBy(NameKey.Of)];
        string? found = named.FirstOrDefault(PartyKinds.IsGoverningBody) ?? named.FirstOrDefault(name => name.EndsWith(" board", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Board of ", StringComparison.OrdinalIgnoreCase));
        if (found is not null)
        {
            return found;
        }

        string[] groups = [.. named.Where(name => Titles.IsGroup(name) && NameKey.Of(name) != organisation).Take(6)];
        int answer = groups.Length == 0 ? 0 : Ask("the document", "", $"Which group governs {Organisation}? Until this is answered it is called Governing Body.", groups);
        return answer > 0 ? groups[answer - 1] : "Governing Body";
    }

    private IEnumerable<string> Names() => Scheme.Rows.SelectMany(row => row.Powers.Concat(row.Question?.Choices.SelectMany(choice => choice.Powers) ?? []))
        .SelectMany(power => power.Deciders.Parties.Concat(power.Steps.SelectMany(step => step.Parties)));

    // Two titles that may be one post, and two spellings that may be one name.
    private void AskForOne()
    {
        string[] named = [.. Names().Select(Scheme.Glossary.Canonical).DistinctBy(NameKey.Of).Where(name => Target?.Parties.ContainsKey(NameKey.Of(name)) != true).Take(300)];
        int own = named.Length;
        named = [.. named, .. (Target?.Parties.Values ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (int i = 0; i < own; i++)
        {
            for (int j = i + 1; j < named.Length; j++)
            {
                string a = NameKey.Of(named[i]);
                string b = NameKey.Of(named[j]);
                bool mayBeOne = MayBeOne.Any(titles => titles.Contains(a) && titles.Contains(b));
                bool isNear = !mayBeOne && a.Length > 6 && b.Length > 6 && EditDistance.Of(a, b, 2) is > 0 and <= 2 && Titles.SingularOf(named[i]) != named[j] && Titles.SingularOf(named[j]) != named[i] && !a.Any(char.IsAsciiDigit) && !IsLettered(a, b);
                if (!mayBeOne && !isNear)
                {
                    continue;
                }

                int answer = Ask("the document", "", $"Are “{named[i]}” and “{named[j]}” one? Until this is answered they are two.", ["No, they are two.", $"Yes: {named[i]}.", $"Yes: {named[j]}."]);
                if (answer > 1)
                {
                    Scheme.Glossary.Alias(answer == 2 ? named[j] : named[i], answer == 2 ? named[i] : named[j]);
                }
            }
        }
    }

    // "Director A" and "Director B" are two.
    private static bool IsLettered(string a, string b) => a.Length > 2 && b.Length > 2 && a[^2] == ' ' && b[^2] == ' ' && a[..^1] == b[..^1];

    private void AskForStart()
    {
        if (Scheme.Preamble.From is null)
        {
            Ask("the document", "", "From which day is the scheme in force? The document does not say; write it into the first sentence by hand (`in force from`).", ["It is written by hand."]);
        }
    }

    private DraftRow AskForRow(RowResult row)
    {
        if (row.Question is not { } question)
        {
            return new DraftRow(row, row.Powers, null);
        }

        int answer = Ask(row.Place, row.Words, question.Ask, [.. question.Choices.Select(choice => choice.Text)]);
        questions[^1] = questions[^1] with { Row = row };
        return new DraftRow(row, answer == 0 ? [] : question.Choices[answer - 1].Powers, questions[^1]);
    }

    private int Ask(string place, string words, string ask, string[] choices)
    {
        int number = questions.Count + 1;
        int answer = answers.GetValueOrDefault(number);
        if (answer > choices.Length)
        {
            throw new ImportException(FormattableString.Invariant($"question {number} has no choice {answer}: it has {choices.Length}"));
        }

        questions.Add(new DraftQuestion(number, place, words, ask, [.. choices]) { Answer = answer });
        return answer;
    }

    private void CheckAnswers()
    {
        foreach (int number in answers.Keys.Where(number => number < 1 || number > questions.Count).Order().Take(1))
        {
            throw new ImportException(FormattableString.Invariant($"there is no question {number}: there are {questions.Count}"));
        }
    }

    /// <summary>Says what an answer would write.</summary>
    public void SetWrites(int number, ImmutableArray<string> writes) => questions[number - 1] = questions[number - 1] with { Writes = writes };
}

/// <summary>A row of a draft.</summary>
/// <param name="Row">The row.</param>
/// <param name="Powers">Its powers, by the answer to its question where it has one.</param>
/// <param name="Question">Its question; none where it was understood.</param>
internal sealed record DraftRow(RowResult Row, ImmutableArray<Power> Powers, DraftQuestion? Question) : DocumentPart
{
    /// <summary>Whether it is still open: asked and not answered.</summary>
    public bool IsOpen => Question is { Answer: 0 };
}
