using System.IO.Compression;

namespace DelegationLang.Office.Packaging;

/// <summary>
/// The bytes of a package, the same whenever it is made: its parts in the order of their names, none with the time at which it was written. What the library
/// writes has that time in it.
/// </summary>
internal static class PackageBytes
{
    private const string ContentTypes = "[Content_Types].xml";

    // The first that the format can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package again, compressed and without times.</summary>
    /// <param name="package">A package whose parts are not compressed.</param>
    public static byte[] Of(MemoryStream package)
    {
        using var result = new MemoryStream();
        package.Position = 0;
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry part in from.Entries.OrderBy(part => part.FullName != ContentTypes).ThenBy(part => part.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry copy = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using Stream source = part.Open();
                using Stream target = copy.Open();
                source.CopyTo(target);
            }
        }

        return result.ToArray();
    }
}
