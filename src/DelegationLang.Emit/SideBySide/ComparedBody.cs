using System.Collections.Immutable;
using DelegationLang.Emit.Json;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Loading;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.SideBySide;

/// <summary>Who decides a subject, in some region of it.</summary>
/// <param name="parties">Who acts together.</param>
/// <param name="isByLaw">Whether it holds the subject by law.</param>
/// <param name="terms">How much, where, when, on what facts and after what.</param>
public sealed class ComparedDecider(IReadOnlyList<string> parties, bool isByLaw, Authority terms)
{
    /// <summary>Who acts together; one that stands twice means two people of it.</summary>
    public IReadOnlyList<string> Parties => parties;

    /// <summary>Whether it holds the subject by law, and no sentence of the scheme gives it.</summary>
    public bool IsByLaw => isByLaw;

    /// <summary>How much, where, when, on what facts and after what; the chain, its files as they are shown.</summary>
    public Authority Terms => terms;

    /// <summary>It in words, without the days: <c>Finance Director up to £50,000 per contract, after consulting Chair</c>.</summary>
    public string Words { get; } = Wording.Together(parties) + terms.Bounds + string.Concat(terms.Steps.Select(step => ", " + step)) + (terms.Claim == AuthorityClaim.Reserved ? ", reserved to it" : "")
        + (isByLaw ? ", by law" : "") + (terms.IsExceptional ? ", by an exceptional power" : "");
}

/// <summary>What one body gives of a subject.</summary>
public sealed class ComparedSide
{
    /// <summary>The index of the body.</summary>
    public required int Body { get; init; }

    /// <summary>What its scheme calls the subject.</summary>
    public required string Name { get; init; }

    /// <summary>Who decides it, by rising sums.</summary>
    public required IReadOnlyList<ComparedDecider> Deciders { get; init; }

    /// <summary>Why nobody may decide it on that day; empty where somebody may.</summary>
    public required string WhyNobody { get; init; }

    /// <summary>Whether there were more cases than are looked at, so that something may be missing.</summary>
    public required bool IsCutShort { get; init; }

    /// <summary>The entry of the law libraries that it is; empty where it is none.</summary>
    internal string Entry { get; set; } = "";

    /// <summary>The key of its name.</summary>
    internal string Key { get; set; } = "";
}

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
    internal IReadOnlyList<ComparedSide> Subjects(int body)
    {
        var sides = new List<ComparedSide>();
        SpaceDefinition definition = scheme.Space.Definition;
        var names = new SchemeName?[definition.Subjects.Length];
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
                ComparedSide found = Find(subject, body);
                bool isSpokenOf = found.Deciders.Any(decider => !decider.IsByLaw);
                if (!isSpokenOf && (name.IsFromLibrary || other >= 0))
                {
                    continue;
                }

                found.Entry = EntryOf(name);
                found.Key = NameKey.Of(name.Name);
                if (other >= 0 && names[other] is { } function)
                {
                    string entry = EntryOf(function);
                    found.Entry = found.Entry.Length > 0 && entry.Length > 0 ? found.Entry + " for " + entry : "";
                    found.Key += " for " + NameKey.Of(function.Name);
                }

                sides.Add(found);
            }
        }

        return sides;
    }

    // By its name, or by another that it has; what a library declares is an entry in any case.
    private static string EntryOf(SchemeName name)
    {
        string entry = CatalogueNames.EntryOf(name.Name);
        for (int i = 0; entry.Length == 0 && i < name.Aliases.Length; i++)
        {
            entry = CatalogueNames.EntryOf(name.Aliases[i]);
        }

        return name.IsFromLibrary && entry.Length == 0 ? name.Name : entry;
    }

    private ComparedSide Find(AuthorityOfSubject subject, int body)
    {
        AuthorityTable table = scheme.Space.Authority;
        var deciders = new List<ComparedDecider>();
        foreach (AuthorityRow row in subject.Rows.Where(row => row.Days.Contains(Day) && row.Terms.Claim is AuthorityClaim.Decides or AuthorityClaim.Jointly or AuthorityClaim.Reserved))
        {
            Authority terms = table.Describe(row);
            terms = terms with { Chain = [.. terms.Chain.Select(link => link with { Source = link.Source.File is { Length: > 0 } file ? link.Source with { File = show(file) } : link.Source })] };
            foreach (ImmutableArray<string> group in row.Terms.Claim == AuthorityClaim.Jointly ? terms.Groups : [[terms.Party]])
            {
                deciders.Add(new ComparedDecider(group.Order(StringComparer.Ordinal).ToArray(), row.Terms.Rules.IsEmpty, terms));
            }
        }

        string why = deciders.Count == 0 ? subject.Gaps.FirstOrDefault(gap => gap.Days.Contains(Day))?.Reason ?? "" : "";
        deciders.Sort(ByRisingSums);
        return new ComparedSide
        {
            Body = body,
            Name = table.NameOf(subject.Function, subject.Matter),
            Deciders = deciders.Where((decider, at) => at == 0 || decider.Words != deciders[at - 1].Words).ToArray(),
            WhyNobody = why,
            IsCutShort = subject.IsCutShort,
        };
    }

    private static int ByRisingSums(ComparedDecider one, ComparedDecider other) =>
        UpTo(one.Terms).CompareTo(UpTo(other.Terms)) is not 0 and var order ? order : string.CompareOrdinal(one.Words, other.Words);

    private static decimal UpTo(Authority terms) => terms.Amounts is [{ To: { } to }, ..] ? to : decimal.MaxValue;
}
