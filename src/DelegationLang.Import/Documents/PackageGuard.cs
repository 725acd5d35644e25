using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Import.Documents;

/// <summary>Looks into a package of Word or Excel before it is read: what is packed to nothing, has a password or macros, or is damaged is refused.</summary>
internal static class PackageGuard
{
    /// <summary>The most bytes of one part, unpacked.</summary>
    public const long MostBytes = 64_000_000;

    private const long MostAltogether = 200_000_000;
    private const int MostParts = 3_000;

    /// <summary>How a package is opened: nothing is written back, and no part may be larger than the guard allows.</summary>
    public static OpenSettings Settings => new() { AutoSave = false, MaxCharactersInPart = MostBytes };

    /// <summary>Checks a package.</summary>
    /// <exception cref="ImportException">It is refused.</exception>
    public static void Check(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new ImportException("it is a document of an older Office, or one with a password: save it as .docx or .xlsx without a password");
        }

        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (package.Entries.Count > MostParts)
            {
                throw TooLarge();
            }

            long altogether = 0;
            byte[] buffer = new byte[64 * 1024];
            foreach (ZipArchiveEntry part in package.Entries)
            {
                if (part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                {
                    throw new ImportException("it has macros: save it as a document (.docx) or a workbook (.xlsx), which have none");
                }

                // The length that an entry claims may be wrong: what it unpacks to is counted. Pictures and the like are never unpacked.
                if (!part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                using Stream unpacked = part.Open();
                long bytesOfPart = 0;
                for (int read; (read = unpacked.Read(buffer)) > 0;)
                {
                    bytesOfPart += read;
                    altogether += read;
                    if (bytesOfPart > MostBytes || altogether > MostAltogether)
                    {
                        throw TooLarge();
                    }
                }
            }
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw Damaged();
        }
    }

    /// <summary>Whether a fault of reading says that the file is damaged.</summary>
    public static bool IsDamage(Exception fault) => fault is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException
        or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException or NotSupportedException or OverflowException
        or NullReferenceException or InvalidCastException or IndexOutOfRangeException;

    /// <summary>That the file cannot be read.</summary>
    public static ImportException Damaged() => new("it cannot be read: open it in Word or Excel, and save it again as .docx or .xlsx");

    private static ImportException TooLarge() => new("it unpacks to more than a scheme can be: take pictures and data out of it, and try again");
}
