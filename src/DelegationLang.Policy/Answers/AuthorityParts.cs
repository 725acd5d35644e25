using System.Collections.Immutable;

namespace DelegationLang.Policy.Answers;

/// <summary>A step that must come first, as data.</summary>
/// <param name="Kind"><c>consulting</c>, <c>recommendation</c> or <c>approval</c>; empty for a step of another kind.</param>
/// <param name="Party">Whose, in words; for a step of another kind, all its words.</param>
public sealed record AuthorityStep(string Kind, string Party)
{
    /// <summary>A step in words as data: <c>after consulting Healthwatch</c>.</summary>
    public static AuthorityStep Of(string words)
    {
        foreach ((string start, string kind) in ((string, string)[])[("after consulting ", "consulting"), ("after recommendation of ", "recommendation"), ("after approval of ", "approval")])
        {
            if (words.StartsWith(start, StringComparison.Ordinal))
            {
                return new AuthorityStep(kind, words[start.Length..]);
            }
        }

        return new AuthorityStep("", words);
    }
}

/// <summary>A condition by name, and whether it must be so.</summary>
/// <param name="Name">The name of the condition.</param>
/// <param name="IsSo">Whether it must be so, or must not.</param>
public sealed record NamedCondition(string Name, bool IsSo);

/// <summary>The value of a measure by name. An end that is left out has no bound.</summary>
/// <param name="Name">The name of the measure.</param>
/// <param name="Unit">Its unit, or its currency.</param>
/// <param name="From">The lower end.</param>
/// <param name="IsFromIncluded">Whether the lower end is itself inside.</param>
/// <param name="To">The upper end.</param>
/// <param name="IsToIncluded">Whether the upper end is itself inside.</param>
public sealed record NamedMeasure(string Name, string Unit, decimal? From, bool IsFromIncluded, decimal? To, bool IsToIncluded);

/// <summary>An amount, or a measure, as a share of a measure by name: 0.1 for 10%. An end that is left out has no bound.</summary>
/// <param name="Of">The measure that it is a share of.</param>
/// <param name="Measure">The measure that is compared; empty for an amount.</param>
/// <param name="Basis">For an amount: what it counts.</param>
/// <param name="Vat">For an amount: whether value added tax is counted.</param>
/// <param name="From">The lower end.</param>
/// <param name="IsFromIncluded">Whether the lower end is itself inside.</param>
/// <param name="To">The upper end.</param>
/// <param name="IsToIncluded">Whether the upper end is itself inside.</param>
public sealed record NamedShare(string Of, string Measure, string Basis, Vat Vat, decimal? From, bool IsFromIncluded, decimal? To, bool IsToIncluded);
