using DelegationLang.Policy;
using DelegationLang.Policy.Asking;

namespace DelegationLang.AspNetCore;

/// <summary>Asks one version of a scheme about one decision.</summary>
internal sealed class RulingMaker(LoadedScheme scheme, ProposedDecision decision, DateOnly day)
{
    /// <summary>The ruling for a person who holds these posts, at least one, in the name of that which comes furthest.</summary>
    /// <exception cref="ArgumentException">The scheme does not have something that was named.</exception>
    public DecisionRuling Of(string person, string[] posts)
    {
        string[] others = [.. decision.SignedBy
            .Where(signature => signature.Person != person || person.Length == 0)
            .GroupBy(signature => signature.Person, StringComparer.Ordinal)
            .SelectMany(signatures => signatures.Key.Length == 0 ? signatures : signatures.TakeLast(1))
            .Select(signature => signature.Post)];
        (string Post, Signing Signing)[] tried = [.. posts.Select(post => (post, Sign([.. others, post], post)))];
        (string post, Signing signing) = tried.MaxBy(one => Rank(one.Signing.Kind));
        RulingReason reason = ReasonOf(signing.Kind);
        var ruling = new DecisionRuling
        {
            Decision = decision,
            Person = person,
            Post = post,
            Day = day,
            Reason = reason,
            Sentence = "",
            Signing = signing,
            Answer = Asked().May(post).On(day),
            WhoDecides = reason == RulingReason.None ? null : Asked().Who().On(day),
        };
        return ruling with { Sentence = SentenceOf(ruling, signing) };
    }

    // The signature of the post that asks must have a part in it: what others have completed before is no authority of this one.
    private Signing Sign(string[] signed, string post)
    {
        NamedWhoQuestion question = Asked().Who();
        Signing alone = At(question.MayTogether(post));
        return signed.Length == 1 || alone.Kind == SigningKind.No ? alone : At(question.MayTogether(signed));
    }

    private Signing At(NamedSigningQuestion question) =>
        question.Absent([.. decision.Absent]).Conflicted([.. decision.Conflicted]).After([.. decision.StepsTaken]).On(day);

    private Question Asked() => new(scheme, decision);

    private static int Rank(SigningKind kind) => kind switch
    {
        SigningKind.Complete => 3,
        SigningKind.Incomplete => 2,
        SigningKind.Depends => 1,
        _ => 0,
    };

    private static RulingReason ReasonOf(SigningKind kind) => kind switch
    {
        SigningKind.Complete => RulingReason.None,
        SigningKind.Incomplete => RulingReason.NotYet,
        SigningKind.Depends => RulingReason.Depends,
        _ => RulingReason.NotAuthorised,
    };

    private string SentenceOf(DecisionRuling ruling, Signing signing)
    {
        string when = Wording.Day(day);
        return ruling.Reason switch
        {
            RulingReason.None => $"{ruling.Post} may decide this on {when}{(decision.SignedBy.Count > 0 ? ", with those who have signed" : "")}.",
            RulingReason.NotYet => $"{ruling.Post} may decide this on {when}, but {string.Join(", or ", signing.Ways)}.",
            RulingReason.Depends => $"Whether {ruling.Post} may decide this on {when} {signing}.",
            _ when decision.Absent.Concat(decision.Conflicted).Any(name => scheme.TryParty(name, out string shown) && shown == ruling.Post) => $"{ruling.Post} is away or conflicted, and may not decide this on {when}.",
            _ => $"{ruling.Post} may not decide this on {when}: {string.Join("; ", ruling.Answer?.Reasons.DefaultIfEmpty("no sentence gives it") ?? [])}.",
        };
    }

    /// <summary>The decision as a question to the scheme.</summary>
    private readonly struct Question(LoadedScheme scheme, ProposedDecision decision)
    {
        public NamedWhoQuestion Who()
        {
            NamedWhoQuestion question = scheme.WhoDecides(decision.Subject, decision.Function ?? "");
            question = decision.Place is { Length: > 0 } place ? question.At(place) : question;
            question = decision.Amount is { } amount ? question.Worth(amount, decision.Basis ?? "", decision.Vat, decision.Currency) : question;
            question = decision.When.Aggregate(question, (asked, condition) => asked.When(condition));
            question = decision.Unless.Aggregate(question, (asked, condition) => asked.Unless(condition));
            return decision.Measures.Aggregate(question, (asked, measure) => asked.When(measure.Key, measure.Value));
        }

        public NamedMayQuestion May(string post)
        {
            NamedMayQuestion question = scheme.May(post, decision.Subject, decision.Function ?? "");
            question = decision.Place is { Length: > 0 } place ? question.At(place) : question;
            question = decision.Amount is { } amount ? question.Worth(amount, decision.Basis ?? "", decision.Vat, decision.Currency) : question;
            question = decision.When.Aggregate(question, (asked, condition) => asked.When(condition));
            question = decision.Unless.Aggregate(question, (asked, condition) => asked.Unless(condition));
            return decision.Measures.Aggregate(question, (asked, measure) => asked.When(measure.Key, measure.Value));
        }
    }
}
