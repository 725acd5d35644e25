using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Semantics.Binding;

/// <summary>How a list names members of a class.</summary>
internal enum ClassManner
{
    /// <summary><c>each X</c>: all of them.</summary>
    Each,

    /// <summary><c>any X</c>: whichever of them.</summary>
    Any,

    /// <summary>The class alone, which does not say which of its members are meant.</summary>
    Bare,
}

/// <summary>A class of posts where parties are named, and in which manner.</summary>
internal sealed record ClassUse(ClassSymbol Class, ClassManner Manner)
{
    /// <summary>The members, each as a group of its own.</summary>
    public ImmutableArray<ActingGroup> Members { get; } = [.. Class.Members.Select(member => new ActingGroup([member]))];
}

/// <summary>Finds classes in lists of parties: <c>each chief officer</c>, <c>any chief officer</c>, and the bare class, which is reported.</summary>
internal sealed class PartyClasses(NameResolver resolver, Reporter reporter)
{
    private static readonly (string Words, ClassManner Manner)[] Manners =
        [("each ", ClassManner.Each), ("every ", ClassManner.Each), ("any one ", ClassManner.Any), ("any ", ClassManner.Any)];

    /// <summary>Whether the scheme has any class; where it has none, nothing is looked for.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The class that a name stands for, as one of its kind or by itself; none where it stands for something else.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="name">The name.</param>
    public ClassUse? Find(Scope scope, NamePart name)
    {
        if (!IsUsed || name.IsMissing)
        {
            return null;
        }

        if (ClassOf(scope, name) is { } bare)
        {
            return new ClassUse(bare, ClassManner.Bare);
        }

        foreach ((string words, ClassManner manner) in Manners)
        {
            if (name.Text.Length > words.Length && name.Text.StartsWith(words, StringComparison.OrdinalIgnoreCase)
                && ClassOf(scope, name.Slice(words.Length, name.Text.Length)) is { } found)
            {
                return new ClassUse(found, manner);
            }
        }

        return null;
    }

    /// <summary>Reports a class that stands where parties are named and does not say which of its members are meant.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="name">The class as written.</param>
    /// <param name="members">The class.</param>
    /// <param name="isHolder">Whether authority is given there.</param>
    public void ReportBare(Scope scope, NamePart name, ClassSymbol members, bool isHolder)
    {
        string written = name.AsWritten;
        string each = isHolder ? $"each of them alone: `each {written}`" : $"all of them: `each {written}`";
        ImmutableArray<CodeFix>.Builder fixes = ImmutableArray.CreateBuilder<CodeFix>();
        fixes.Add(new CodeFix(isHolder ? $"Each of them alone: `each {written}`" : $"All of them: `each {written}`", [new TextEdit(name.Location, "each " + written)]));
        fixes.Add(isHolder
            ? new CodeFix($"Two of them together: `any two of {written}`", [new TextEdit(name.Location, "any two of " + written)])
            : new CodeFix($"Whichever of them: `any {written}`", [new TextEdit(name.Location, "any " + written)]));
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.WrongKind, name.Location, $"{MessageWords.Quote(name.Text)} is a class of posts, and this does not say which of them")
        {
            Label = "each, or some together?",
            Help = $"{each}; whichever of them: `any {written}`; several together: `any two of {written}`",
            Related = [new RelatedLocation("declared here", members.Location)],
            Fixes = fixes.DrainToImmutable(),
        });
    }

    private ClassSymbol? ClassOf(Scope scope, NamePart name)
    {
        if (resolver.Find(scope, name) is not [ClassSymbol { IsUncertain: false } found])
        {
            return null;
        }

        resolver.Note(scope, name, found);
        foreach (PartySymbol member in found.Members)
        {
            member.IsReferenced = true;
        }

        return found;
    }
}
