using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Naming;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Cedar;

/// <summary>Writes policies.</summary>
internal sealed class PolicyText(SpaceDefinition definition, ImmutableArray<DateRange> runs, CedarNames names, bool hasAllPairs)
{
    private readonly HashSet<string> identifiers = new(StringComparer.Ordinal);

    /// <summary>The file.</summary>
    public string Write(SchemeInfo info, IEnumerable<Permit> permits)
    {
        var text = new StringBuilder();
        text.Append("// ").Append(CedarText.Comment(info.Title + (string.IsNullOrEmpty(info.Version) ? "" : ", version " + info.Version))).Append(": who may decide.\n")
            .Append("// A policy for each chain of authority. Whoever is above keeps authority, so that several may permit one request; what none permits is denied.\n")
            .Append("// What is not said here stands in left-out.json.\n");
        foreach (Permit permit in permits.OrderBy(permit => permit.IsForbid).ThenBy(permit => permit.Chains.Max(chain => chain.Length)))
        {
            Write(text, permit);
        }

        return text.Append(Outside()).ToString();
    }

    // Of something that the scheme does not have nobody could be asked either; and without the entities of the scheme a request says nothing of what lies within what.
    private string Outside()
    {
        string[] measures = [.. definition.Measures.Select(measure => CedarText.Quote(measure.Name)).Distinct().Select(measure => $"(if context.measures has {measure} then context.measures[{measure}] >= 0 else true)")];
        string[] conditions =
        [
            $"resource in {names.Resource(-1)}", $"(if context has place then context.place in {names.Resource(-1)} else true)",
            "(if context has amount then context.amount.pence >= 0 else true)", .. measures,
        ];
        return $"\n@id(\"outside-the-scheme\")\n// What the scheme does not have, and sums below nought.\nforbid(principal, action, resource)\nunless {{\n  {string.Join(" &&\n  ", conditions)}\n}};\n";
    }

    private void Write(StringBuilder text, Permit permit)
    {
        ChainLink[] ends = [.. permit.Chains.Where(chain => !chain.IsEmpty).Select(chain => chain.LastOrDefault(link => link.Rule >= 0) ?? chain[^1])];
        string via = string.Join("; or ", permit.Chains.Select(chain => string.Join(" > ", chain.Select(link => $"{link.Party}: {link.Via}"))));
        string sources = string.Join(", ", ends.Where(link => !string.IsNullOrEmpty(link.Source.File)).Select(link => string.Create(CultureInfo.InvariantCulture, $"{link.Source.File}:{link.Source.Line}")).Distinct());
        string references = string.Join(", ", ends.Select(link => link.Reference).Where(reference => reference.Length > 0).Distinct());
        string identifier = Slug.Of(permit.IsForbid ? "kept for " + string.Join(" or ", permit.Groups.Select(Names)) : Names(permit.Groups[0])) + "-" + Fingerprint.Short(sources + via);
        while (!identifiers.Add(identifier))
        {
            identifier += "x";
        }

        text.Append("\n@id(").Append(CedarText.Quote(identifier)).Append(")\n");
        text.Append(sources.Length > 0 ? "@source(" + CedarText.Quote(sources) + ")\n" : "");
        text.Append(references.Length > 0 ? "@reference(" + CedarText.Quote(references) + ")\n" : "");
        text.Append("@via(").Append(CedarText.Quote(via)).Append(")\n");
        text.Append(permit.IsForbid ? "forbid" : "permit").Append("(principal, action, resource)\nwhen {\n");
        string[] common = permit.IsForbid ? [] : [Signed(permit.Groups[0]), .. permit.Steps.IsEmpty ? Array.Empty<string>() : ["context.taken.containsAll(" + CedarText.Set(permit.Steps) + ")"]];
        string[] regions = [.. Regions(permit).Select(parts => parts.Count == 0 ? "true" : string.Join(" && ", parts))];
        foreach (string condition in common)
        {
            text.Append("  ").Append(condition).Append(regions.Contains("true") && condition == common[^1] ? "\n" : " &&\n");
        }

        if (!regions.Contains("true"))
        {
            text.Append(regions.Length == 1 ? "  " + regions[0] + "\n" : "  (" + string.Join(" ||\n   ", regions.Select(region => "(" + region + ")")) + ")\n");
        }
        else if (common.Length == 0)
        {
            text.Append("  true\n");
        }

        text.Append(permit.IsForbid ? "}\nunless {\n  " + string.Join(" ||\n  ", permit.Groups.Select(group => group.Length == 1 ? Signed(group) : $"({Signed(group)})")) + "\n};\n" : "};\n");
    }

    private IEnumerable<List<string>> Regions(Permit permit)
    {
        foreach (((string expression, int vats), SortedDictionary<Subject, SortedSet<int>> subjects) in permit.Regions)
        {
            foreach (IGrouping<string, KeyValuePair<Subject, SortedSet<int>>> alike in subjects.GroupBy(subject => string.Join(',', subject.Value), StringComparer.Ordinal))
            {
                foreach (string scope in Scopes([.. alike.Select(subject => subject.Key)]))
                {
                    foreach (string days in Days(alike.First().Value))
                    {
                        yield return [.. new[] { scope, days, Said(vats), expression }.Where(part => part.Length > 0)];
                    }
                }
            }
        }
    }

    private static string Said(int vats)
    {
        string[] said = [.. new[] { "", "excluding", "including" }.Where((_, i) => (vats & (1 << i)) != 0)];
        return said.Length == 3 ? "" : (vats & 1) != 0
            ? $"(if context has amount then {CedarText.Set(said)}.contains(context.amount.vat) else true)"
            : $"context has amount && {CedarText.Set(said)}.contains(context.amount.vat)";
    }

    private IEnumerable<string> Days(SortedSet<int> days)
    {
        int[] all = [.. days];
        int start = 0;
        for (int i = 1; i <= all.Length; i++)
        {
            if (i < all.Length && all[i] == all[i - 1] + 1)
            {
                continue;
            }

            DateRange first = runs[all[start]];
            DateRange last = runs[all[i - 1]];
            yield return string.Join(
                " && ",
                new[] { first.HasFirst ? $"context.day >= datetime(\"{JsonFields.Day(first.First)}\")" : "", last.HasLast ? $"context.day.toDate() <= datetime(\"{JsonFields.Day(last.Last)}\")" : "" }.Where(part => part.Length > 0));
            start = i;
        }
    }

    // Matters that are given for the same functions stand together.
    private IEnumerable<string> Scopes(ImmutableArray<Subject> subjects)
    {
        foreach (IGrouping<string, (int Matter, int[] Functions)> alike in subjects.GroupBy(subject => subject.Matter)
            .Select(one => (Matter: one.Key, Functions: one.Select(subject => subject.Function).Order().ToArray()))
            .GroupBy(one => IsAll(one.Matter, one.Functions) ? "all" : string.Join(',', one.Functions), StringComparer.Ordinal))
        {
            int[] matters = [.. alike.Select(one => one.Matter)];
            string actions = matters.Length == names.Matters.Count + 1 ? "" : matters.Length == 1 ? $"action == {names.Action(matters[0])}" : $"action in [{string.Join(", ", matters.Select(names.Action))}]";
            string resources = alike.Key == "all" ? "" : Resources(alike.First().Functions);
            yield return string.Join(" && ", new[] { actions, resources }.Where(part => part.Length > 0));
        }
    }

    private bool IsAll(int matter, int[] functions) => functions.Length == (matter < 0 ? names.Functions.Count : hasAllPairs ? names.Functions.Count + 1 : 1);

    // Functions that include all that lies within them are told by name; where that is shorter, those that are not meant.
    private string Resources(int[] functions)
    {
        var chosen = new HashSet<int>(functions);
        string inside = Some(chosen);
        var others = new HashSet<int>(names.Functions.Prepend(-1).Where(function => !chosen.Contains(function)));
        string outside = Some(others);
        return inside.Length <= outside.Length || outside.Length == 0 ? inside : $"!({outside})";
    }

    private string Some(HashSet<int> chosen)
    {
        ILookup<int, int> children = names.Functions.ToLookup(function => definition.Subjects[function].Parent);
        var whole = new Dictionary<int, bool>();
        var parts = new List<string>();
        int[] tops = [.. names.Functions.Where(function => chosen.Contains(function) && IsWhole(function) && !(definition.Subjects[function].Parent is >= 0 and var parent && chosen.Contains(parent) && IsWhole(parent)))];
        int[] lone = [.. names.Functions.Where(function => chosen.Contains(function) && !IsWhole(function))];
        if (tops.Length > 0)
        {
            parts.Add(tops.Length == 1 ? $"resource in {names.Resource(tops[0])}" : $"resource in [{string.Join(", ", tops.Select(names.Resource))}]");
        }

        parts.AddRange(lone.Select(function => $"resource == {names.Resource(function)}"));
        if (chosen.Contains(-1))
        {
            parts.Add("resource is Scheme");
        }

        return parts.Count == 1 ? parts[0] : parts.Count == 0 ? "" : $"({string.Join(" || ", parts)})";

        bool IsWhole(int function)
        {
            if (!whole.TryGetValue(function, out bool isWhole))
            {
                whole[function] = isWhole = chosen.Contains(function) && children[function].All(IsWhole);
            }

            return isWhole;
        }
    }

    private static string Signed(ImmutableArray<ImmutableArray<string>> group)
    {
        string[] plain = [.. group.Where(member => member.Length == 1).Select(member => member[0])];
        IEnumerable<string> parts = group.Where(member => member.Length > 1).Select(member => $"context.signedBy.containsAny({CedarText.Set(member)})");
        return string.Join(" && ", (plain.Length == 0 ? [] : new[] { plain.Length == 1 ? $"context.signedBy.contains({CedarText.Quote(plain[0])})" : $"context.signedBy.containsAll({CedarText.Set(plain)})" }).Concat(parts));
    }

    private static string Names(ImmutableArray<ImmutableArray<string>> group) => Wording.Together(group.Select(member => member[0]));
}
