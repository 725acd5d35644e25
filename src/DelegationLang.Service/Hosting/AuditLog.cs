using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Policy;

namespace DelegationLang.Service.Hosting;

/// <summary>The record of what was asked: a line of JSON for each question, in a file or on standard error. What cannot be recorded is not answered.</summary>
internal sealed class AuditLog : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly Stream? file;
    private readonly TextWriter? error;

    private AuditLog(TimeProvider clock, Stream? file, TextWriter? error)
    {
        this.clock = clock;
        this.file = file;
        this.error = error;
    }

    /// <summary>Opens the record.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="path">The file to which lines are added; none for standard error.</param>
    /// <param name="clock">What says when it is.</param>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static AuditLog Open(Host host, string? path, TimeProvider clock)
    {
        if (path is null)
        {
            return new AuditLog(clock, null, host.Error);
        }

        // A pipe is not opened before somebody reads from it, which may be never.
        if (FileKind.MayWait(host.FullPath(path)))
        {
            throw new CommandFailure($"the record {path} is a pipe: --audit wants a file");
        }

        try
        {
            // Not held back: each line is written when it is, whole. Another service must not write over it; only on Windows does that have to be told from reading.
            FileShare share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
            return new AuditLog(clock, new FileStream(host.FullPath(path), FileMode.Append, FileAccess.Write, share, bufferSize: 0), null);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailure($"the record {path} cannot be written: {FolderFiles.Reason(trouble)}");
        }
    }

    /// <summary>Records an answer.</summary>
    /// <param name="key">The key of the scheme.</param>
    /// <param name="asked">What was asked for: <c>ask</c>, <c>may</c> and so on.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Answered(string key, string asked, Answer answer) => Write(key, asked, answer.Question, answer.ToJsonWord(), answer.Day, answer.Scheme);

    /// <summary>Records a question that could not be asked of a scheme.</summary>
    /// <param name="key">The key of the scheme.</param>
    /// <param name="asked">What was asked for.</param>
    /// <param name="question">The question, or what of it there is.</param>
    /// <param name="scheme">The scheme.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Refused(string key, string asked, string question, SchemeIdentity scheme) => Write(key, asked, question, "refused", default, scheme);

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private void Write(string key, string asked, string question, string outcome, DateOnly day, SchemeIdentity? scheme)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("time", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("scheme", key);
            json.WriteString("asked", asked);
            json.WriteString("question", question);
            json.WriteString("outcome", outcome);
            if (day != default)
            {
                json.WriteString("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            json.WriteString("version", scheme?.Version ?? "");
            json.WriteString("contentHash", scheme?.ContentHash ?? "");
            json.WriteEndObject();
        }

        if (error is not null)
        {
            var line = Encoding.UTF8.GetString(buffer.WrittenSpan);
            lock (error)
            {
                error.WriteLine(line);
                error.Flush();
            }

            return;
        }

        buffer.Write("\n"u8);
        lock (gate)
        {
            file?.Write(buffer.WrittenSpan);
        }
    }
}
