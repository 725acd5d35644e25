using System.Collections.Immutable;
using DelegationLang.Emit.Json;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.SideBySide;

/// <summary>Who decides a subject, in some region of it.</summary>
/// <param name="Parties">Who acts together; one that stands twice means two people of it.</param>
/// <param name="IsByLaw">Whether it holds the subject by law, and no sentence of the scheme gives it.</param>
/// <param name="Terms">How much, where, when, on what facts and after what; the chain, its files as they are shown.</param>
public sealed record SubjectDecider(ImmutableArray<string> Parties, bool IsByLaw, Authority Terms)
{
    /// <summary>It in words, without the days: <c>Finance Director up to £50,000 per contract, after consulting Chair</c>.</summary>
    public string Words => Wording.Together(Parties) + Terms.Bounds + string.Concat(Terms.Steps.Select(step => ", " + step)) + (Terms.Claim == AuthorityClaim.Reserved ? ", reserved to it" : "")
        + (IsByLaw ? ", by law" : "") + (Terms.IsExceptional ? ", by an exceptional power" : "");
}

/// <summary>What one body gives of a subject.</summary>
/// <param name="Name">What its scheme calls the subject.</param>
/// <param name="Deciders">Who decides it, by rising sums.</param>
/// <param name="WhyNobody">Why nobody may decide it on that day; empty where somebody may.</param>
/// <param name="IsCutShort">Whether there were more cases than are looked at, so that something may be missing.</param>
public sealed record SubjectOfBody(string Name, ImmutableArray<SubjectDecider> Deciders, string WhyNobody, bool IsCutShort);

/// <summary>A subject of a body, and what it is matched by.</summary>
/// <param name="Body">The index of the body.</param>
/// <param name="Entry">The entry of the law libraries that it is; empty where it is none.</param>
/// <param name="Key">The key of its name.</param>
/// <param name="Subject">What the body gives of it.</param>
internal sealed record FoundSubject(int Body, string Entry, string Key, SubjectOfBody Subject);

/// <summary>A scheme to compare with those of other bodies.</summary>
public sealed class ComparedBody
{
    private readonly LoadedScheme scheme;
    private readonly Func<string, string> show;

    private ComparedBody(string path, LoadedScheme scheme, DateOnly asked, Func<string, string> show)
    {
        Path = path;
        this.scheme = scheme;
        this.show = show;
        DateRange life = scheme.InForce;
        Day = life.Contains(asked) ? asked : asked < life.First ? life.First : life.Last;
    }

    /// <summary>What leads to it, as it was given.</summary>
    public string Path { get; }

    /// <summary>The day that is looked at: the one asked for, or the nearest on which the scheme is in force.</summary>
    public DateOnly Day { get; }

    /// <summary>Title, version and content hash.</summary>
    public SchemeIdentity Identity => new(scheme.Title, scheme.Version, scheme.ContentHash);

    /// <summary>The body whose scheme it is, by the name that it goes by: the first organisation that it declares; its title where it declares none.</summary>
    public string Name => scheme.Names.FirstOrDefault(name => name is { Family: "organisation", IsFromLibrary: false, Index: >= 0 }) is { } body
        ? scheme.Space.Definition.Parties[body.Index].Name
        : scheme.Title;

    /// <summary>A scheme that was built.</summary>
    /// <param name="path">What leads to it.</param>
    /// <param name="content">The whole of its <c>scheme.json</c>.</param>
    /// <param name="asked">The day.</param>
    /// <param name="show">How a file of its sentences is shown.</param>
    /// <exception cref="SchemeJsonException">It is no scheme as this version builds it.</exception>
    public static ComparedBody Of(string path, ReadOnlyMemory<byte> content, DateOnly asked, Func<string, string> show) => new(path, LoadedScheme.Load(content.Span), asked, show);

    /// <summary>A scheme as it would be built.</summary>
    /// <param name="path">What leads to it.</param>
    /// <param name="input">The scheme.</param>
    /// <param name="asked">The day.</param>
    /// <param name="show">How a file of its sentences is shown.</param>
    public static ComparedBody Of(string path, EmitInput input, DateOnly asked, Func<string, string> show) => Of(path, new JsonEmitter().Emit(input)[0].Content, asked, show);

    /// <summary>Every function and matter of the scheme that it declares or a sentence of it speaks of.</summary>
    /// <param name="body">The index of the body.</param>
    internal IEnumerable<FoundSubject> Subjects(int body)
    {
        SpaceDefinition definition = scheme.Space.Definition;
        SchemeName?[] names = new SchemeName?[definition.Subjects.Length];
        foreach (SchemeName name in scheme.Names.Where(name => name.Family is "function" or "matter" && name.Index >= 0))
        {
            names[name.Index] = name;
        }

        for (int index = 0; index < names.Length; index++)
        {
            if (names[index] is not { } name)
            {
                continue;
            }

            foreach (AuthorityOfSubject subject in scheme.Space.Authority.OfSubject(index))
            {
                int other = subject.Matter == index ? subject.Function : -1;
                SubjectOfBody found = Find(subject);
                bool isSpokenOf = found.Deciders.Any(decider => !decider.IsByLaw);
                if (!isSpokenOf && (name.IsFromLibrary || other >= 0))
                {
                    continue;
                }

                (string entry, string key) = KeysOf(name);
                if (other >= 0 && names[other] is { } function)
                {
                    (string functionEntry, string functionKey) = KeysOf(function);
                    entry = entry.Length > 0 && functionEntry.Length > 0 ? $"{entry} for {functionEntry}" : "";
                    key += " for " + functionKey;
                }

                yield return new FoundSubject(body, entry, key, found);
            }
        }
    }

    private static (string Entry, string Key) KeysOf(SchemeName name)
    {
        string entry = ((string[])[name.Name, .. name.Aliases]).Select(CatalogueNames.EntryOf).FirstOrDefault(found => found.Length > 0) ?? "";
        return (name.IsFromLibrary && entry.Length == 0 ? name.Name : entry, NameKey.Of(name.Name));
    }

    private SubjectOfBody Find(AuthorityOfSubject subject)
    {
        AuthorityTable table = scheme.Space.Authority;
        var deciders = new List<SubjectDecider>();
        foreach (AuthorityRow row in subject.Rows.Where(row => row.Days.Contains(Day) && row.Terms.Claim is AuthorityClaim.Decides or AuthorityClaim.Jointly or AuthorityClaim.Reserved))
        {
            Authority terms = table.Describe(row);
            terms = terms with { Chain = [.. terms.Chain.Select(link => link with { Source = link.Source.File is { Length: > 0 } file ? link.Source with { File = show(file) } : link.Source })] };
            foreach (ImmutableArray<string> group in row.Terms.Claim == AuthorityClaim.Jointly ? terms.Groups : [[terms.Party]])
            {
                deciders.Add(new SubjectDecider([.. group.Order(StringComparer.Ordinal)], row.Terms.Rules.IsEmpty, terms));
            }
        }

        string why = deciders.Count == 0 ? subject.Gaps.FirstOrDefault(gap => gap.Days.Contains(Day))?.Reason ?? "" : "";
        deciders.Sort(ByRisingSums);
        return new SubjectOfBody(table.NameOf(subject.Function, subject.Matter), [.. deciders.DistinctBy(decider => decider.Words, StringComparer.Ordinal)], why, subject.IsCutShort);
    }

    private static int ByRisingSums(SubjectDecider one, SubjectDecider other) =>
        UpTo(one.Terms).CompareTo(UpTo(other.Terms)) is not 0 and var order ? order : string.CompareOrdinal(one.Words, other.Words);

    private static decimal UpTo(Authority terms) => terms.Amounts is [{ To: { } to }, ..] ? to : decimal.MaxValue;
}
