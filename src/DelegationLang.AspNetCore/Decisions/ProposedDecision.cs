using DelegationLang.Policy;

namespace DelegationLang.AspNetCore;

/// <summary>
/// What somebody is about to decide, in the names of the scheme, and what is done already. Say all that is known: what matters and is left out makes the ruling depend,
/// which permits nothing.
/// </summary>
/// <param name="Subject">The function, matter or budget, by its name, an alias or its identifier.</param>
public sealed record ProposedDecision(string Subject)
{
    /// <summary>Whose scheme decides; empty where there is the scheme of one body alone.</summary>
    public string Body { get; init; } = "";

    /// <summary>Where the subject is a matter: the function or budget that it is in relation to; none for none.</summary>
    public string? Function { get; init; }

    /// <summary>The place; none where it is not said.</summary>
    public string? Place { get; init; }

    /// <summary>The amount, never negative; none where it is not said.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What the amount counts: <c>decision</c>, <c>contract</c>, <c>year</c>, <c>total</c> or a basis of the scheme; none where that is not said.</summary>
    public string? Basis { get; init; }

    /// <summary>Whether value added tax is in the amount.</summary>
    public Vat Vat { get; init; }

    /// <summary>The ISO 4217 code of the currency.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Conditions that are so.</summary>
    public IReadOnlyList<string> When { get; init; } = [];

    /// <summary>Conditions that are not so.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];

    /// <summary>Measures, each by name with its value in its unit.</summary>
    public IReadOnlyDictionary<string, decimal> Measures { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What was done before, in the words of the scheme: <c>after consulting Director of Nursing</c>. Whoever asks without it is told the words.</summary>
    public IReadOnlyList<string> StepsTaken { get; init; } = [];

    /// <summary>Who has signed before. Of two signatures of one person the later counts.</summary>
    public IReadOnlyList<SignatureGiven> SignedBy { get; init; } = [];

    /// <summary>The posts whose holders are away: their deputies act in their place, in their own names.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The posts whose holders are conflicted, which has the same consequences.</summary>
    public IReadOnlyList<string> Conflicted { get; init; } = [];
}

/// <summary>A signature.</summary>
/// <param name="Person">Who signed.</param>
/// <param name="Post">In the name of which post.</param>
public sealed record SignatureGiven(string Person, string Post);
