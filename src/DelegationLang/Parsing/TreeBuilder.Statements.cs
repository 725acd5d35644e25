using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Sentences that start with a name.</summary>
internal sealed partial class TreeBuilder
{
    private SentenceSyntax Declaration()
    {
        int index = 2;
        ImmutableArray<NameSyntax> parts = OrMissing(nodes.Names(ref index), 2);
        NameSyntax first = parts[0];
        if (first.Text.StartsWith("also ", StringComparison.Ordinal) && !StartsQuoted(2))
        {
            return Designation(parts);
        }

        NameSyntax descriptor = parts.Length == 1 ? first : new NameSyntax
        {
            Text = string.Join(", ", parts.Select(part => part.Text)),
            Span = TextSpan.Union(first.Span, parts[^1].Span),
            IsQuoted = parts.Any(part => part.IsQuoted),
        };
        ImmutableArray<AmountSyntax> amount = index < HeadEnd && window.Literal<MoneySyntax>(index) is { } money ? [money] : [];
        bool isDeclaration = IsDescriptor(descriptor);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Declaration, 0, outline.Clauses.Count, isDeclaration);
        if (isDeclaration)
        {
            ReportRecipients("a declaration");
        }

        return new DeclarationSyntax { Name = nodes.Name(0), Descriptor = descriptor, Amount = amount, Clauses = clauses, Span = Span };
    }

    /// <summary>Whether <c>is</c> is followed by what a declaration says; reports it where not, since then it may be meant to give authority.</summary>
    private bool IsDescriptor(NameSyntax descriptor)
    {
        string word = descriptor.Text.Split(' ')[0];
        if (descriptor.IsMissing || word is "a" or "an" or "the" || StartsQuoted(2))
        {
            return true;
        }

        if (PaperSentence.Find(faults.Source, names, window) is { } paper)
        {
            faults.Add(paper);
            return false;
        }

        string name = nodes.Name(0).Text;
        Report(
            ParsingDiagnostics.UnreadableSentence,
            descriptor.Span,
            $"`is {ParsingFaults.Shown(faults.Source, descriptor.Span.Start, descriptor.Span.End)}` does not say what `{name}` is",
            $"a declaration says `is a`, `is an` or `is the` and a kind, as in `{name} is an officer of ORGANISATION`; authority is given by `ORGANISATION delegates SUBJECT to {name}`");
        return false;
    }

    private DesignationSyntax Designation(ImmutableArray<NameSyntax> parts)
    {
        if (parts.Length > 1)
        {
            Report(ParsingDiagnostics.UnreadableSentence, parts[1].Span, "`is also` takes one designation", "write a sentence for each");
        }

        // The word `also` comes off the front of the run.
        Lexeme lexeme = window[2];
        lexeme.Start = SourceScan.SkipTrivia(faults.Source.Content, lexeme.Start + "also".Length);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Designation, 0, outline.Clauses.Count);
        ReportRecipients("a sentence with `is also`");
        return new DesignationSyntax { Holder = nodes.Name(0), Designation = nodes.Name(lexeme), Clauses = clauses, Span = Span };
    }

    private DecidingSyntax Deciding()
    {
        int index = 2;
        ImmutableArray<NameSyntax> subjects = OrMissing(nodes.Names(ref index), 2);
        DecidingVerb verb = window.KindAt(1) switch
        {
            TokenKind.Reserves => DecidingVerb.Reserves,
            TokenKind.Entrusts => DecidingVerb.Entrusts,
            _ => DecidingVerb.Delegates,
        };
        SentenceSort sort = verb == DecidingVerb.Reserves ? SentenceSort.Reservation : SentenceSort.Delegation;
        ImmutableArray<ClauseSyntax> clauses = Clauses(sort, 0, outline.Clauses.Count, isChecked: false);
        if (subjects.Any(subject => NameKey.Of(subject.Text) is "all other matters" or "all other functions" or "all other decisions"))
        {
            // The rest of something: `all other matters within appointments`.
            foreach (ClauseSyntax within in clauses.Where(clause => clause is NamesClauseSyntax { Kind: ClauseKind.Within }))
            {
                RemoveGiven(within.Span);
            }
        }

        rules.Check(sort, assembler.Given);
        rules.CheckLimit(sort, clauses);
        PartyListSyntax to = Recipients(clauses, ref subjects);
        return new DecidingSyntax { Verb = verb, Delegator = nodes.Name(0), Subjects = subjects, To = to, Clauses = clauses, Span = Span };
    }

    private PartyListSyntax Recipients(ImmutableArray<ClauseSyntax> clauses, ref ImmutableArray<NameSyntax> subjects)
    {
        List<Recipient> recipients = assembler.Recipients;
        if (recipients.Count == 0)
        {
            NameSyntax missing = NodeFactory.MissingName(subjects[^1].Span.End);
            ReportNobody(clauses, subjects[^1]);
            return new PartyListSyntax { Items = [new PartySyntax { Name = missing, Span = missing.Span, IsMissing = true }], Span = missing.Span, IsMissing = true };
        }

        if (recipients.Count == 1)
        {
            return recipients[0].Parties;
        }

        NameSyntax lastParty = recipients[0].Parties.Items[^1].Name;
        bool isMistyped = SlipBefore(lastParty) is not null || ReportingWord(lastParty) is not null;
        if (recipients.Count == 2 && !isMistyped && IsStraightAfter(recipients[0].Span, recipients[1].Span) && TryJoinSubject(recipients[0], ref subjects))
        {
            return recipients[1].Parties;
        }

        for (int i = 1; i < recipients.Count && !faults.AnyIn(window.Start, recipients[i].Span.Start); i++)
        {
            if (TryReportMisspelling(recipients[i - 1].Parties.Items[^1].Name, recipients[i].Span))
            {
                continue;
            }

            faults.Add(ParsingFaults.Make(ParsingDiagnostics.MisplacedClause, faults.Source, recipients[i].Span.Start, recipients[i].Span.End, "`to` is given twice in this sentence") with
            {
                Label = "given again here",
                Help = "name everybody after one `to`, separated by commas or by `or`; if the word belongs to a name, put the name in quotation marks",
                Related = [new RelatedLocation("given here", new SourceLocation(faults.Source, recipients[0].Span))],
            });
        }

        return recipients[0].Parties;
    }

    /// <summary>In <c>to Chair reprting to Board</c> the second <c>to</c> belongs to a phrase that is nearly right.</summary>
    private bool TryReportMisspelling(NameSyntax before, TextSpan to)
    {
        if (SlipBefore(before) is { } slip)
        {
            faults.Add(ParsingFaults.NoClause(faults.Source, slip));
            return true;
        }

        if (ReportingWord(before) is not int start)
        {
            return false;
        }

        faults.Add(ParsingFaults.NoClause(faults.Source, start, to.Start + "to".Length, "reporting to", isSafe: false));
        return true;
    }

    /// <summary>A phrase at the end of a name that is nearly right and goes on after it; none where there is none.</summary>
    private Slip? SlipBefore(NameSyntax name) =>
        !name.IsQuoted && Slips.In(faults.Source.Content, name.Span.Start, name.Span.End, canStart: false, names.IsDeclared) is { } slip && slip.End > name.Span.End ? slip : null;

    // "is an officer of ICB reportng to Board": the word "to" belongs to a phrase that is nearly right.
    private Slip? SlipBefore(TextSpan to)
    {
        int before = 0;
        while (before + 1 < window.Count && window[before + 1].End <= to.Start)
        {
            before++;
        }

        Lexeme name = window[before];
        return name.Kind == TokenKind.Name && !name.Has(LexemeFlags.Quoted)
            && Slips.In(faults.Source.Content, name.Start, name.End, canStart: false, names.IsDeclared) is { } slip && slip.End > to.Start ? slip : null;
    }

    // Where the last word of a name starts that says the same as "reporting"; none where it does not.
    private static int? ReportingWord(NameSyntax name)
    {
        string word = name.Text.Split(' ')[^1];
        return !name.IsQuoted && word.Length < name.Text.Length && Misspellings.IsReporting(word) ? name.Span.End - word.Length : null;
    }

    /// <summary>In <c>delegates discharge to assess to Board</c> the first <c>to</c> belongs to the subject, unless what follows it is a declared party.</summary>
    private bool TryJoinSubject(Recipient first, ref ImmutableArray<NameSyntax> subjects)
    {
        NameSyntax last = subjects[^1];
        bool isSound = !faults.AnyIn(window.Start, window.End);
        if (!isSound || last.IsMissing || !IsStraightAfter(last.Span, first.Span) || first.Parties.Items.Length != 1 || names.IsDeclared(first.Parties.Items[0].Name.Text))
        {
            return false;
        }

        var span = TextSpan.Union(last.Span, first.Span);
        subjects = subjects.SetItem(subjects.Length - 1, JoinedName(span, new TextSpan(first.Span.Start, "to".Length)));
        return true;
    }

    private bool IsStraightAfter(TextSpan first, TextSpan second) => SourceScan.SkipTrivia(faults.Source.Content, first.End) == second.Start;

    private void ReportNobody(ImmutableArray<ClauseSyntax> clauses, NameSyntax last)
    {
        int position = last.Span.End;
        if (faults.AnyIn(position, window.End) || faults.IsUnreadable(window.Start, window.End))
        {
            // What is wrong there has been reported, and may well be what hides the delegate.
            return;
        }

        if (!last.IsQuoted && Slips.In(faults.Source.Content, last.Span.Start, last.Span.End, canStart: false, names.IsDeclared) is { } slip)
        {
            faults.Add(ParsingFaults.NoClause(faults.Source, slip));
            return;
        }

        string verb = ParsingFaults.Shown(faults.Source, window[1].Start, window[1].End);
        bool isOnward = clauses.Any(clause => clause is OnwardClauseSyntax { To.IsEmpty: false });
        Report(
            ParsingDiagnostics.UnreadableSentence,
            new TextSpan(Math.Max(0, position - 1), Math.Min(1, position)),
            $"this sentence does not say to whom `{nodes.Name(0).Text}` {verb}",
            isOnward ? "the `to` after `with power to delegate` limits onward delegation; say to whom this sentence delegates before it" : "add `to` and who it is");
    }

    private bool StartsQuoted(int index) => Characters.IsQuotationMark(faults.Source.Content[window[index].Start]);
}
