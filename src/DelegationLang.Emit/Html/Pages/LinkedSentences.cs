using DelegationLang.Emit.Html.Site;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>Sentences word for word, each name a link to its page. A link can name a sentence by its reference too, <c>document.html#7.4</c>, which stays when its words change.</summary>
internal sealed class LinkedSentences
{
    private readonly PageContext context;
    private readonly Dictionary<SourceText, Dictionary<int, (int End, Symbol Symbol)>> names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> byReference = new(StringComparer.Ordinal);

    public LinkedSentences(PageContext context)
    {
        this.context = context;
        foreach (NameUse use in context.Model.Uses)
        {
            Add(use.Location, use.Symbol);
        }

        foreach (Symbol symbol in context.Model.Symbols.Where(symbol => !symbol.IsFromLibrary))
        {
            Add(symbol.Location, symbol);
        }

        foreach (PublishedSentence sentence in context.Publication.Sentences.All.Where(sentence => !SiteAddresses.IsScenario(sentence)))
        {
            foreach (string anchor in sentence.References.Select(AnchorOf).Where(anchor => anchor.Length > 0))
            {
                byReference.TryAdd(anchor, sentence.Id);
            }
        }
    }

    /// <summary>A sentence as the document shows it.</summary>
    public SentenceView View(PublishedSentence sentence)
    {
        SentenceLineView[] lines = [.. Lines(sentence)];
        DateRange days = Days(sentence);
        return new SentenceView
        {
            Id = sentence.Id,
            Lead = lines.Length > 0 ? lines[0] : SentenceLineView.Of(""),
            Bullets = [.. lines.Skip(1)],
            Claims = [],
            Source = new Segment(FormattableString.Invariant($"{sentence.File}, line {sentence.Line}")),
            Notes = [],
            IsVoid = !sentence.IsEffective,
            From = days.HasFirst ? TableBuilder.Day(days.First) : "",
            Until = days.HasLast ? TableBuilder.Day(days.Last) : "",
        };
    }

    /// <summary>The sentences of some statements, each with a link to where it stands in the document.</summary>
    public IReadOnlyList<SentenceView> Of(IEnumerable<Statement> statements) =>
        [.. statements.OrderBy(statement => statement.Order).Select(statement => context.Publication.Sentences.At(statement.Location)).OfType<PublishedSentence>().Distinct().Select(Quoted)];

    private SentenceView Quoted(PublishedSentence sentence)
    {
        SentenceView view = View(sentence);
        string address = context.Addresses.Of(sentence);
        return view with
        {
            Id = "",
            Lead = Linked(view.Lead),
            Bullets = [.. view.Bullets.Select(Linked)],
            Source = sentence.References.IsEmpty ? new Segment(view.Source.Text, address) : new Segment(""),
        };

        SentenceLineView Linked(SentenceLineView line) => line with
        {
            References = line.References with { Segments = [.. line.References.Segments.Select(segment => segment.IsReference ? new Segment(segment.Text, address) : segment)] },
        };
    }

    // Anchors are plain and have no spaces, and one without a figure could be ours.
    private static string AnchorOf(string reference) =>
        reference.Any(char.IsAsciiDigit)
        && reference.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '(' or ')' or '/')
        && !reference.StartsWith("sentence-", StringComparison.Ordinal) && !reference.StartsWith("section-", StringComparison.Ordinal)
            ? string.Join('-', reference.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : "";

    private void Add(SourceLocation location, Symbol symbol)
    {
        if (location.Source is null)
        {
            return;
        }

        if (!names.TryGetValue(location.Source, out Dictionary<int, (int, Symbol)>? ofFile))
        {
            names.Add(location.Source, ofFile = []);
        }

        ofFile.TryAdd(location.Span.Start, (location.Span.End, symbol));
    }

    // What stands under several references has the anchor of each; one that more sentences have leads to the first of them.
    private LineView References(PublishedSentence sentence, IReadOnlyList<string> references)
    {
        var line = new LineBuilder();
        foreach (string reference in references)
        {
            bool isFirst = byReference.TryGetValue(AnchorOf(reference), out string? id) && id == sentence.Id && sentence.References.First(other => AnchorOf(other) == AnchorOf(reference)) == reference;
            line.Text(line.IsEmpty ? "" : ", ").Add(new Segment(reference) { IsReference = true, Anchor = isFirst ? AnchorOf(reference) : "" });
        }

        return line.ToLine();
    }

    // The days of a sentence that says one thing; a list or a table may say of each line when it holds.
    private DateRange Days(PublishedSentence sentence)
    {
        var words = new TermLines(context);
        DateRange[] days = [.. context.Publication.Contents.StatementsOf(sentence).Select(words.DaysOf).Concat(context.Publication.Contents.DeclaredIn(sentence).Select(symbol => symbol.Lifetime))];
        return days.Length == 0 ? DateRange.Always : new DateRange(days.Min(range => range.First), days.Max(range => range.Last));
    }

    // References stand before the words that they are of, so they are left out of the words themselves.
    private IEnumerable<SentenceLineView> Lines(PublishedSentence sentence)
    {
        (string Words, int Start)[] pieces = [.. context.Publication.Texts.Pieces(sentence.Location)];
        var text = new LinkedText(names.GetValueOrDefault(sentence.Location.Source) ?? [], context.Addresses);
        var references = new List<string>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        int next = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Words is "\n-")
            {
                yield return new SentenceLineView(text.Take(), References(sentence, references));
                references = [];
            }
            else if (next < sentence.References.Length && pieces[i].Words.Trim().Equals("reference", StringComparison.OrdinalIgnoreCase) && i + 1 < pieces.Length && IsQuotation(pieces[i + 1].Words))
            {
                i++;
                if (told.Add(sentence.References[next]))
                {
                    references.Add(sentence.References[next]);
                }

                next++;
            }
            else
            {
                text.Add(pieces[i].Words, pieces[i].Start);
            }
        }

        yield return new SentenceLineView(text.Take(), References(sentence, references));
    }

    private static bool IsQuotation(string piece) => piece.Trim() is ['"' or '“' or '”', ..];
}

/// <summary>Words of which some are names, as a line with links.</summary>
internal sealed class LinkedText(Dictionary<int, (int End, Symbol Symbol)> names, SiteAddresses addresses)
{
    private readonly System.Text.StringBuilder text = new();
    private LineBuilder line = new();
    private string href = "";
    private int end = -1;

    /// <summary>Adds a piece of a sentence that begins at a place in its file.</summary>
    public void Add(string words, int start)
    {
        if (href.Length > 0 && start >= end)
        {
            Flush();
        }

        if (names.TryGetValue(start, out (int End, Symbol Symbol) name) && addresses.Of(name.Symbol) is { Length: > 0 } address)
        {
            text.Append(words.StartsWith(' ') ? " " : "");
            words = words.TrimStart();
            Flush();
            href = address;
            end = name.End;
        }

        text.Append(words);
    }

    /// <summary>The line so far; what is added next begins another.</summary>
    public LineView Take()
    {
        Flush();
        LineView taken = line.ToLine();
        line = new LineBuilder();
        return taken;
    }

    private void Flush()
    {
        line.Add(new Segment(line.IsEmpty ? text.ToString().TrimStart() : text.ToString(), href));
        text.Clear();
        href = "";
        end = -1;
    }
}
