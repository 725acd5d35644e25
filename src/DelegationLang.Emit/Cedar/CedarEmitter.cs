using System.Collections.Immutable;
using System.Text;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Cedar;

/// <summary>
/// Policies for Cedar: a permit for each chain of authority, readable beside its sentence, and what is reserved forbidden to others. What Cedar cannot say
/// is listed, and nothing permits it.
/// </summary>
public sealed class CedarEmitter : IEmitter
{
    /// <summary>Beyond so many pairs of a matter and a function, those pairs are left out.</summary>
    private const int MostPairs = 12_000;

    /// <inheritdoc/>
    public string Name => "cedar";

    /// <inheritdoc/>
    public ImmutableArray<EmittedFile> Emit(EmitInput input)
    {
        var publication = new Publication(input);
        SpaceDefinition definition = publication.Definition;
        ImmutableArray<DateRange> runs = DayRuns.Of(definition);
        var names = new CedarNames(definition);
        var found = new ChainPermits(definition, runs);
        bool hasAllPairs = names.Matters.Count * names.Functions.Count <= MostPairs;
        found.Find(names.Subjects(hasAllPairs));
        var policies = new PolicyText(definition, runs, names, hasAllPairs);
        var leftOut = new LeftOut(definition, names);
        return
        [
            EmittedFile.FromText("cedar/policies.cedar", policies.Write(publication.Model.Info, found.Permits)),
            EmittedFile.FromText("cedar/schema.cedarschema", names.Schema()),
            EmittedFile.FromText("cedar/entities.json", names.Entities()),
            EmittedFile.FromText("cedar/left-out.json", leftOut.Write(found, hasAllPairs)),
        ];
    }
}
