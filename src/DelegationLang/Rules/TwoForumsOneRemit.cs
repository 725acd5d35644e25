using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6016: two forums with one remit at one place.</summary>
internal sealed class TwoForumsOneRemit : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6016", "two-forums-one-remit", "Two forums with one remit at one place", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var first = new Dictionary<(PlaceSymbol Place, SubjectSymbol Subject, PartySymbol Other), InvolvementStatement>();
        foreach (InvolvementStatement statement in run.Model.Involvements.Where(one => one.Verb is InvolvementVerb.Advises or InvolvementVerb.Recommends && !run.IsInError(one)))
        {
            if (statement.Actor is not { IsGroup: true } forum || !forum.Kind.Has(KindTrait.OnlyAdvises))
            {
                continue;
            }

            foreach ((PlaceSymbol place, SubjectSymbol subject, PartySymbol other) remit in from place in forum.At from subject in statement.Subjects.Select(subject => subject.Symbol).OfType<SubjectSymbol>() from other in statement.Others select (place, subject, other))
            {
                if (first.TryGetValue(remit, out InvolvementStatement? earlier) && earlier.Actor is { } same && same != forum)
                {
                    run.Report(statement, Describe(statement, forum, same, earlier, remit.subject, remit.place));
                    break;
                }

                first.TryAdd(remit, statement);
            }
        }
    }

    private Diagnostic Describe(InvolvementStatement statement, PartySymbol forum, PartySymbol same, InvolvementStatement earlier, SubjectSymbol subject, PlaceSymbol place) => new(
        Descriptor, statement.Location, $"{Phrases.Name(forum)} and {Phrases.Name(same)} have one remit at {Phrases.Name(place)}, {Phrases.Name(subject)}")
    {
        Label = "the same again",
        Help = "leave it to one of the two, or give each a part of it",
        Related = [new RelatedLocation("said of the other here", earlier.Location)],
    };
}
