using System.IO.Compression;
using DelegationLang.Import;
using DelegationLang.Import.Documents;
using DelegationLang.Testing;

namespace DelegationLang.Cli.Tests.Import;

/// <summary>Documents changed at random: what comes of them compiles, or they are refused in words.</summary>
public sealed class MutationTests
{
    public static TheoryData<int> Rounds => [.. Enumerable.Range(0, Effort.Of(6, 2_000))];

    [Theory]
    [MemberData(nameof(Rounds))]
    public void A_changed_document_is_read_or_refused(int round)
    {
        var random = new Random(unchecked((20261122 * 31) + round));
        string[] names = [.. ImportCase.Names];
        ImportedFile file = Changed(new ImportCase(names[round % names.Length]).File, random);
        ImportResult result;
        try
        {
            result = Importer.Import([file], new ImportOptions());
        }
        catch (ImportException refusal)
        {
            Assert.Contains(" cannot be imported: ", refusal.Message, StringComparison.Ordinal);
            return;
        }

        Assert.DoesNotContain(ImportCase.Compile(result).Diagnostics, found => found.Severity == Diagnostics.DiagnosticSeverity.Error);
    }

    // In a package the parts are changed, not the packing: otherwise hardly anything would be read.
    private static ImportedFile Changed(ImportedFile file, Random random)
    {
        if (!file.Name.EndsWith('x'))
        {
            return file with { Bytes = Mutate(file.Bytes.ToArray(), random) };
        }

        using var result = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file.Bytes.ToArray()), ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            string chosen = from.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).OrderByDescending(entry => entry.Length).Take(4).ElementAt(random.Next(4)).FullName;
            foreach (ZipArchiveEntry entry in from.Entries)
            {
                using var copy = new MemoryStream();
                using (Stream part = entry.Open())
                {
                    part.CopyTo(copy);
                }

                using Stream target = to.CreateEntry(entry.FullName).Open();
                target.Write(entry.FullName == chosen ? MutateText(copy.ToArray(), random) : copy.ToArray());
            }
        }

        return file with { Bytes = result.ToArray() };
    }

    // Words between elements change more often than the elements, so that the text is still read.
    private static byte[] MutateText(byte[] bytes, Random random)
    {
        if (random.Next(4) == 0)
        {
            return Mutate(bytes, random);
        }

        int[] ends = [.. Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '>' && i + 1 < bytes.Length && bytes[i + 1] != '<')];
        byte[] text = [.. bytes];
        for (int i = 0; i < 6 && ends.Length > 0; i++)
        {
            int at = ends[random.Next(ends.Length)] + 1;
            byte[] insert = Words(random);
            text = [.. text[..Math.Min(at, text.Length)], .. insert, .. text[Math.Min(at, text.Length)..]];
        }

        return text;
    }

    private static byte[] Words(Random random) => ((byte[][])[[.. " or "u8], [.. "£5,000"u8], [.. " and "u8], [.. "As above"u8], [.. "N/A"u8], [.. "&quot;"u8], [.. "// "u8], [.. ": "u8], [.. " jointly with "u8], [.. ", "u8], [.. "10%"u8], [.. " up to "u8], [.. "."u8], [.. " within "u8], [.. "("u8]])[random.Next(15)];

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        for (int i = random.Next(1, 12); i > 0 && bytes.Length > 2; i--)
        {
            int at = random.Next(bytes.Length);
            bytes = random.Next(4) switch
            {
                0 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 40))..]],
                1 => [.. bytes[..at], .. Words(random), .. bytes[at..]],
                2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[Math.Min(bytes.Length, at + 1)..]],
                _ => [.. bytes[..at], .. bytes[random.Next(bytes.Length)..Math.Min(bytes.Length, bytes.Length)], .. bytes[at..]],
            };
        }

        return bytes;
    }
}
