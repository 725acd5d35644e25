using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using DelegationLang.Emit;

namespace DelegationLang.Office;

/// <summary>The scheme for Word and Excel, and for each party what it may decide for Word, for the pages to lead to.</summary>
public sealed class OfficeEmitter : IEmitter
{
    /// <inheritdoc/>
    public string Name => "office";

    /// <inheritdoc/>
    /// <exception cref="OfficeTemplateException">The template is none.</exception>
    public ImmutableArray<EmittedFile> Emit(EmitInput input)
    {
        Func<EmittedFile>[] makers = [.. new OfficeExport(input).Files()];
        var files = new EmittedFile[makers.Length];
        try
        {
            // None depends on another, and each goes to its own place.
            Parallel.For(0, files.Length, i => files[i] = makers[i]());
        }
        catch (AggregateException several) when (several.InnerExceptions is [var first, ..])
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return [.. files];
    }
}
