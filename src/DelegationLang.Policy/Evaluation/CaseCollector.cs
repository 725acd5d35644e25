using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// The answers in every case of a decision, kept apart instead of united: cells that are alike may differ once more is known. Equal answers are
/// kept once.
/// </summary>
internal sealed class CaseCollector
{
    private readonly SpaceIndex index;
    private readonly DecisionContext context;
    private readonly VariableTable variables;
    private readonly AnswerBuilder builder;
    private readonly CaseDetail detail;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> traces = new(StringComparer.Ordinal);
    private readonly List<CaseAnswer> leaves = [];

    public CaseCollector(SpaceIndex index, DecisionContext context, VariableTable variables, CaseDetail detail)
    {
        this.index = index;
        this.context = context;
        this.variables = variables;
        this.detail = detail;
        builder = new AnswerBuilder(index, context);
    }

    /// <summary>All cases.</summary>
    public DecisionCases Collect(int mostCases)
    {
        var graph = new CaseGraph(index, context, variables, CaseBudget.Of(variables, mostCases), LeafOf);
        return new DecisionCases
        {
            Variables = [.. Enumerable.Range(0, variables.Count).Select(order => Describe(variables[order]))],
            Splits = [.. graph.Splits],
            Leaves = [.. leaves],
            Root = graph.Root,
            Bases = [.. variables.Bases],
            OnlyVat = variables.OnlyVat,
            IsVatUsed = variables.IsVatUsed,
            IsCutShort = graph.IsCutShort,
        };
    }

    // Most cases come to what others have come to.
    private int LeafOf(AuthorityWalk walk, Knowledge knowledge)
    {
        string trace = walk.Trace();
        if (!traces.TryGetValue(trace, out int node))
        {
            node = Leaf(
                builder.WhoDecides(walk, knowledge),
                builder.Deputies(walk, knowledge),
                detail == CaseDetail.Standings ? builder.Standings(walk) : [],
                detail == CaseDetail.Standings ? builder.StandIns(walk, knowledge) : [],
                detail == CaseDetail.Ways ? builder.Ways(walk) : []);
            traces.Add(trace, node);
        }

        return node;
    }

    private int Leaf(Answer answer, ImmutableArray<CaseDeputy> deputies, ImmutableArray<CaseStanding> standings, ImmutableArray<CaseStandIn> standIns, ImmutableArray<CaseWay> ways)
    {
        string key = AnswerBuilder.KeyOf(answer);
        // Its digest: of very many leaves the contents together would be large.
        string content = Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes((key + "\n" + ContentOf(answer) + string.Concat(standings.Select(ContentOf)) + string.Concat(standIns.Select(standIn => $"\v{standIn.Party}\t{standIn.Answer.When}\t{standIn.Answer.Source}")) + string.Concat(ways.Select(ContentOf))).AsSpan())));
        if (!known.TryGetValue(content, out int node))
        {
            node = -1 - leaves.Count;
            known.Add(content, node);
            leaves.Add(new CaseAnswer(key, answer) { Deputies = deputies, Standings = standings, StandIns = standIns, Ways = ways });
        }

        return node;
    }

    private static string ContentOf(CaseWay way) => "\f" + string.Join(',', way.Rules) + "\n" + string.Join('|', way.Members.Select(member => string.Join(',', member)));

    private static string ContentOf(CaseStanding standing) =>
        "\f" + string.Join(',', standing.Parties) + "\n" + AnswerBuilder.StandingKeyOf(standing.Answer) + "\n" + standing.Answer.UnderContract + "\n" + string.Join('|', standing.Answer.Exceptional) + "\n" + ContentOf(standing.Answer);

    private static string ContentOf(Answer answer)
    {
        var text = new StringBuilder();
        text.AppendJoin('|', answer.Steps).Append('\n').AppendJoin('|', answer.Duties).Append('\n').AppendJoin('|', answer.KeepAuthority).Append('\n')
            .AppendJoin('|', answer.Reasons).Append('\n').AppendJoin('|', answer.Deputies.Select(deputy => deputy.Party + "\t" + deputy.When + "\t" + deputy.Source)).Append('\n')
            .AppendJoin('|', answer.Chain.Select(link => link.Party + "\t" + link.Via + "\t" + link.Source + "\t" + link.Rule.ToString(CultureInfo.InvariantCulture)));
        return text.ToString();
    }

    private static CaseVariable Describe(Variable variable) => new()
    {
        Kind = (CaseVariableKind)variable.Kind,
        Currency = variable.Quantity.Axis.Currency,
        Basis = variable.Quantity.Axis.Basis,
        Vat = variable.Quantity.Axis.Vat,
        Measure = variable.Quantity.Measure,
        Index = variable.Index,
        Figures = [.. variable.Figures],
        Places = [.. variable.Places],
        Vats = [.. variable.Vats],
    };
}
