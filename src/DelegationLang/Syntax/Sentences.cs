using System.Collections.Immutable;

namespace DelegationLang.Syntax;

/// <summary>One sentence, up to and with its full stop.</summary>
public abstract record SentenceSyntax : SyntaxNode
{
    /// <summary>The clauses after the head, in the order of the text.</summary>
    public ImmutableArray<ClauseSyntax> Clauses { get; init; } = [];

    /// <summary>Whether a fault of reading was reported in it. Such a sentence gives nobody any authority, but what could be read is here, since it still takes authority away.</summary>
    public bool HasErrors { get; init; }
}

/// <summary><c>scheme TITLE clauses.</c></summary>
public sealed record SchemeSyntax : SentenceSyntax
{
    /// <summary>The rest of its line.</summary>
    public required NameSyntax Title { get; init; }
}

/// <summary><c>section TITLE</c>: what follows it, up to the next section or the end of the file, belongs to it.</summary>
public sealed record SectionSyntax : SentenceSyntax
{
    /// <summary>The rest of its line.</summary>
    public required NameSyntax Title { get; init; }
}

/// <summary><c>use england.</c> or <c>use "other-file.delegation".</c></summary>
public sealed record UseSyntax : SentenceSyntax
{
    /// <summary>The library, or the file when <see cref="NameSyntax.IsQuoted"/>.</summary>
    public required NameSyntax Target { get; init; }
}

/// <summary><c>use scheme "../leeds-council" for Leeds City Council [published at "https://…"].</c></summary>
public sealed record UseSchemeSyntax : SentenceSyntax
{
    /// <summary>The folder, file or built <c>scheme.json</c> of the other scheme.</summary>
    public required NameSyntax Target { get; init; }

    /// <summary>The party of this scheme whose scheme it is.</summary>
    public required NameSyntax Party { get; init; }

    /// <summary>Where its pages are published (none or one item).</summary>
    public ImmutableArray<QuotedTextSyntax> Address { get; init; } = [];
}

/// <summary><c>NAME is a KIND [of OWNER] clauses.</c></summary>
public sealed record DeclarationSyntax : SentenceSyntax
{
    /// <summary>What is declared.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>All the words after <c>is</c> as one run: <c>a committee of Board</c>, <c>a measure in years</c>, <c>an amount of</c>, <c>a kind of board</c>. Commas in it are kept (<c>of A, B</c>).</summary>
    public required NameSyntax Descriptor { get; init; }

    /// <summary>For <c>is an amount of £X</c>: the sum (none or one item).</summary>
    public ImmutableArray<AmountSyntax> Amount { get; init; } = [];
}

/// <summary><c>X is also Y [under POWER].</c></summary>
public sealed record DesignationSyntax : SentenceSyntax
{
    /// <summary>The post.</summary>
    public required NameSyntax Holder { get; init; }

    /// <summary>The designation that its holder holds too.</summary>
    public required NameSyntax Designation { get; init; }
}

/// <summary><c>matters of A [reserved to B] clauses: - NAME clauses …</c>, or in one line <c>matters of A: NAME, NAME.</c> Its clauses are what each line says that does not say otherwise.</summary>
public sealed record ListDeclarationSyntax : SentenceSyntax
{
    /// <summary>What a line says, and what the head says of it: a clause of the head counts unless the line has one like it.</summary>
    public ImmutableArray<ClauseSyntax> ClausesOf(ListItemSyntax item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Clauses.IsEmpty ? item.Clauses
            : [.. Clauses.Where(clause => !item.Clauses.Any(own => own.GetType() == clause.GetType() && own.Keyword == clause.Keyword)), .. item.Clauses];
    }

    /// <summary>What it declares: the plural of a kind.</summary>
    public required NameSyntax Kinds { get; init; }

    /// <summary>The owner of each.</summary>
    public required NameSyntax Owner { get; init; }

    /// <summary>To whom each is reserved (none or one item).</summary>
    public ImmutableArray<PartyListSyntax> ReservedTo { get; init; } = [];

    /// <summary>The lines, in order.</summary>
    public required ImmutableArray<ListItemSyntax> Items { get; init; }
}

/// <summary>One line of a list declaration. It counts as a sentence of its own where faults are concerned.</summary>
public sealed record ListItemSyntax : SyntaxNode
{
    /// <summary>What is declared.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Its clauses.</summary>
    public ImmutableArray<ClauseSyntax> Clauses { get; init; } = [];

    /// <summary>Whether it stands among others in one line, after a colon or a comma, where nothing can be said of it alone.</summary>
    public bool IsInline { get; init; }

    /// <summary>Whether a fault of reading was reported in the line.</summary>
    public bool HasErrors { get; init; }
}

/// <summary>The verb of a deciding sentence.</summary>
public enum DecidingVerb
{
    /// <summary><c>reserves</c>.</summary>
    Reserves,

    /// <summary><c>delegates</c>.</summary>
    Delegates,

    /// <summary><c>entrusts</c>.</summary>
    Entrusts,
}

/// <summary><c>A reserves | delegates | entrusts S to B clauses.</c></summary>
public sealed record DecidingSyntax : SentenceSyntax
{
    /// <summary>The verb.</summary>
    public required DecidingVerb Verb { get; init; }

    /// <summary>A.</summary>
    public required NameSyntax Delegator { get; init; }

    /// <summary>The subjects; <c>all matters</c> and <c>all other matters</c> are names here.</summary>
    public required ImmutableArray<NameSyntax> Subjects { get; init; }

    /// <summary>To whom.</summary>
    public required PartyListSyntax To { get; init; }
}

/// <summary><c>Nobody may decide S clauses.</c></summary>
public sealed record ProhibitionSyntax : SentenceSyntax
{
    /// <summary>The subjects.</summary>
    public required ImmutableArray<NameSyntax> Subjects { get; init; }
}

/// <summary><c>limits for S [for F] [of A]: - PARTY up to £X …</c>. <c>of A</c> stands inside the last name of the head, to be split when names are resolved.</summary>
public sealed record LimitsTableSyntax : SentenceSyntax
{
    /// <summary>The subjects, with <c>of A</c> still on the last one where no <c>for</c> follows.</summary>
    public required ImmutableArray<NameSyntax> Subjects { get; init; }

    /// <summary>The lines in order.</summary>
    public required ImmutableArray<TableLineSyntax> Lines { get; init; }
}

/// <summary>One line of a limits table. It counts as a sentence of its own where faults are concerned.</summary>
public sealed record TableLineSyntax : SyntaxNode
{
    /// <summary>Who holds the tier.</summary>
    public required PartyListSyntax Holders { get; init; }

    /// <summary>Its clauses.</summary>
    public ImmutableArray<ClauseSyntax> Clauses { get; init; } = [];

    /// <summary>Whether a fault of reading was reported in the line.</summary>
    public bool HasErrors { get; init; }
}

/// <summary><c>every delegation in this scheme: clauses.</c></summary>
public sealed record EveryDelegationSyntax : SentenceSyntax
{
    /// <summary>Whether it says <c>in this section</c>.</summary>
    public required bool InSection { get; init; }
}

/// <summary><c>X deputises for Y clauses.</c></summary>
public sealed record DeputySyntax : SentenceSyntax
{
    /// <summary>Who stands in.</summary>
    public required NameSyntax Deputy { get; init; }

    /// <summary>For whom.</summary>
    public required ImmutableArray<NameSyntax> Principals { get; init; }
}

/// <summary><c>A takes over from B on D [for S].</c></summary>
public sealed record SuccessionSyntax : SentenceSyntax
{
    /// <summary>A.</summary>
    public required NameSyntax Successor { get; init; }

    /// <summary>Those in whose place it stands.</summary>
    public required ImmutableArray<NameSyntax> Predecessors { get; init; }
}

/// <summary><c>Nobody takes part in what concerns them.</c></summary>
public sealed record ConflictsRuleSyntax : SentenceSyntax;

/// <summary>How a party has part in a decision without any authority over it.</summary>
public enum InvolvementVerb
{
    /// <summary><c>X recommends S to Y.</c></summary>
    Recommends,

    /// <summary><c>X advises Y on S.</c></summary>
    Advises,

    /// <summary><c>X oversees S.</c></summary>
    Oversees,

    /// <summary><c>Y consults X before S.</c></summary>
    Consults,

    /// <summary><c>X takes no part in S [, which goes to Y].</c></summary>
    TakesNoPart,

    /// <summary><c>S concerns X.</c></summary>
    Concerns,
}

/// <summary>A sentence of involvement: it gives no authority.</summary>
public sealed record InvolvementSyntax : SentenceSyntax
{
    /// <summary>The verb.</summary>
    public required InvolvementVerb Verb { get; init; }

    /// <summary>The party before the verb.</summary>
    public required NameSyntax Actor { get; init; }

    /// <summary>The other parties (recommended to, advised, consulted, or to whom it goes); none for <c>oversees</c>.</summary>
    public ImmutableArray<NameSyntax> Others { get; init; } = [];

    /// <summary>The subjects.</summary>
    public required ImmutableArray<NameSyntax> Subjects { get; init; }
}

/// <summary>A decision as a question or a scenario names it: a subject and clauses (<c>for</c>, <c>at</c>, <c>worth</c>, <c>on</c>, <c>when</c>, <c>unless</c>).</summary>
public sealed record DecisionSyntax : SyntaxNode
{
    /// <summary>The function, matter or budget; missing in <c>what may X decide</c>.</summary>
    public required NameSyntax Subject { get; init; }

    /// <summary>The clauses in the order of the text.</summary>
    public ImmutableArray<ClauseSyntax> Clauses { get; init; } = [];
}

/// <summary>What a scenario expects.</summary>
public enum ExpectationKind
{
    /// <summary><c>is decided by A, B</c> or <c>is decided by A jointly with B</c>.</summary>
    DecidedBy,

    /// <summary><c>is reserved to B</c>.</summary>
    ReservedTo,

    /// <summary><c>is decided by nobody</c>.</summary>
    DecidedByNobody,

    /// <summary><c>A may decide …</c>.</summary>
    May,

    /// <summary><c>A may not decide …</c>.</summary>
    MayNot,
}

/// <summary><c>scenario "NAME": … .</c></summary>
public sealed record ScenarioSyntax : SentenceSyntax
{
    /// <summary>Its name.</summary>
    public required QuotedTextSyntax Title { get; init; }

    /// <summary>The decision.</summary>
    public required DecisionSyntax Decision { get; init; }

    /// <summary>What is expected.</summary>
    public required ExpectationKind Expectation { get; init; }

    /// <summary>The parties expected, or the one that may or may not decide; empty for nobody.</summary>
    public ImmutableArray<PartySyntax> Parties { get; init; } = [];

    /// <summary>Whether the parties are joined by <c>jointly with</c>.</summary>
    public bool IsJoint { get; init; }
}

/// <summary>Text that could not be read as any sentence (already reported). Its words are in the tree's tokens; <see cref="SentenceSyntax.Clauses"/> holds what clauses could be read.</summary>
public sealed record BrokenSentenceSyntax : SentenceSyntax;
