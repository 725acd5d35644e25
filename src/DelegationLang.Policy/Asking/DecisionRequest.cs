using DelegationLang.Policy.Asking;
using DelegationLang.Policy.Loading;

namespace DelegationLang.Policy;

/// <summary>A decision that a party of a loaded scheme is about to make: a line of a ledger, a message of a queue.</summary>
/// <param name="Party">The party, by its name, an alias or its identifier.</param>
/// <param name="Subject">The function, matter or budget, in the same way.</param>
/// <param name="Day">The day on which the decision is made.</param>
public readonly record struct DecisionRequest(string Party, string Subject, DateOnly Day)
{
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

    /// <summary>The ISO 4217 code of the currency; none for pounds.</summary>
    public string? Currency { get; init; }
}

/// <summary>Where the party of a <see cref="DecisionRequest"/> stands.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Standing">Where the party stands; none where it could not be asked.</param>
/// <param name="Error">Why it could not be asked; empty where it could.</param>
public readonly record struct DecisionResult(DecisionRequest Request, Standing? Standing, string Error)
{
    /// <summary>Whether the party may go ahead by itself, and nothing must come first.</summary>
    public bool IsAllowed => Standing is { IsAllowed: true };

    internal static DecisionResult Of(LoadedScheme scheme, in DecisionRequest request)
    {
        if (UnknownName(scheme.Lookup, request) is { } sentence)
        {
            return new DecisionResult(request, null, sentence);
        }

        try
        {
            NamedMayQuestion question = scheme.May(request.Party, request.Subject, request.Function ?? "");
            if (request.Place is { Length: > 0 } place)
            {
                question = question.At(place);
            }

            if (request.Amount is { } amount)
            {
                question = question.Worth(amount, request.Basis ?? "", request.Vat, request.Currency ?? "GBP");
            }

            return new DecisionResult(request, question.StandingOn(request.Day), "");
        }
        catch (ArgumentException unfit)
        {
            return new DecisionResult(request, null, unfit.Message);
        }
    }

    // Without an exception: a ledger may have very many lines with the same mistake.
    private static string? UnknownName(LoadedNames names, in DecisionRequest request) =>
        !names.Parties.TryFind(request.Party, out _) ? names.Parties.WhyNot(request.Party)
        : !names.Subjects.TryFind(request.Subject, out _) ? names.Subjects.WhyNot(request.Subject)
        : request.Place is { Length: > 0 } place && !names.Places.TryFind(place, out _) ? names.Places.WhyNot(place)
        : null;
}
