using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>Reads the schemes that a scheme joins, and says what is wrong with those that cannot be used.</summary>
/// <param name="files">The files of the project.</param>
/// <param name="model">The scheme.</param>
/// <param name="asOf">The day that <em>today</em> means.</param>
internal sealed class OtherSchemes(IProjectFiles files, SchemeModel model, DateOnly asOf)
{
    private readonly List<OtherScheme> found = [];
    private readonly DiagnosticBag diagnostics = new();

    /// <summary>Whether any, or any that these join in their turn, cannot be used, so that answers stop where they would go on into it.</summary>
    public bool LacksAny { get; private set; }

    /// <summary>
    /// The schemes that could be read, and what is wrong with the others: first those that the scheme itself joins, in the order of the text, and then what these
    /// join in their turn.
    /// </summary>
    public (ImmutableArray<OtherScheme> Schemes, ImmutableArray<Diagnostic> Diagnostics) Read()
    {
        foreach (JoinStatement statement in model.Joins)
        {
            if (statement is { HasErrors: false, Body: { } body } && IsNew(statement, body.Symbol)
                && Read(new JoinedBy(statement, body.Symbol, statement.Target, JoinedPlace.Of(statement), Via: null)) is { } other && IsOfBody(other))
            {
                Add(other);
            }
        }

        // What is found on the way may join more.
        for (var i = 0; i < found.Count; i++)
        {
            foreach (JoinedInTurn next in found[i].Joins)
            {
                if (!next.IsBack && !IsKnown(next.Body) && !found.Exists(other => next.Place is { } place && other.By.Place is { } known && known.IsSame(place))
                    && Read(new JoinedBy(found[i].Statement, next.Body, next.Target, next.Place, found[i])) is { } other && !IsKnown(other.Own) && IsOfBody(other))
                {
                    Add(other);
                }
            }
        }

        return ([.. found], diagnostics.ToImmutable());
    }

    private void Add(OtherScheme other)
    {
        found.Add(other);
        ReportErrors(other);
    }

    private bool IsNew(JoinStatement statement, PartySymbol body)
    {
        if (ReferenceEquals(body, model.OwnOrganisation))
        {
            Report(statement.Body?.Location ?? statement.Location, $"{Quoted(body)} is the body whose scheme this is", "its own scheme", "a scheme joins those of other bodies: name the body whose scheme lies there, or leave the sentence out");
            return false;
        }

        if (found.Find(other => ReferenceEquals(other.Body, body)) is { } before)
        {
            Report(statement.Location, $"the scheme of {Quoted(body)} is joined twice", "joined again", "keep one of the two", new RelatedLocation("joined here", before.Statement.Location));
            return false;
        }

        return true;
    }

    // Whether the scheme of a body is among them already, or is the scheme itself, by whatever path.
    private bool IsKnown(PartySymbol body) =>
        (model.OwnOrganisation is { } ourselves && IsCalledAlike(ourselves, body)) || found.Exists(other => IsCalledAlike(other.Own, body) || IsCalledAlike(other.Body, body));

    private static bool IsCalledAlike(PartySymbol one, PartySymbol other) => Syntax.NameKey.Of(one.Name) == Syntax.NameKey.Of(other.Name);

    private OtherScheme? Read(JoinedBy by)
    {
        if (by.Place is not { } place)
        {
            Report(by, $"`{by.Target}` is no path from this file", "not a relative path", "name the folder, the file or the built scheme from the folder of this file: `../leeds-council`");
            return null;
        }

        if (files.Folder(place.Folder) is not { } folder)
        {
            ReportMissing(by, "there is no folder of that name");
            return null;
        }

        if (place.File.Length == 0 && Project.OfFolder(folder).Roots.IsEmpty && folder.Read("scheme.json").Status == ProjectFileStatus.Read)
        {
            place = place with { File = "scheme.json" };
        }

        return place.IsBuilt ? ReadBuilt(by, folder, place) : ReadText(by, folder, place);
    }

    private OtherScheme? ReadBuilt(JoinedBy by, IProjectFiles folder, JoinedPlace place)
    {
        ProjectFile file = folder.Read(place.File);
        if (file.Status != ProjectFileStatus.Read)
        {
            ReportMissing(by, "the file " + LoadedFile.Of(place.File, file).Fault);
            return null;
        }

        try
        {
            return BuiltOther.Read(by, file.Bytes.AsMemory(), place, parties => OwnOf(by.Body, parties)) ?? NoBody(by);
        }
        catch (SchemeJsonException fault)
        {
            Report(by, $"`{by.Target}` cannot be used: {fault.Message.TrimEnd('.')}", "this built scheme", $"ask {by.Body.Name} for the file as it was built, or join the folder of its sentences");
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or InvalidOperationException)
        {
            Report(by, $"`{by.Target}` cannot be used: it is not readable as JSON", "this built scheme", $"ask {by.Body.Name} for the file as it was built, or join the folder of its sentences");
        }

        return null;
    }

    private OtherScheme? ReadText(JoinedBy by, IProjectFiles folder, JoinedPlace place)
    {
        if (place.File.Length > 0 && folder.Read(place.File) is { Status: not ProjectFileStatus.Read } file)
        {
            ReportMissing(by, "the file " + LoadedFile.Of(place.File, file).Fault);
            return null;
        }

        Project project = place.File.Length > 0 ? Project.OfFile(folder, place.File) : Project.OfFolder(folder);
        if (!project.Faults.IsEmpty)
        {
            ConfigurationFault fault = project.Faults[0];
            Report(by, $"the scheme in `{by.Target}` cannot be read: {ProjectConfiguration.FileName}: {fault.Message}", "this scheme", "mend its settings, or name one file of it");
            return null;
        }

        if (project.Roots.IsEmpty)
        {
            ReportMissing(by, $"it holds no {Project.Extension} file and no scheme.json");
            return null;
        }

        Compilation other = KeptOthers.Of(folder, place.File, project, asOf);
        if (other.LacksScheme)
        {
            ReportMissing(by, "it holds no scheme sentence, so nothing in it is in force");
            return null;
        }

        if (model.Info.Location is { } here && other.Model.Info.Location is { } there && here.Source.Content == there.Source.Content)
        {
            Report(by, $"`{by.Target}` is this very scheme", "this scheme itself", "name the scheme of the other body");
            return null;
        }

        PartySymbol? own = other.Model.OwnOrganisation ?? OwnOf(by.Body, other.Model.Symbols.OfType<PartySymbol>());
        return own is null ? NoBody(by) : CompiledOther.Of(by, other, own, place, back => IsHere(folder, back));
    }

    // Whether what another scheme joins is this one: the file with the scheme sentence has the same words.
    private bool IsHere(IProjectFiles folder, JoinStatement back)
    {
        if (JoinedPlace.Of(back) is not { IsBuilt: false } place || model.Info.Location is not { } here || folder.Folder(place.Folder) is not { } target)
        {
            return false;
        }

        return LoadedFile.Of(here.File, target.Read(here.File)).Text?.Content == here.Source.Content;
    }

    /// <summary>Of the parties of another scheme the body itself: the one of its name, or the only organisation.</summary>
    private static PartySymbol? OwnOf(PartySymbol body, IEnumerable<PartySymbol> parties)
    {
        PartySymbol[] organisations = [.. parties.Where(party => party is { IsOrganisation: true, IsFromLibrary: false })];
        return organisations.FirstOrDefault(party => Named(party, body)) ?? (organisations.Length == 1 ? organisations[0] : null);
    }

    private OtherScheme? NoBody(JoinedBy by)
    {
        Report(by, $"nothing in `{by.Target}` says that it is the scheme of {Quoted(by.Body)}", "this scheme", $"name the scheme of {by.Body.Name}, or declare the body by the name that it has there");
        return null;
    }

    private void ReportMissing(JoinedBy by, string reason) =>
        Report(by, $"`{by.Target}` cannot be joined: {reason}", "this scheme", $"name a folder of {Project.Extension} files, one of them, or a built scheme.json, from the folder of {by.Statement.Location.File}");

    private void ReportErrors(OtherScheme other)
    {
        if (other.Errors > 0)
        {
            var count = other.Errors == 1 ? "an error" : FormattableString.Invariant($"{other.Errors} errors");
            diagnostics.Add(new Diagnostic(JoinDiagnostics.ErrorsThere, other.Statement.TargetLocation, $"the scheme of {Quoted(other.Body)} has {count}: what is in error gives nobody anything")
            {
                Label = "this scheme",
                Help = $"the first: {other.FirstError}",
            });
        }
    }

    // Whether what was found is not the scheme of another body that it knows.
    private bool IsOfBody(OtherScheme other)
    {
        if (Named(other.Own, other.Body) || !other.Symbols.OfType<PartySymbol>().Any(party => party.IsOrganisation && !ReferenceEquals(party, other.Own) && Named(party, other.Body)))
        {
            return true;
        }

        Report(other.By, $"`{other.By.Target}` is the scheme of {Quoted(other.Own)}, which is another body than {Quoted(other.Body)}", "this scheme", $"name the scheme of {other.Body.Name}");
        return false;
    }

    private static bool Named(PartySymbol one, PartySymbol other) =>
        one.Aliases.Prepend(one.Name).Select(Syntax.NameKey.Of).Intersect(other.Aliases.Prepend(other.Name).Select(Syntax.NameKey.Of)).Any();

    private static string Quoted(PartySymbol party) => Semantics.Binding.MessageWords.Quote(party.DisplayName);

    // What another scheme joins and cannot is for its authors to mend: here answers stop there.
    private void Report(JoinedBy by, string message, string label, string help)
    {
        LacksAny = true;
        if (by.Via is { } via)
        {
            diagnostics.Add(new Diagnostic(JoinDiagnostics.ErrorsThere, by.Statement.TargetLocation, $"the scheme of {Quoted(via.Body)} joins one that cannot be used: {message}")
            {
                Label = "found by this scheme",
                Help = "answers stop where they would go on into it",
            });
            return;
        }

        Report(by.Statement.TargetLocation, message, label, help);
    }

    private void Report(SourceLocation location, string message, string label, string help, params ImmutableArray<RelatedLocation> related) =>
        diagnostics.Add(new Diagnostic(JoinDiagnostics.Unusable, location, message) { Label = label, Help = help, Related = related });
}
