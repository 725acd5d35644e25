namespace DelegationLang.Tests.Reference.Space;

/// <summary>What makes two overlaps one finding, in words of lines: tables count as one sentence.</summary>
internal static class SentenceKeys
{
    /// <summary>The key of two sentences that meet at a decision.</summary>
    public static string Of(Scheme scheme, Setting setting, Rule one, Rule other)
    {
        (bool Function, bool Matter) sides = SidesOf(setting, one);
        (bool Function, bool Matter) others = SidesOf(setting, other);
        bool isAcross = (sides.Function && !sides.Matter && others.Matter && !others.Function) || (sides.Matter && !sides.Function && others.Function && !others.Matter);
        if (isAcross)
        {
            Rule matter = sides.Matter ? one : other;
            bool isGeneral = matter.For.Count == 0 && !HasFunction(setting.Matter);
            return isGeneral ? "in general" : $"line {LineOf(scheme, matter)} across";
        }

        if (one.Scope == Scope.AllMatters != (other.Scope == Scope.AllMatters))
        {
            return $"all of line {LineOf(scheme, one.Scope == Scope.AllMatters ? one : other)}";
        }

        int[] lines = [LineOf(scheme, one), LineOf(scheme, other)];
        return $"lines {lines.Min()} and {lines.Max()}";
    }

    /// <summary>Whether a sentence names the function or the matter of a decision.</summary>
    public static (bool Function, bool Matter) SidesOf(Setting setting, Rule rule) =>
        (rule.Subjects.Exists(subject => subject.Sort != Sort.Matter && setting.PlacesWhere(subject) is not null),
            rule.Subjects.Exists(subject => subject.Sort == Sort.Matter && setting.PlacesWhere(subject) is not null));

    private static bool HasFunction(Thing? matter)
    {
        for (Thing? thing = matter; thing is not null; thing = thing.Within)
        {
            if (thing.Sort == Sort.Function)
            {
                return true;
            }
        }

        return false;
    }

    private static int LineOf(Scheme scheme, Rule rule) =>
        rule.Table is null ? rule.Line : scheme.Rules.Where(line => line.Table == rule.Table).Min(line => line.Line);
}
