/// <summary>An organisation, a group or a post of the scheme: one of <see cref="Parties"/>.</summary>
public readonly record struct Party
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int _number;

    internal Party(int index) => _number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Parties"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no party.</exception>
    public int Index => _number > 0 ? _number - 1 : throw new InvalidOperationException("This value is no party of the scheme.");

    /// <summary>Its name as answers give it.</summary>
    public string Name => Scheme.Definition.Parties[Index].Name;

    /// <summary>Asks whether this party may decide something alone. End with <see cref="Question.On(DateOnly)"/>.</summary>
    public Question MayDecide(Subject subject) => new Question(Index, subject);

    /// <summary>What this party may decide on a day, in <see cref="Answer.Authorities"/>.</summary>
    public Answer WhatMayDecide(DateOnly day) => Scheme.Space.WhatMay(Index, day);

    /// <summary>The party of a name as answers give it, letter for letter but for capitals; none when the scheme has none of that name.</summary>
    public static Party? Find(string name)
    {
        int index = Names.Find(Scheme.Definition.Parties, item => item.Name, name);
        return index < 0 ? null : new Party(index);
    }

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => _number > 0 ? Name : "";
}

/// <summary>A function, a matter or a budget of the scheme: one of <see cref="Subjects"/>.</summary>
public readonly record struct Subject
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int _number;

    internal Subject(int index) => _number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Subjects"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no subject.</exception>
    public int Index => _number > 0 ? _number - 1 : throw new InvalidOperationException("This value is no subject of the scheme.");

    /// <summary>Its name as answers give it.</summary>
    public string Name => Scheme.Definition.Subjects[Index].Name;

    /// <summary>What it is.</summary>
    public SubjectKind Kind => Scheme.Definition.Subjects[Index].Kind;

    /// <summary>The subject of a name as answers give it, letter for letter but for capitals; none when the scheme has none of that name.</summary>
    public static Subject? Find(string name)
    {
        int index = Names.Find(Scheme.Definition.Subjects, item => item.Name, name);
        return index < 0 ? null : new Subject(index);
    }

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => _number > 0 ? Name : "";
}

/// <summary>A place of the scheme: one of <see cref="Places"/>.</summary>
public readonly record struct Place
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int _number;

    internal Place(int index) => _number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Places"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no place.</exception>
    public int Index => _number > 0 ? _number - 1 : throw new InvalidOperationException("This value is no place of the scheme.");

    /// <summary>Its name as answers give it.</summary>
    public string Name => Scheme.Definition.Places[Index].Name;

    /// <summary>The place of a name as answers give it, letter for letter but for capitals; none when the scheme has none of that name.</summary>
    public static Place? Find(string name)
    {
        int index = Names.Find(Scheme.Definition.Places, item => item.Name, name);
        return index < 0 ? null : new Place(index);
    }

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => _number > 0 ? Name : "";
}

/// <summary>A fact that is true or false: one of <see cref="Conditions"/>.</summary>
public readonly record struct Condition
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int _number;

    internal Condition(int index) => _number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Conditions"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no condition.</exception>
    public int Index => _number > 0 ? _number - 1 : throw new InvalidOperationException("This value is no condition of the scheme.");

    /// <summary>Its name as answers give it.</summary>
    public string Name => Scheme.Definition.Conditions[Index].Name;

    /// <summary>The condition of a name as answers give it, letter for letter but for capitals; none when the scheme has none of that name.</summary>
    public static Condition? Find(string name)
    {
        int index = Names.Find(Scheme.Definition.Conditions, item => item.Name, name);
        return index < 0 ? null : new Condition(index);
    }

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => _number > 0 ? Name : "";
}

/// <summary>A fact that is a number: one of <see cref="Measures"/>.</summary>
public readonly record struct Measure
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int _number;

    internal Measure(int index) => _number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Measures"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no measure.</exception>
    public int Index => _number > 0 ? _number - 1 : throw new InvalidOperationException("This value is no measure of the scheme.");

    /// <summary>Its name as answers give it.</summary>
    public string Name => Scheme.Definition.Measures[Index].Name;

    /// <summary>What it is counted in.</summary>
    public string Unit => Scheme.Definition.Measures[Index].Unit;

    /// <summary>The measure of a name as answers give it, letter for letter but for capitals; none when the scheme has none of that name.</summary>
    public static Measure? Find(string name)
    {
        int index = Names.Find(Scheme.Definition.Measures, item => item.Name, name);
        return index < 0 ? null : new Measure(index);
    }

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => _number > 0 ? Name : "";
}

internal static class Names
{
    public static int Find<T>(ImmutableArray<T> items, Func<T, string> nameOf, string name)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (string.Equals(nameOf(items[i]), name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
