using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>Compares what two bodies declare of the agreements between them: the parties, the power, the functions, the days, the sum.</summary>
internal sealed class AgreementCheck(JoinPair pair, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, string> called = new(StringComparer.Ordinal);
    private readonly HashSet<string> onOtherDays = new(StringComparer.Ordinal);
    private readonly HashSet<string> alone = new(StringComparer.Ordinal);

    /// <summary>The key of an agreement's name in the other scheme as the scheme itself calls it; of a power, and of what is not known here, its own.</summary>
    public string KeyHere(string nameThere) => called.GetValueOrDefault(NameKey.Of(nameThere), NameKey.Of(nameThere));

    /// <summary>Whether the two declare an agreement for other days: that is no further difference of what is given under it.</summary>
    public bool IsOnOtherDays(string keyHere) => onOtherDays.Contains(keyHere);

    /// <summary>Whether only one of the two declares an agreement: that what is given under it is not said by the other needs no further word.</summary>
    public bool IsAlone(string keyHere) => alone.Contains(keyHere);

    /// <summary>Reports each difference with both sentences, and the agreements that only one of the two declares.</summary>
    public void Run()
    {
        var ours = pair.Model.Symbols.OfType<AgreementSymbol>()
            .Where(agreement => !agreement.IsFromLibrary && !agreement.IsUncertain)
            .Select(agreement => AgreementTerms.Of(agreement, symbol => pair.Symbols[symbol], location => location))
            .Where(agreement => pair.IsOfBoth(agreement.Parties))
            .ToList();
        var theirs = pair.Other.Agreements.Select(Numbered).Where(agreement => pair.IsOfBoth(agreement.Parties)).ToList();
        var pairs = new List<(AgreementTerms Here, AgreementTerms There)>();
        Match(ours, theirs, pairs, (here, there) => NameKey.Of(here.Name) == NameKey.Of(there.Name));

        // The two may call it otherwise: then it is the one of its kind that covers the same.
        Match(ours, theirs, pairs, (here, there) => here.Kind == there.Kind && (here.Covers.Intersect(there.Covers).Any() || (here.Covers.IsEmpty && there.Covers.IsEmpty)));
        foreach ((AgreementTerms? here, AgreementTerms? there) in pairs.OrderBy(pair => pair.Here.Location?.Span.Start))
        {
            Compare(here, there);
        }

        alone.UnionWith(ours.Concat(theirs).Select(agreement => NameKey.Of(agreement.Name)));
        foreach (AgreementTerms? here in ours)
        {
            Report(
                JoinDiagnostics.OneSided, here, null, $"{pair.There} declares no agreement {Quoted(here.Name)}", "declared here alone",
                $"ask {pair.Other.Body.Name} to declare it too, or leave it out where it has ended", "");
        }

        foreach (AgreementTerms? there in theirs)
        {
            diagnostics.Add(new Diagnostic(JoinDiagnostics.OneSided, pair.Other.Statement.Location, $"{pair.There} declares {Quoted(there.Name)}, a {there.Kind} with this body, which is not declared here")
            {
                Label = "joined here",
                Help = "declare it here too, or ask for it to be left out there",
                Related = there.Location is { } location ? [new RelatedLocation("declared there", location)] : [],
            });
        }
    }

    private static void Match(List<AgreementTerms> ours, List<AgreementTerms> theirs, List<(AgreementTerms, AgreementTerms)> pairs, Func<AgreementTerms, AgreementTerms, bool> isSame)
    {
        foreach (AgreementTerms here in ours.ToArray())
        {
            if (theirs.Find(there => isSame(here, there)) is { } found)
            {
                pairs.Add((here, found));
                ours.Remove(here);
                theirs.Remove(found);
            }
        }
    }

    private AgreementTerms Numbered(AgreementTerms there) => there with
    {
        Parties = [.. there.Parties.Select(party => pair.Numbers.Parties[party])],
        Covers = [.. there.Covers.Select(subject => pair.Numbers.Subjects[subject])],
    };

    private void Compare(AgreementTerms here, AgreementTerms there)
    {
        called[NameKey.Of(there.Name)] = NameKey.Of(here.Name);
        if (here.Days != there.Days)
        {
            onOtherDays.Add(NameKey.Of(here.Name));
        }

        Differ(here, there, here.Kind, there.Kind, words => "a " + words);
        Differ(here, there, Names(here.Parties, pair.Party), Names(there.Parties, pair.Party), words => "between " + words);
        Differ(here, there, here.Power, there.Power, words => words.Length > 0 ? "under " + words : "under no power that is named", NameKey.Of);
        Differ(here, there, Names(here.Covers, pair.Subject), Names(there.Covers, pair.Subject), words => words.Length > 0 ? "covering " + words : "without any function that is named");
        Differ(here, there, Policy.Wording.Days(here.Days), Policy.Wording.Days(there.Days), words => words.Length > 0 ? "in force " + words : "in force without end");
        Differ(here, there, here.Worth, there.Worth, words => words.Length > 0 ? "worth " + words : "without a sum");
    }

    private static string Names(IEnumerable<int> numbers, Func<int, string> nameOf) => Policy.Wording.List([.. numbers.Distinct().Order().Select(nameOf)]);

    private void Differ(AgreementTerms here, AgreementTerms there, string one, string other, Func<string, string> told, Func<string, string>? keyOf = null)
    {
        if ((keyOf?.Invoke(one) ?? one) != (keyOf?.Invoke(other) ?? other))
        {
            Report(
                JoinDiagnostics.AgreementDiffers, here, there, $"{Quoted(here.Name)} is {told(one)} here, and {told(other)} in {pair.There}", "here: " + told(one),
                $"agree with {pair.Other.Body.Name} which of the two is so, and mend the other", "there: " + told(other));
        }
    }

    private void Report(DiagnosticDescriptor descriptor, AgreementTerms here, AgreementTerms? there, string message, string label, string help, string thereLabel)
    {
        if (here.Location is { } location)
        {
            diagnostics.Add(new Diagnostic(descriptor, location, message)
            {
                Label = label,
                Help = help,
                Related = there?.Location is { } other ? [new RelatedLocation(thereLabel, other)] : [],
            });
        }
    }

    private static string Quoted(string name) => Semantics.Binding.MessageWords.Quote(name);
}
