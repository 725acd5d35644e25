using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Settles where names end that joining words might cut. A word cuts a name if what follows it is certainly declared, and does not if no reading
/// of any line declares it; otherwise the line waits for those lines. So the order of lines and files makes no difference. What waits for itself in a
/// circle is reported.
/// </summary>
internal sealed class NameSettler(DeclaredNames certain, Action<NameLine, NamePlace, string> settle)
{
    private readonly Dictionary<string, List<NameSort>> possible = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameLine>> waiting = new(StringComparer.Ordinal);
    private readonly Queue<NameLine> open = new();
    private readonly HashSet<NameLine> settled = new(ReferenceEqualityComparer.Instance);

    private enum Standing
    {
        Cuts,
        DoesNotCut,
        Waits,
    }

    /// <summary>Settles all of them.</summary>
    public void Settle(List<NameLine> lines)
    {
        foreach (NameLine line in lines)
        {
            foreach (string reading in Readings(line))
            {
                NoteReading(reading, line.Sort);
            }
        }

        foreach (NameLine line in lines)
        {
            open.Enqueue(line);
        }

        while (open.TryDequeue(out NameLine? line))
        {
            if (!settled.Contains(line))
            {
                Advance(line);
            }
        }

        List<NameLine> circle = lines.FindAll(line => !settled.Contains(line));
        for (int i = 0; i < circle.Count; i++)
        {
            ReportCircle(circle, i);
        }
    }

    private static IEnumerable<string> Readings(NameLine line)
    {
        foreach (NameCut cut in line.Cuts)
        {
            yield return NameOf(line, cut.Index);
        }

        yield return NameOf(line, line.Last);
    }

    private static string NameOf(NameLine line, int index) => Syntax.NameKey.Of(line.NameUpTo(index));

    private void NoteReading(string reading, NameSort sort)
    {
        if (!possible.TryGetValue(reading, out List<NameSort>? sorts))
        {
            sorts = new List<NameSort>();
            possible.Add(reading, sorts);
        }

        sorts.Add(sort);
    }

    private void Advance(NameLine line)
    {
        while (line.Next < line.Cuts.Count)
        {
            NameCut cut = line.Cuts[line.Next];
            switch (StandingOf(cut))
            {
                case Standing.Cuts:
                    Close(line, cut.Index);
                    return;
                case Standing.Waits:
                    WaitFor(line, cut);
                    return;
                default:
                    line.Next++;
                    break;
            }
        }

        Close(line, line.Last);
    }

    private Standing StandingOf(NameCut cut)
    {
        bool isPossible = false;
        foreach (string key in cut.Objects)
        {
            if ((certain.Find(key) & cut.Wanted) != 0)
            {
                return Standing.Cuts;
            }

            foreach (string form in DeclaredNames.Forms(key))
            {
                isPossible |= possible.TryGetValue(form, out List<NameSort>? sorts) && sorts.Exists(sort => (sort & cut.Wanted) != 0);
            }
        }

        return isPossible ? Standing.Waits : Standing.DoesNotCut;
    }

    private void WaitFor(NameLine line, NameCut cut)
    {
        foreach (string key in cut.Objects)
        {
            foreach (string form in DeclaredNames.Forms(key))
            {
                if (!waiting.TryGetValue(form, out List<NameLine>? lines))
                {
                    lines = new List<NameLine>();
                    waiting.Add(form, lines);
                }

                lines.Add(line);
            }
        }
    }

    private void Close(NameLine line, int end)
    {
        settled.Add(line);
        string name = NameOf(line, end);
        certain.Add(name, line.Sort);
        foreach (string reading in Readings(line))
        {
            List<NameSort> sorts = possible[reading];
            sorts.Remove(line.Sort);
            if (sorts.Count == 0 || reading == name)
            {
                Wake(reading);
            }
        }

        settle(line, line.PlaceUpTo(end) with
        {
            Trouble = line.HardWord >= 0 && line.HardWord < end ? NameTrouble.Reserved : NameTrouble.None,
            WordStart = line.HardWord < 0 ? 0 : line.Token(line.HardWord).Start,
            WordEnd = line.HardWord < 0 ? 0 : line.Token(line.HardWord).End,
        }, line.NameUpTo(end));
    }

    private void Wake(string key)
    {
        if (waiting.Remove(key, out List<NameLine>? lines))
        {
            foreach (NameLine line in lines)
            {
                open.Enqueue(line);
            }
        }
    }

    // Every reading counts as known, so that nothing else is reported of these names.
    private void ReportCircle(List<NameLine> circle, int index)
    {
        NameLine line = circle[index];
        foreach (string reading in Readings(line))
        {
            certain.Add(reading, line.Sort);
        }

        NameCut cut = line.Cuts[line.Next];
        Lexeme word = line.Token(cut.Index);
        settle(line, line.PlaceUpTo(line.Last) with
        {
            Trouble = index == 0 ? NameTrouble.Circle : NameTrouble.InCircle,
            WordStart = word.Start,
            WordEnd = word.End,
            ObjectEnd = cut.ObjectEnd,
            Meant = string.Join(", ", circle.Where(other => other != line).Select(other => $"`{other.NameUpTo(other.Last)}`")),
        }, line.NameUpTo(line.Last));
    }
}
