namespace DelegationLang.Emit.Map;

/// <summary>How lines and boxes look, and what each means. No two kinds differ by colour alone.</summary>
internal static class MapStyles
{
    /// <summary>How a kind of line is drawn.</summary>
    /// <param name="Colour">Its colour; at least 4.5 to 1 against white.</param>
    /// <param name="Width">How thick it is.</param>
    /// <param name="Dashes">Its dashes; empty for an unbroken line.</param>
    /// <param name="Head">What stands at its end.</param>
    internal sealed record LineStyle(string Colour, string Width, string Dashes, MapHead Head);

    /// <summary>The look of a kind of line.</summary>
    public static LineStyle Of(MapEdgeKind kind) => kind switch
    {
        MapEdgeKind.Delegates => new("#005eb8", "2", "", MapHead.Arrow),
        MapEdgeKind.Entrusts => new("#7c2855", "2.5", "12 4 2 4", MapHead.Arrow),
        MapEdgeKind.Reserves => new("#212b32", "3", "", MapHead.Square),
        MapEdgeKind.Exceptional => new("#b30b0b", "2", "4 3", MapHead.Arrow),
        MapEdgeKind.Joint => new("#00594c", "2", "14 5", MapHead.Circle),
        MapEdgeKind.Agreement => new("#664a00", "1.5", "10 3 2 3 2 3", MapHead.Diamond),
        MapEdgeKind.Deputises => new("#5c2d91", "1.5", "2 4", MapHead.Open),
        MapEdgeKind.Reports => new("#4c6272", "1.25", "6 4", MapHead.Open),
        MapEdgeKind.Advises => new("#007030", "1.5", "1 4", MapHead.Open),
        _ => new("#00707a", "1.5", "1 3 5 3", MapHead.Open),
    };

    /// <summary>What a kind of line is called, and what it means.</summary>
    public static (string Name, string Meaning) Words(MapEdgeKind kind) => kind switch
    {
        MapEdgeKind.Delegates => ("Delegates", "Whoever the arrow points at may decide what is given, within its limits."),
        MapEdgeKind.Entrusts => ("Entrusts under contract", "A provider manages the resources as contractor; the function stays where it was."),
        MapEdgeKind.Reserves => ("Reserves", "Only whoever the line leads to may decide."),
        MapEdgeKind.Exceptional => ("Exceptional power", "Authority for the exception, such as urgency, even over what is reserved; it is ratified afterwards."),
        MapEdgeKind.Joint => ("Joint committee", "The organisations decide together in this committee."),
        MapEdgeKind.Agreement => ("Agreement", "An agreement or contract binds the two."),
        MapEdgeKind.Deputises => ("Deputises", "Stands in while whoever the arrow points at is away."),
        MapEdgeKind.Reports => ("Reports to", "Answers for what it does to whoever the arrow points at."),
        MapEdgeKind.Advises => ("Recommends or advises", "Gives whoever the arrow points at its view, and decides nothing itself."),
        _ => ("Is consulted", "Is asked by whoever the arrow points at before it decides."),
    };

    /// <summary>What a shape of box is called, and what it means.</summary>
    public static (string Name, string Meaning) Words(MapShape shape) => shape switch
    {
        MapShape.Organisation => ("Organisation", "A body in law, which holds functions."),
        MapShape.Board => ("Board or cabinet", "Those who act for an organisation."),
        MapShape.Committee => ("Committee", "A group of one body that decides what it is given."),
        MapShape.JointCommittee => ("Joint committee", "A committee of several bodies."),
        MapShape.Forum => ("Forum or partnership", "Brings people together and advises; it decides nothing."),
        MapShape.Post => ("Post", "One person decides."),
        _ => ("Provider under contract", "Manages resources as contractor of the organisation."),
    };
}

/// <summary>What stands at the end of a line.</summary>
internal enum MapHead
{
    /// <summary>A filled arrow.</summary>
    Arrow,

    /// <summary>An open arrow.</summary>
    Open,

    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A ring.</summary>
    Circle,

    /// <summary>A diamond.</summary>
    Diamond,
}
