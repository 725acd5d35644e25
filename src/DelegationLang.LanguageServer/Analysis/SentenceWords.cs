using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>What a sentence means, in words: what it comes to together with the rest of the scheme, which its own words may not say.</summary>
internal static class SentenceWords
{
    /// <summary>The statement that an offset of a text lies in; none where no sentence about authority stands.</summary>
    public static Statement? At(SchemeModel model, SourceText source, int offset)
    {
        Statement? found = null;
        foreach (Statement statement in All(model))
        {
            TextSpan span = statement.Location.Span;
            if (ReferenceEquals(statement.Location.Source, source) && offset >= span.Start && offset <= span.End
                && (found is null || span.Length < found.Location.Span.Length))
            {
                found = statement;
            }
        }

        return found;
    }

    /// <summary>The meaning, a paragraph for each thing.</summary>
    public static IEnumerable<string> Of(Statement statement, Compilation compilation, AuthorityBook authority) => statement switch
    {
        _ when statement.HasErrors || compilation.StatementsInError.Contains(statement) =>
            ["This sentence is in error: it gives nobody any authority until it is mended."],
        DelegationStatement delegation => Delegation(delegation, authority, compilation.Engine.Space.Definition),
        ReservationStatement reservation => Reservation(reservation, authority, compilation.Engine.Space.Definition),
        DeputyStatement { Deputy: { } deputy } other =>
            [$"While {SymbolWords.Names(other.Principals)} is away or conflicted, {deputy.DisplayName} may decide what {SymbolWords.Names(other.Principals)} may."],
        InvolvementStatement involvement => ["This gives nobody any authority. " + Involvement(involvement)],
        _ => [],
    };

    private static IEnumerable<Statement> All(SchemeModel model) =>
        model.Delegations.AsEnumerable<Statement>().Concat(model.Reservations).Concat(model.Deputies).Concat(model.Involvements).Concat(model.Scenarios);

    private static IEnumerable<string> Delegation(DelegationStatement statement, AuthorityBook authority, SpaceDefinition space)
    {
        if (authority.RuleOf(statement) is not { } rule)
        {
            yield break;
        }

        string subject = Subjects(statement.Subjects);
        string who = Holders(statement.Holders);
        yield return $"{who} may decide {subject}{Terms(rule, space)}.";
        string giver = statement.Delegator?.DisplayName ?? "";
        yield return statement.IsEntrusted
            ? $"This is under a contract: {who} manages the money, and the function stays with {giver}."
            : $"{giver} keeps its own authority too. {Onward(rule, space)}";
        IReadOnlyList<Authority> effect = authority.Effect(statement);
        string[] limits = [.. effect.Select(item => item.Limit).Distinct()];
        string own = rule.Limit is null ? "" : Wording.Limit(space, rule.Limit);
        if (limits.Any(limit => limit.Length > 0) && !limits.Contains(own))
        {
            yield return $"Through the chain above it this comes to {Wording.List([.. limits.Where(limit => limit.Length > 0)], "or")}.";
        }

        if (rule.RatifiedBy.Length > 0)
        {
            yield return $"Afterwards it must be ratified by {rule.RatifiedBy}.";
        }

        if (rule.IsExceptional)
        {
            yield return "This is an exceptional power: it reaches even what is reserved.";
        }
    }

    private static IEnumerable<string> Reservation(ReservationStatement statement, AuthorityBook authority, SpaceDefinition space)
    {
        if (authority.RuleOf(statement) is not { } rule)
        {
            yield break;
        }

        if (statement.IsProhibition)
        {
            yield return $"Nobody may decide {Subjects(statement.Subjects)}{Terms(rule, space)}, by an exceptional power neither.";
            yield break;
        }

        yield return $"{Subjects(statement.Subjects)} is kept for {Holders(statement.Holders)}{Terms(rule, space)}. "
            + $"Nobody below {statement.Reserver?.DisplayName} can be given it, whatever other sentences say.";
    }

    private static string Terms(RuleDefinition rule, SpaceDefinition space)
    {
        var parts = new List<string>();
        if (!rule.For.IsEmpty)
        {
            parts.Add("for " + Wording.List([.. rule.For.Select(index => space.Subjects[index].Name)], "or"));
        }

        if (!rule.At.IsEmpty)
        {
            parts.Add("at " + Wording.List([.. rule.At.Select(index => space.Places[index].Name)], "or"));
        }

        parts.Add(rule.Limit is null ? "" : Wording.Limit(space, rule.Limit));
        parts.Add(Wording.Days(rule.Days));
        parts.AddRange(Wording.Facts(space, rule.Facts));
        parts.AddRange(rule.Steps);
        if (!rule.Except.IsEmpty || !rule.KeptBack.IsEmpty)
        {
            parts.Add("but not " + Wording.List([.. rule.Except.Concat(rule.KeptBack).Select(index => space.Subjects[index].Name)], "or"));
        }

        string words = string.Join(", ", parts.Where(part => part.Length > 0));
        return words.Length == 0 ? "" : ", " + words;
    }

    private static string Onward(RuleDefinition rule, SpaceDefinition space)
    {
        if (rule.Onward is not { } onward)
        {
            return "It may not be delegated on.";
        }

        string to = onward.To.IsEmpty ? "" : " to " + Wording.List([.. onward.To.Select(index => space.Parties[index].Name)], "or");
        string limit = onward.Limit is null ? "" : " " + Wording.Limit(space, onward.Limit);
        string consent = onward.ConsentOf < 0 ? "" : ", each time by consent of " + space.Parties[onward.ConsentOf].Name;
        return $"It may be delegated on{to}{limit}{consent}.";
    }

    private static string Subjects(IEnumerable<SubjectReference> subjects) => Wording.List([.. subjects.Select(subject => subject.Scope switch
    {
        SubjectScope.AllMatters => "all matters",
        SubjectScope.AllOtherMatters => "all other matters" + (subject.Symbol is null ? "" : " within " + subject.Symbol.DisplayName),
        _ => subject.Symbol?.DisplayName ?? "",
    })]);

    private static string Holders(IEnumerable<Holder> holders) =>
        Wording.List([.. holders.Select(holder => Wording.Together(holder.Group.Parties.Select(party => party.DisplayName)))], "or");

    private static string Involvement(InvolvementStatement statement)
    {
        string actor = statement.Actor?.DisplayName ?? "";
        string others = SymbolWords.Names(statement.Others);
        string subjects = Subjects(statement.Subjects);
        return statement.Verb switch
        {
            InvolvementVerb.Recommends => $"{actor} recommends {subjects} to {others}, who decides.",
            InvolvementVerb.Advises => $"{actor} advises {others} on {subjects}.",
            InvolvementVerb.Oversees => $"{actor} oversees {string.Join(" and ", new[] { others, subjects }.Where(words => words.Length > 0))}.",
            InvolvementVerb.Concerns => $"{subjects} concerns {actor}{(others.Length > 0 ? " and " + others : "")}.",
            InvolvementVerb.TakesNoPart => $"{actor} takes no part in {subjects}{(statement.Terms.Facts.IsEmpty ? "" : " in these cases")}{(others.Length == 0 ? "; whoever gave it decides instead" : ", which goes to " + others)}.",
            _ => $"{actor} consults {others} before deciding {subjects}.",
        };
    }
}
