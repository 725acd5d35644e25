using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace DelegationLang.Office.Word;

/// <summary>Opens a file as a template, or says in words that its author understands why that cannot be.</summary>
internal static class TemplateCheck
{
    /// <summary>The most that a template may hold, unpacked: a look is small, and what is packed to nothing is not unpacked here.</summary>
    public const long MostBytes = 60_000_000;

    private const int MostParts = 2_000;

    /// <summary>Opens a template.</summary>
    /// <exception cref="OfficeTemplateException">It is none, or holds what a template may not.</exception>
    public static WordprocessingDocument Open(Stream content)
    {
        CheckPackage(content);
        WordprocessingDocument? document = null;
        try
        {
            document = WordprocessingDocument.Open(content, isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = MostBytes });
            if (document.DocumentType is DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledDocument or DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledTemplate
                || document.MainDocumentPart?.VbaProjectPart is not null)
            {
                throw new OfficeTemplateException("it has macros: save it in Word as a document (.docx), which has none");
            }

            return document.MainDocumentPart?.Document?.Body is null ? throw Damaged() : document;
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            document?.Dispose();
            throw Damaged();
        }
        catch (OfficeTemplateException)
        {
            document?.Dispose();
            throw;
        }
    }

    /// <summary>Whether a fault of reading says that the file is damaged.</summary>
    public static bool IsDamage(Exception fault) => fault is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException
        or ArgumentException or InvalidOperationException or FormatException or UriFormatException or KeyNotFoundException or NotSupportedException;

    /// <summary>That the file cannot be read.</summary>
    public static OfficeTemplateException Damaged() => new("it cannot be read as a Word document: open it in Word, and save it again as a document (.docx)");

    private static void CheckPackage(Stream content)
    {
        Span<byte> start = stackalloc byte[4];
        if (content.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new OfficeTemplateException("it is a document of an older Word, or one with a password: save it as a document (.docx) without a password");
        }

        content.Position = 0;
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            long bytes = 0;
            if (package.Entries.Count > MostParts)
            {
                throw TooLarge();
            }

            // The length that an entry claims may be wrong: what it unpacks to is counted.
            byte[] buffer = new byte[64 * 1024];
            foreach (ZipArchiveEntry part in package.Entries)
            {
                using Stream unpacked = part.Open();
                for (int read; (read = unpacked.Read(buffer)) > 0;)
                {
                    bytes += read;
                    if (bytes > MostBytes)
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

        content.Position = 0;
    }

    private static OfficeTemplateException TooLarge() => new("it is too large for a template: keep the styles, the header and the footer, and take the rest out");
}
