using Microsoft.Extensions.Logging;

namespace DelegationLang.AspNetCore;

/// <summary>Keeps the record of decisions. As many may be registered as are wanted; the log is one of them. An exception of one of them is an exception of the decision: what cannot be recorded is not decided.</summary>
public interface IDecisionAudit
{
    /// <summary>Records a ruling, whether it allows or refuses.</summary>
    /// <param name="at">When it was made.</param>
    /// <param name="ruling">The ruling. Its <see cref="DecisionRuling.Answer"/> can be kept as JSON.</param>
    void Record(DateTimeOffset at, DecisionRuling ruling);
}

/// <summary>The record of decisions in the log: at information, each member a property of its own.</summary>
internal sealed partial class LoggedDecisions(ILoggerFactory loggers) : IDecisionAudit
{
    /// <summary>The category under which decisions are logged.</summary>
    public const string Category = "DelegationLang.Decisions";

    private readonly ILogger logger = loggers.CreateLogger(Category);

    /// <inheritdoc/>
    public void Record(DateTimeOffset at, DecisionRuling ruling)
    {
        Policy.SchemeIdentity? scheme = ruling.Answer?.Scheme;
        string chain = string.Join("; ", ruling.Sentences.Select(link => $"{link.Party} {link.Via} ({link.Source.File}:{link.Source.Line}{(link.Reference.Length > 0 ? ", reference " + link.Reference : "")})"));
        LogDecision(
            ruling.IsAllowed ? "allowed" : "refused", ruling.Reason, OnOneLine(ruling.Person), ruling.Post, OnOneLine(ruling.Answer?.Question ?? ruling.Decision.Subject), OnOneLine(ruling.Sentence),
            chain, scheme?.Title ?? "", scheme?.Version ?? "", scheme?.ContentHash ?? "");
    }

    // What callers say must not look like another line of the log.
    private static string OnOneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)) : text;

    [LoggerMessage(10, LogLevel.Information, "Decision {Outcome} ({Reason}) for {Person} as {Post}: {Question} {Sentence} By: {Chain}. Scheme {SchemeTitle}, version {SchemeVersion}, content {ContentHash}")]
    private partial void LogDecision(string outcome, RulingReason reason, string person, string post, string question, string sentence, string chain, string schemeTitle, string schemeVersion, string contentHash);
}
