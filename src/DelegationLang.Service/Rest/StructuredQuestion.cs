using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Asking;

namespace DelegationLang.Service.Rest;

/// <summary>A question by names and figures instead of words.</summary>
internal static class StructuredQuestion
{
    private static readonly string[] OfDecision = ["subject", "function", "place", "amount", "basis", "vat", "currency", "when", "unless", "measures", "on"];

    /// <summary>The members of the question who decides something.</summary>
    public static string[] WhoMembers => OfDecision;

    /// <summary>The members of the question whether a party may decide something.</summary>
    public static string[] MayMembers { get; } = ["party", .. OfDecision];

    /// <summary>The members of the question what a party may decide.</summary>
    public static string[] WhatMayMembers { get; } = ["party", "on"];

    /// <summary>Who decides what a request says.</summary>
    /// <exception cref="ArgumentException">The scheme does not have something of it.</exception>
    public static Answer WhoDecides(LoadedScheme scheme, RequestMembers request, DateOnly today)
    {
        NamedWhoQuestion question = scheme.WhoDecides(request.Text("subject"), request.OptionalText("function") ?? "");
        question = request.OptionalText("place") is { } place ? question.At(place) : question;
        question = AmountOf(request) is { } amount ? question.Worth(amount.Value, amount.Basis, amount.Vat, amount.Currency) : question;
        question = request.Texts("when").Aggregate(question, (asked, condition) => asked.When(condition));
        question = request.Texts("unless").Aggregate(question, (asked, condition) => asked.Unless(condition));
        question = request.Figures("measures").Aggregate(question, (asked, measure) => asked.When(measure.Name, measure.Value));
        return question.On(request.Day("on") ?? today);
    }

    /// <summary>Whether the party of a request may decide what it says.</summary>
    /// <exception cref="ArgumentException">The scheme does not have something of it.</exception>
    public static Answer May(LoadedScheme scheme, RequestMembers request, DateOnly today)
    {
        NamedMayQuestion question = scheme.May(request.Text("party"), request.Text("subject"), request.OptionalText("function") ?? "");
        question = request.OptionalText("place") is { } place ? question.At(place) : question;
        question = AmountOf(request) is { } amount ? question.Worth(amount.Value, amount.Basis, amount.Vat, amount.Currency) : question;
        question = request.Texts("when").Aggregate(question, (asked, condition) => asked.When(condition));
        question = request.Texts("unless").Aggregate(question, (asked, condition) => asked.Unless(condition));
        question = request.Figures("measures").Aggregate(question, (asked, measure) => asked.When(measure.Name, measure.Value));
        return question.On(request.Day("on") ?? today);
    }

    /// <summary>What the party of a request may decide.</summary>
    /// <exception cref="ArgumentException">The scheme does not have such a party.</exception>
    public static Answer WhatMay(LoadedScheme scheme, RequestMembers request, DateOnly today) => scheme.WhatMay(request.Text("party"), request.Day("on") ?? today);

    private static AskedAmount? AmountOf(RequestMembers request)
    {
        var basis = request.OptionalText("basis") ?? "";
        Vat vat = request.Vat("vat");
        var currency = request.OptionalText("currency");
        return request.Figure("amount") is { } value ? new AskedAmount(value, currency ?? "GBP", basis, vat)
            : basis.Length > 0 || vat != Vat.Unstated || currency is not null ? throw RequestProblem.Malformed("The members basis, vat and currency say something of an amount, and there is none.")
            : null;
    }
}
