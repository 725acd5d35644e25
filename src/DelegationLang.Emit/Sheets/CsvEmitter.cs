using System.Collections.Immutable;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Scheme;

namespace DelegationLang.Emit.Sheets;

/// <summary>The scheme as comma-separated values: who decides what, the matrix, and every sentence.</summary>
public sealed class CsvEmitter : IEmitter
{
    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public ImmutableArray<EmittedFile> Emit(EmitInput input)
    {
        var context = new PageContext(new Publication(input));
        return
        [
            CsvText.Make("csv/who-decides.csv", new DecisionSheet(context).All()),
            CsvText.Make("csv/sentences.csv", SentenceSheet.Of(context)),
            CsvText.Make("csv/matrix.csv", MatrixSheet.Of(context)),
        ];
    }
}
