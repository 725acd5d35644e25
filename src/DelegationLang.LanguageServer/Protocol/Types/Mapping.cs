namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>Which map is wanted.</summary>
/// <param name="TextDocument">A document of the scheme.</param>
/// <param name="Day">The day that it is to be of, as <c>2026-04-01</c>; today where nothing is said.</param>
/// <param name="Part">Which part of the map of a large scheme, from 0.</param>
internal sealed record MapParams(TextDocumentIdentifier TextDocument, string? Day = null, int Part = 0) : LspType;

/// <summary>A map.</summary>
/// <param name="Html">A page by itself.</param>
/// <param name="Day">The day that it is of.</param>
/// <param name="Today">The day that today means.</param>
/// <param name="Files">The address of each file that the page names.</param>
internal sealed record MadeMap(string Html, string Day, string Today, Dictionary<string, string> Files) : LspType;

/// <summary>What is otherwise than in the version before.</summary>
/// <param name="Since">Since when, in words; empty where there is nothing to compare with, or where the scheme has errors.</param>
/// <param name="Count">How many changes there are in who may decide what.</param>
/// <param name="Sentences">The sentences that are new, or read otherwise.</param>
internal sealed record ToldChanges(string Since, int Count, ToldSentence[] Sentences) : LspType;

/// <summary>A sentence that is new, or reads otherwise.</summary>
/// <param name="File">Its file, as the map names it.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="EndLine">Its last line.</param>
/// <param name="Words">What it was, and what it changes.</param>
internal sealed record ToldSentence(string File, int Line, int EndLine, string Words) : LspType;
