using DelegationLang.Coverage;
using DelegationLang.Policy;

namespace DelegationLang.Cli.Rendering;

/// <summary>What national guidance lists for places, beside what the scheme has placed.</summary>
internal sealed partial class CoverageText
{
    // What is at a place, what is not, and what the scheme does not name: a line each.
    private void ForPlaces()
    {
        if (coverage.ForPlaces.IsEmpty)
        {
            return;
        }

        Line("");
        Line($"{palette.Strong}At places{palette.End}: what national guidance lists for places, found by the names of functions and budgets; a board may well keep any of it");
        Line("");
        ForPlaces("decided at places", coverage.ForPlaces.Where(work => !work.Places.IsEmpty), work => $"{work.Name} ({Wording.List(work.Places)})");
        ForPlaces("not placed", coverage.ForPlaces.Where(work => work.Places.IsEmpty && !work.Subjects.IsEmpty), work => $"{work.Name} ({Wording.List([.. work.Subjects.Select(subject => subject.DisplayName)])})");
        ForPlaces("never mentioned", coverage.ForPlaces.Where(work => work.Subjects.IsEmpty), work => work.Name);
    }

    private void ForPlaces(string heading, IEnumerable<PlaceWork> works, Func<PlaceWork, string> say)
    {
        string[] said = [.. works.Select(say)];
        if (said.Length > 0)
        {
            Line($"  {palette.Second}{heading}{palette.End}: {DisplayText.Harmless(string.Join("; ", said))}");
        }
    }
}
