using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>A scheme with every name looked up: what the reference evaluator works on.</summary>
internal sealed class Scheme
{
    public NameBook Names { get; } = new();

    public Kinds Kinds { get; } = new();

    /// <summary>Every deciding sentence, table line and reserved list line, in the order of the text.</summary>
    public List<Rule> Rules { get; } = [];

    public List<Deputy> Deputies { get; } = [];

    public List<Recusal> Recusals { get; } = [];

    public List<Succession> Successions { get; } = [];

    /// <summary>What bears one name on days that do not meet, each with what bears it next.</summary>
    public IReadOnlyList<(Thing Earlier, Thing Later)> Followers => field ??= [.. Names.Followers().OrderBy(pair => pair.Later.From)];

    /// <summary>The first day on which the scheme is in force, included; none when not said.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The last day on which the scheme is in force, included; none when not said.</summary>
    public DateOnly? Until { get; set; }

    public Thing? OwnOrganisation { get; set; }

    /// <summary>Names that nobody declared, words that fit nowhere. A scheme that was meant to be valid has none.</summary>
    public List<string> Problems { get; } = [];

    public IEnumerable<Thing> Places => Names.Things.Where(thing => thing.Sort == Sort.Place);

    public Thing? FindParty(string name) => Names.Find(name, thing => thing.IsParty) is { } party ? party.SamePersonAs ?? party : null;

    public Thing? FindSubject(string name) => Names.Find(name, thing => thing.IsSubject);

    /// <summary>The organisation that a party is, or belongs to.</summary>
    public static Thing? OrganisationOf(Thing? party)
    {
        for (int steps = 0; party is not null && steps < 100; steps++)
        {
            if (party.Sort == Sort.Organisation)
            {
                return party;
            }

            party = party.Owners.FirstOrDefault();
        }

        return null;
    }

    /// <summary>Reads a scheme.</summary>
    /// <param name="trees">The project's file, then the libraries that it uses.</param>
    /// <param name="faultyLines">Lines of the file whose sentences are in error for reasons that the reference does not know of.</param>
    public static Scheme Read(IReadOnlyList<SyntaxTree> trees, IReadOnlySet<int> faultyLines)
    {
        var scheme = new Scheme();
        new DeclarationReader(scheme).Read(trees);
        new RuleReader(scheme, faultyLines).Read(trees);
        return scheme;
    }
}
