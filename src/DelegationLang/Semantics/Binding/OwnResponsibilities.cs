using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>A part of what a sentence says: some of those who get it, what they get, and on which terms.</summary>
internal sealed record Share(ImmutableArray<Holder> Holders, ImmutableArray<SubjectReference> Subjects, Terms Terms);

/// <summary>
/// Makes plain sentences of one that gives to each <c>for their own responsibilities</c>: one for those who are responsible for the same, so that
/// nothing after the binder need know of it.
/// </summary>
internal sealed class OwnResponsibilities(Reporter reporter)
{
    private static readonly HashSet<string> Words =
        ["their own responsibilities", "its own responsibilities", "his or her own responsibilities", "own responsibilities", "their responsibilities"];

    /// <summary>Whether the words after <c>for</c> mean what each delegate is responsible for.</summary>
    public static bool IsMeant(NameSyntax name) => name.Text.EndsWith("esponsibilities", StringComparison.Ordinal) && Words.Contains(NameKey.Of(name.Text));

    /// <summary>The plain sentences that a sentence comes to; itself where it says nothing of responsibilities or classes.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="whole">What it says.</param>
    /// <param name="isTable">Whether it must not be split by class, because the order of its parts would count.</param>
    public ImmutableArray<Share> Split(Scope scope, Share whole, bool isTable)
    {
        if (whole.Terms.OwnResponsibilities is null)
        {
            return isTable || whole.Holders.All(holder => holder.Class == whole.Holders[0].Class) ? [whole] : [.. ByClass(whole)];
        }

        if (!whole.Terms.For.IsEmpty)
        {
            reporter.Report(scope, new Diagnostic(ParsingDiagnostics.MisplacedClause, scope.Location, "this names functions after `for`, and each party's own responsibilities too")
            {
                Help = "keep one of the two, or write two sentences",
            });
            return [whole];
        }

        var parts = new List<(SubjectSymbol Subject, List<Holder> Holders)>();
        foreach (Holder holder in whole.Holders)
        {
            List<SubjectSymbol> own = OwnOf(holder);
            if (own.Count == 0)
            {
                ReportNothing(scope, holder);
                return [whole];
            }

            foreach (SubjectSymbol subject in own.Where(subject => !parts.Exists(part => part.Subject == subject)))
            {
                parts.Add((subject, []));
            }
        }

        // Whoever is responsible for the whole of something is so for each part of it. What ends may pass to something that is no part of the whole: there the whole says it.
        foreach ((SubjectSymbol subject, List<Holder> holders) in parts)
        {
            holders.AddRange(whole.Holders.Where(holder => OwnOf(holder).Exists(own => own == subject || (!subject.Lifetime.HasLast && subject.IsWithin(own)))));
        }

        return [.. Together(parts).SelectMany(part => Shares(whole, part))];
    }

    private static IEnumerable<Share> ByClass(Share whole) =>
        whole.Holders.GroupBy(holder => holder.Class).Select(group => whole with { Holders = [.. group] });

    // Several who act together are responsible only for what each of them is.
    private static List<SubjectSymbol> OwnOf(Holder holder)
    {
        List<SubjectSymbol> own = [.. holder.Group.Parties[0].ResponsibleFor.Distinct()];
        foreach (PartySymbol other in holder.Group.Parties.Skip(1))
        {
            own = [.. own.Where(subject => other.ResponsibleFor.Any(subject.IsWithin)).Union(other.ResponsibleFor.Where(theirs => own.Exists(theirs.IsWithin)))];
        }

        return own;
    }

    private static IEnumerable<(bool IsMatter, List<SubjectSymbol> Subjects, List<Holder> Holders)> Together(List<(SubjectSymbol Subject, List<Holder> Holders)> parts)
    {
        var together = new List<(bool IsMatter, List<SubjectSymbol> Subjects, List<Holder> Holders)>();
        foreach ((SubjectSymbol subject, List<Holder> holders) in parts)
        {
            int alike = together.FindIndex(one => one.IsMatter == subject.IsMatter && one.Holders.SequenceEqual(holders));
            if (alike >= 0)
            {
                together[alike].Subjects.Add(subject);
            }
            else
            {
                together.Add((subject.IsMatter, [subject], holders));
            }
        }

        return together;
    }

    private static IEnumerable<Share> Shares(Share whole, (bool IsMatter, List<SubjectSymbol> Subjects, List<Holder> Holders) part)
    {
        ImmutableArray<Holder> holders = [.. part.Holders];
        if (!part.IsMatter)
        {
            return [whole with { Holders = holders, Terms = whole.Terms with { For = [.. part.Subjects.Select(subject => new Reference<SubjectSymbol>(subject, whole.Holders[0].Location))] } }];
        }

        // A function is given in relation to the matter; of matters what lies in both; of all matters the matter itself.
        ImmutableArray<SubjectReference> matters = [.. whole.Subjects.Where(given => given.Symbol is not { IsMatter: false }).SelectMany(given => part.Subjects
            .Select(own => given.Symbol is not { } subject || own.IsWithin(subject) ? own : subject.IsWithin(own) ? subject : null)
            .OfType<SubjectSymbol>().Select(subject => new SubjectReference(SubjectScope.Named, subject, given.Location)))];
        ImmutableArray<Reference<SubjectSymbol>> functions = [.. whole.Subjects.Where(given => given.Symbol is { IsMatter: false })
            .SelectMany(given => given.Symbol is { } function ? [new Reference<SubjectSymbol>(function, given.Location)] : ImmutableArray<Reference<SubjectSymbol>>.Empty)];
        var shares = new List<Share>();
        if (!matters.IsEmpty)
        {
            shares.Add(whole with { Holders = holders, Subjects = matters });
        }

        if (!functions.IsEmpty)
        {
            shares.Add(new Share(
                holders,
                [.. part.Subjects.Select(own => new SubjectReference(SubjectScope.Named, own, whole.Subjects[0].Location))],
                whole.Terms with { For = functions }));
        }

        return shares;
    }

    private void ReportNothing(Scope scope, Holder holder)
    {
        PartySymbol party = holder.Group.Parties.FirstOrDefault(party => party.ResponsibleFor.IsEmpty) ?? holder.Group.Parties[0];
        bool isAlone = holder.Group.Parties.Length == 1;
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.NothingOfItsOwn,
            holder.Location,
            isAlone || party.ResponsibleFor.IsEmpty
                ? $"{MessageWords.Quote(party.DisplayName)} is responsible for nothing, so that nothing would be its own here"
                : $"{Wording.List([.. holder.Group.Parties.Select(one => MessageWords.Quote(one.DisplayName))])} are responsible for nothing together")
        {
            Label = "responsible for nothing",
            Help = $"say for what in its declaration: `{MessageWords.Writable(party.Name)} is … responsible for FUNCTION, FUNCTION`",
            Related = [new RelatedLocation("declared here", party.Location)],
        });
    }
}
