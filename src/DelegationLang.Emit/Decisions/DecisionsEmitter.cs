using System.Collections.Immutable;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Decisions;

/// <summary>
/// The decisions of a scheme as cells that programs in any language look answers up in, without the evaluator: what the form of the site looks them up
/// in too, for all subjects in one file, with who may decide though others do, and the scenarios of the scheme for readers to be tried on.
/// </summary>
public sealed class DecisionsEmitter : IEmitter
{
    /// <summary>The one file that is made.</summary>
    public const string FileName = "decisions.json";

    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = "delegation-decisions";

    /// <summary>The version of the format. Fields may be added to a version; none is taken away or changes its meaning.</summary>
    public const int FormatVersion = 1;

    /// <inheritdoc/>
    public string Name => "decisions";

    /// <inheritdoc/>
    public ImmutableArray<EmittedFile> Emit(EmitInput input)
    {
        var publication = new Publication(input);
        DataScript script = new DataScript(isShown: false).OpenObject();
        script.Name("format").Add(Format).Name("formatVersion").Add(FormatVersion)
            .Name("fingerprint").Add(SchemeFingerprint.Of(publication.Model, publication.Files))
            .Name("contentHash").Add(SchemeContent.HashOf(publication));
        About(script, publication);
        new NamedThings(script, publication).Write();
        ImmutableArray<DateRange> runs = DayRuns.Of(publication.Definition);
        script.Line().Name("notInForce").Add("the scheme does not cover {day}: it is in force " + Wording.Days(publication.Definition.InForce)).Name("runs").Open();
        foreach (DateRange run in runs)
        {
            script.Open().Add(JsonFields.Day(run.First)).Add(JsonFields.Day(run.Last)).Close();
        }

        script.Close();
        new DecisionRows(publication.Definition, runs).Write(script);
        script.Line();
        new InvolvementData(script, publication.Definition, hasSources: true).Write();
        ScenarioQuestions.Write(script, publication);
        return [EmittedFile.FromText(FileName, script.CloseObject() + "\n")];
    }

    private static void About(DataScript script, Publication publication)
    {
        SchemeInfo info = publication.Model.Info;
        script.Line().Name("scheme").OpenObject();
        Text("organisation", publication.Model.OwnOrganisation?.Name);
        Text("title", info.Title);
        Text("version", info.Version);
        DateRange life = publication.Definition.InForce;
        script.Name("inForce").OpenObject();
        Text("from", life.HasFirst ? JsonFields.Day(life.First) : "");
        Text("until", life.HasLast ? JsonFields.Day(life.Last) : "");
        script.CloseObject().CloseObject();

        void Text(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                script.Name(name).Add(value);
            }
        }
    }
}
