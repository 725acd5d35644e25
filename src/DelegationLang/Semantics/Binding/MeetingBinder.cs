using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds what declarations say of how a group meets and decides, and of how many people there are.</summary>
internal sealed class MeetingBinder(Reporter reporter)
{
    private static readonly string[] Manners = ["public", "private"];

    /// <summary>Whether others may attend, and how often it meets; empty where the words say neither.</summary>
    public (string Manner, string Frequency) Meeting(Scope scope, MeetingClauseSyntax meeting)
    {
        if (meeting.Manner.IsMissing)
        {
            return ("", "");
        }

        string[] words = meeting.Manner.Text.Split(' ', 2);
        string frequency = words.Length > 1 ? words[1] : "";
        if (!meeting.Manner.IsQuoted && Manners.Contains(words[0]) && (frequency.Length == 0 || ClauseAssembler.Frequencies.Contains(frequency)))
        {
            return (words[0], frequency);
        }

        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, scope.At(meeting.Manner), $"{MessageWords.Quote(meeting.Manner.Text)} does not say how a group meets")
        {
            Help = "write `meeting in public` or `meeting in private`, and then how often if you like: `weekly`, `monthly`, `quarterly`, `half-yearly` or `annually`; anything else belongs in a `note`",
        });
        return ("", "");
    }

    /// <summary>An address of what is published; empty where that is no address of a page.</summary>
    public string Address(Scope scope, QuotedTextSyntax address)
    {
        if (address.IsMissing || WebAddress.Is(address.Text))
        {
            return address.IsMissing ? "" : address.Text;
        }

        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, scope.At(address), $"{MessageWords.Quote(address.Text)} is no address of pages")
        {
            Help = "write the address at which they are published, with `https://` before it",
        });
        return "";
    }

    /// <summary>How many people live in a place; none where it is no number of people.</summary>
    public decimal? Population(Scope scope, NumberSyntax number) => number.IsInvalid || number.IsMissing
        ? null
        : People(scope, number, decimal.MaxValue, "a population is a whole number of people: `with population 812,000`");

    /// <summary>How it decides; empty where the words are none that are known.</summary>
    public string Voting(Scope scope, VotingClauseSyntax voting)
    {
        string manner = Syntax.NameKey.Of(voting.Manner.Text);
        if (voting.Manner.IsMissing || Binding.Voting.Manners.Contains(manner))
        {
            return manner;
        }

        string? meant = Binding.Voting.Manners.FirstOrDefault(one => EditDistance.Of(manner, one, 2) <= 2);
        SourceLocation location = scope.At(voting.Manner);
        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, location, $"{MessageWords.Quote(voting.Manner.Text)} is no way of deciding that is known here")
        {
            Help = $"write {string.Join(", ", Binding.Voting.Manners.Select(one => $"`deciding by {one}`"))}; anything else belongs in a `note`",
            Fixes = meant is null ? [] : [new CodeFix($"Write {meant}", [new TextEdit(location, meant)], IsSafe: true)],
        });
        return "";
    }

    /// <summary>How many members must be present; none where it is no number of people.</summary>
    public int? Quorum(Scope scope, NumberSyntax quorum) => (int?)People(scope, quorum, 10_000, "a quorum is a whole number of people, 1 or more");

    private decimal? People(Scope scope, NumberSyntax number, decimal most, string help)
    {
        if (number.Value >= 1 && number.Value <= most && decimal.Truncate(number.Value) == number.Value)
        {
            return number.Value;
        }

        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, scope.At(number), $"{MessageWords.Quote(Wording.Amount(number.Value, ""))} is not a number of people")
        {
            Help = help,
        });
        return null;
    }
}
