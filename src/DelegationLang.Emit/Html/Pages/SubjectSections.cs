using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What a page says of a subject. Of several that share a page, those that are treated like one told before are told in a line.</summary>
internal sealed class SubjectSections(PageContext context)
{
    private const string WhoDecides = "Who decides";

    private readonly SubjectRules rules = new(context);
    private readonly SubjectAuthority authority = new(context);
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);
    private SubjectSymbol? head;

    /// <summary>The sections of the subject that the page is of.</summary>
    public IEnumerable<SectionView> Of(SubjectSymbol subject)
    {
        head = subject;
        return Parts(subject).Select(part => new SectionView(part.Id, part.Heading, part.Content, part.Parts)).ToArray();
    }

    /// <summary>A section of a subject that shares the page.</summary>
    public SectionView OfMember(SubjectSymbol subject)
    {
        PartView[] parts = [.. Parts(subject)];
        ContentView content = parts is [{ Heading: WhoDecides } first, ..] ? first.Content : new ContentView();
        return new SectionView(
            context.Publication.PageNames.Of(subject),
            subject.DisplayName,
            content with { Lines = [LineBuilder.Of(SubjectPages.Word(subject), "kind"), .. Ask(subject), .. content.Lines] },
            [.. parts.SelectMany(part => part.Heading == WhoDecides ? part.Parts : [part])]);
    }

    /// <summary>A link to the form, where it can be asked about the subject.</summary>
    public IEnumerable<LineView> Ask(SubjectSymbol subject) => SubjectPages.Open(context, subject) is null ? []
        : [LineBuilder.Of(new Segment("Ask who decides" + (subject == head || head is null ? ", for a sum, a place and a day" : " " + subject.DisplayName), "index.html#what=" + Uri.EscapeDataString(subject.DisplayName)), "ask-link")];

    private IEnumerable<PartView> Parts(SubjectSymbol subject)
    {
        foreach (PartView part in Authority(subject))
        {
            yield return part;
        }

        if (context.Sentences.Of(context.Index.Naming[subject]) is { Count: > 0 } sentences)
        {
            yield return new PartView(Id(subject, "sentences"), "Sentences that name it", new ContentView { Sentences = sentences }, []);
        }

        if (Around(subject) is { Length: > 0 } around)
        {
            yield return new PartView(Id(subject, "around"), "What it is part of, and what lies within it", new ContentView { Facts = around }, []);
        }
    }

    private string Id(SubjectSymbol subject, string part) => subject == head ? part : context.Publication.PageNames.Of(subject) + "--" + part;

    // The subject by itself first; for a function that a matter is decided for, only what is otherwise.
    private IEnumerable<PartView> Authority(SubjectSymbol subject)
    {
        if (subject.IsBudget && !subject.Covers.IsEmpty)
        {
            yield return new PartView(Id(subject, "decides"), WhoDecides, new ContentView { Lines = [Budget(subject)] }, []);
            yield break;
        }

        if (context.Publication.Index.IndexOf(subject) is not (>= 0 and var index))
        {
            yield break;
        }

        IReadOnlyList<AuthorityOfSubject> subjects = context.Authorities.OfSubject(index);
        var alike = new Dictionary<string, List<LineView>>(StringComparer.Ordinal);
        var fresh = new List<AuthorityOfSubject>();
        var content = new ContentView();
        var parts = new List<PartView>();
        for (int i = 0; i < subjects.Count; i++)
        {
            AuthorityOfSubject found = subjects[i];
            string what = context.Authorities.NameOf(found.Function, found.Matter);
            string key = SubjectAuthority.KeyOf(found);
            if (told.ContainsKey(key))
            {
                (alike.TryGetValue(key, out List<LineView>? others) ? others : alike[key] = []).Add(context.SubjectOf(found.Function, found.Matter));
                continue;
            }

            told.Add(key, what);
            fresh.Add(found);
            ContentView one = authority.Of(what, found);
            if (i == 0)
            {
                content = one;
            }
            else
            {
                parts.Add(new PartView(Id(subject, FormattableString.Invariant($"decides-{i + 1}")), KindWords.Capital(what), one, []));
            }
        }

        LineView[] same = [.. told.Where(known => alike.ContainsKey(known.Key)).Select(known => Same(known.Value, alike[known.Key]))];
        content = content with
        {
            Lines = [.. Normally(fresh.SelectMany(found => found.Rows)), .. content.Lines, .. same],
        };
        yield return new PartView(Id(subject, "decides"), WhoDecides, content, parts);

        LineView[] kept = [.. fresh.SelectMany(authority.Kept).DistinctBy(line => line.Words)];
        if (kept.Length > 0)
        {
            yield return new PartView(Id(subject, "kept"), "Who may decide it too", new ContentView { Lines = [LineBuilder.Of("Whoever passes authority on keeps it as well, and may still decide."), .. kept] }, []);
        }

        if (authority.Chains(fresh) is { Count: > 0 } tree)
        {
            yield return new PartView(Id(subject, "authority"), "By what authority", new ContentView { Tree = tree }, []);
        }
    }

    private static LineView Same(string what, List<LineView> others)
    {
        LineBuilder line = new LineBuilder().Text($"As for {what}, so for ");
        for (int i = 0; i < others.Count; i++)
        {
            line.Text(i == 0 ? "" : i == others.Count - 1 ? " and " : ", ").AddLine(others[i]);
        }

        return line.Text(".").ToLine();
    }

    private LineView Budget(SubjectSymbol subject)
    {
        LineBuilder line = new LineBuilder().Text("Whoever may decide what it covers may decide about it: ").List(subject.Covers.Select(context.Link));
        return (subject.At.IsEmpty ? line : line.Text(", at ").List(subject.At.Select(context.Link))).Text(".").ToLine();
    }

    private FactView[] Around(SubjectSymbol subject)
    {
        SubjectSymbol[] wider = [.. rules.Above(subject).Where(IsElsewhere)];
        SubjectSymbol[] parts = [.. context.Index.Parts[subject].Where(part => context.Shown.Contains(part) && IsElsewhere(part))];
        return
        [
            .. Links("Part of", wider.Where(other => !other.IsBudget)), .. Links("Covered by", wider.Where(other => other.IsBudget)), .. Links("Includes", parts),
        ];

        // What shares the page stands on it.
        bool IsElsewhere(SubjectSymbol other) => context.Addresses.HeadOf(other) != context.Addresses.HeadOf(subject);

        IEnumerable<FactView> Links(string label, IEnumerable<SubjectSymbol> subjects) =>
            subjects.Any() ? [new FactView(label, [new LineBuilder().List(subjects.Select(context.Link)).ToLine()])] : [];
    }

    // What is normally so is taken to be so by whoever asks without saying: the tables tell what holds otherwise too.
    private IEnumerable<LineView> Normally(IEnumerable<AuthorityRow> rows)
    {
        string[] normal =
        [
            .. rows.SelectMany(row => row.Terms.Conditions).Select(value => context.Definition.Conditions[value.Condition]).Distinct()
                .Where(condition => condition.Normally is not null)
                .Select(condition => (condition.Normally == true ? "" : "not ") + condition.Name),
        ];
        return LineBuilder.Lines(normal.Length == 0 ? "" : "Normally: " + string.Join("; ", normal) + ".");
    }
}
