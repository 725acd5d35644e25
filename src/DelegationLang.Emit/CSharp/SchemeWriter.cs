using DelegationLang.Emit.Json;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.CSharp;

/// <summary>Writes the type that stands for the scheme: what it says of itself, and the one place to ask.</summary>
internal static class SchemeWriter
{
    /// <summary>The name of the type.</summary>
    public const string ClassName = "Scheme";

    private const string Policy = "global::DelegationLang.Policy.";

    private static readonly string[] Things = ["Party", "Function", "Matter", "Budget", "Place", "Condition", "Measure"];

    // What a question may be about: the types of the parameters, their names, and how that is said.
    private static readonly (string Types, string Names, string Words)[] Subjects =
    [
        ("Function", "function", "something about a function"),
        ("Matter", "matter", "a matter"),
        ("Matter,Function", "matter,function", "a matter in relation to a function"),
        ("Budget", "budget", "something about a budget"),
        ("Matter,Budget", "matter,budget", "a matter in relation to a budget"),
    ];

    /// <summary>What the scheme is called.</summary>
    public static string Title(SchemeInfo info) =>
        (info.Title.Length > 0 ? info.Title : "A scheme of delegation") + (info.Version.Length > 0 ? ", version " + info.Version : "");

    /// <summary>Writes it.</summary>
    public static void Write(CodeLines code, Publication publication)
    {
        SchemeInfo info = publication.Model.Info;
        string days = Wording.Days(publication.Definition.InForce);
        code.Summary("", Title(info) + (days.Length > 0 ? ", " + "in force " + days : ""));
        code.Sentence("", info.Location);
        code.Line($"public readonly record struct {ClassName} : {Policy}IPolicyScheme");
        code.Line("{");
        Constant(code, "The title.", "Title", info.Title);
        Constant(code, "The version; empty when the scheme does not say.", "Version", info.Version);
        Constant(
            code,
            "SHA-256 of the sentences that this was made from: the same as in scheme.json of the same build.",
            "Fingerprint",
            SchemeFingerprint.Of(publication.Model, publication.Files));
        Constant(
            code,
            "SHA-256 of what answers rest on: the same as in scheme.json of the same build, and of every other build that gives the same answers by the same names.",
            "ContentHash",
            SchemeContent.HashOf(publication));
        code.XmlSummary("    ", "What the scheme means, made when it is first asked for. May be asked from many threads at once.");
        code.Line($"    public static {Policy}DecisionSpace Space => Loaded.Space;");
        code.Line();
        code.XmlSummary("    ", "The scheme as plain data.");
        code.Line($"    public static {Policy}SpaceDefinition Definition => Loaded.Space.Definition;");
        code.Line();
        foreach ((string types, string names, string words) in Subjects)
        {
            WhoDecides(code, types.Split(','), names.Split(','), words);
            May(code, types.Split(','), names.Split(','), words);
        }

        code.XmlSummary("    ", $"What a party may decide on a day, in <see cref=\"{Policy}Answer.Authorities\"/>.");
        code.Line("    /// <param name=\"party\">The party.</param>");
        code.Line("    /// <param name=\"day\">The day.</param>");
        code.Line($"    public static {Policy}Answer WhatMay({Typed("Party")} party, global::System.DateOnly day) => {Policy}Ask<{ClassName}>.WhatMay(party, day);");
        code.Line();
        foreach (string thing in Things)
        {
            code.Summary("    ", $"The {thing.ToLowerInvariant()} of a name as answers give it, capitals aside where that leaves no doubt; none when the scheme has none of that name.");
            code.Line("    /// <param name=\"name\">The name.</param>");
            code.Line($"    public static {Typed(thing)}? Find{thing}(string name) => {Policy}Find<{ClassName}>.{thing}(name);");
            code.Line();
        }

        code.Line("    private static class Loaded");
        code.Line("    {");
        code.Line($"        internal static readonly {Policy}DecisionSpace Space = {Policy}DecisionSpace.Create(Tables.Read());");
        code.Line("    }");
        code.Line("}");
        code.Line();
    }

    private static void Constant(CodeLines code, string summary, string name, string value)
    {
        code.Summary("    ", summary);
        code.Line($"    public const string {name} = {Literals.Quote(value)};");
        code.Line();
    }

    private static void WhoDecides(CodeLines code, string[] types, string[] names, string words)
    {
        code.Summary("    ", $"Asks who decides {words}. Say what is known of the decision; the question ends with the day.");
        Parameters(code, names);
        code.Line($"    public static {Policy}WhoQuestion<{ClassName}> WhoDecides({Declared(types, names)}) => {Policy}Ask<{ClassName}>.WhoDecides({string.Join(", ", names)});");
        code.Line();
    }

    private static void May(CodeLines code, string[] types, string[] names, string words)
    {
        code.Summary("    ", $"Asks whether a party may decide {words} alone. Say what is known of the decision; the question ends with the day.");
        code.Line("    /// <param name=\"party\">The party.</param>");
        Parameters(code, names);
        code.Line($"    public static {Policy}MayQuestion<{ClassName}> May({Typed("Party")} party, {Declared(types, names)}) => {Policy}Ask<{ClassName}>.May(party, {string.Join(", ", names)});");
        code.Line();
    }

    private static void Parameters(CodeLines code, string[] names)
    {
        foreach (string name in names)
        {
            code.Line($"    /// <param name=\"{name}\">The {name}.</param>");
        }
    }

    private static string Declared(string[] types, string[] names) => string.Join(", ", types.Select((type, i) => $"{Typed(type)} {names[i]}"));

    private static string Typed(string type) => $"{Policy}{type}<{ClassName}>";
}
